/**
 * Drives model and system with the same random commands until they differ, and fails with all that shows it again: the shrunk commands,
 * seed, path, the command, and the same run kept as the file of a case, which is run first from then on.
 * `FC_SEED`, `FC_PATH` and `FC_REPLAY` are what a failure prints.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { Effect } from "effect";
import fc from "fast-check";
import type { Lifecycle } from "../../models/language/lifecycle.ts";
import type { PresetName } from "../../models/policy.ts";
import { writeCase } from "../../sim/conform/case.ts";
import type { SystemUnderTest, Trial } from "../../sim/conform/contract.ts";
import { seed } from "../equal/seed.ts";
import { caseOf, commandsOf, setUp, startsOf, type Model } from "./modelcommands.ts";

const path = process.env["FC_PATH"];
const replayPath = process.env["FC_REPLAY"];

export interface ModelRunOptions {
  readonly numRuns: number;
  /** Where a failing run is kept. */
  readonly keptIn: string;
  /** Whether every run begins with nothing said, and not where a generated way ends. */
  readonly fromRest?: boolean;
  /** Told of every state that a run stands in, so that a test can say where its runs came. */
  readonly visit?: (state: string) => void;
}

const quoted = (text: string): string => /replayPath="([^"]*)"/.exec(text)?.[1] ?? "";

/** Fails where the system differs from the models; answers nothing. */
export async function modelRun(
  machine: Lifecycle,
  preset: PresetName,
  system: SystemUnderTest,
  { numRuns, keptIn, fromRest = false, visit }: ModelRunOptions,
): Promise<void> {
  const last: { model: Model | undefined; trial: Trial | undefined } = { model: undefined, trial: undefined };
  const starts = fromRest ? [[]] : startsOf(machine, preset);
  const live = async (start: number, commands: Iterable<fc.AsyncCommand<Model, Trial>>) => {
    try {
      const begun = () => setUp(machine, preset, system, starts[start] ?? [], last);
      await fc.asyncModelRun<Model, Trial, false, Model>(begun, commands);
    } finally {
      const { model, trial } = last;
      for (const state of model?.states ?? []) visit?.(state);
      if (trial !== undefined) await Effect.runPromise(Effect.ignore(trial.dispose));
    }
  };
  const details = await fc.check(
    fc.asyncProperty(fc.nat(starts.length - 1), commandsOf(machine, replayPath), live),
    {
      seed,
      numRuns,
      ...(path === undefined ? {} : { path, endOnFailure: true }),
    },
  );
  if (!details.failed) return;
  const [start = 0, shrunk] = details.counterexample ?? [];
  const commands = fc.stringify(shrunk);
  // Once more, so that what was done is known step by step.
  if (shrunk !== undefined) await live(start, shrunk).catch(() => undefined);
  const file = join(keptIn, `${machine.id}-${seed}.json`);
  if (last.model !== undefined) {
    mkdirSync(keptIn, { recursive: true });
    const message = details.errorInstance instanceof Error ? details.errorInstance.message : "it differed";
    writeFileSync(file, writeCase({ ...caseOf(last.model, seed), found: message }));
  }
  const again = `FC_SEED=${seed} FC_PATH='${details.counterexamplePath ?? ""}' FC_REPLAY='${quoted(commands)}' npm test -- test/conform/modelruns.test.ts -t '${machine.id} under ${preset}'`;
  throw new Error(
    [
      `${machine.id} under ${preset}: ${details.errorInstance instanceof Error ? details.errorInstance.message : String(details.errorInstance)}`,
      `shrunk ${details.numShrinks} times to: from start ${start}, ${commands}`,
      `seed ${seed}, path ${details.counterexamplePath ?? "none"}`,
      `to repeat: ${again}`,
      `kept: npm run -s entrylog -- conform --case ${relative(process.cwd(), file)}`,
    ].join("\n"),
  );
}
