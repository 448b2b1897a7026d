// Runs a scenario once for each setting, with the same people, and writes the table after every run: what there is stays, whatever ends it.
// `sweep` calls it. All settings are held against the policy first, so that a mistake in the last is not told after hours.
// A run that is stopped in the middle is left out.
import { Effect, Path } from "effect";
import { brokenIn, figures } from "../compare/figures.ts";
import { policyRun, type Shared } from "../levelruns.ts";
import { prepareOut } from "../output/outfolder.ts";
import { writeFile } from "../output/writefile.ts";
import { scenarioOf, type Asked } from "../preparing.ts";
import type { Run } from "../results/run.ts";
import { encodeSweepCsv, sweepSchemaVersion, type Sweep, type SweptRun } from "../results/sweep.ts";
import { settingsText, type Settings } from "./grid.ts";

export type SweepAsked = Shared & Pick<Asked, "scenario" | "seed" | "out">;

const bytesOfTables = 1_000_000;

const sweptRun = (set: Settings, run: Run): SweptRun => ({
  set,
  figures: Object.fromEntries(
    figures.flatMap(({ id, of }) => {
      const value = of(run);
      return value === undefined ? [] : [[id, value] as const];
    }),
  ),
  promisesBroken: brokenIn(run),
  traceHash: run.traceHash ?? "",
  command: run.manifest.command,
});

const sweepOf = ({ manifest }: Run, asked: number, runs: readonly SweptRun[]): Sweep => {
  const { modelHash, scenario, seed, people, venues, days } = manifest;
  return { schemaVersion: sweepSchemaVersion, modelHash, scenario, seed, people, venues, days, asked, runs };
};

/** What there is when all is run, or when it is asked to stop; undefined when not one run is over by then. */
export const sweep = Effect.fnUntraced(function* (
  asked: SweepAsked,
  grid: readonly Settings[],
  progress: (share: number, doing: string) => void,
  isStopped: () => boolean,
) {
  const { scenario } = asked;
  yield* Effect.forEach(grid, (set) => scenarioOf({ scenario, set }), { discard: true });
  const path = yield* Path.Path;
  const out = yield* prepareOut(asked.out, bytesOfTables);
  const runs: SweptRun[] = [];
  let swept: Sweep | undefined;
  for (const [place, set] of grid.entries()) {
    const name = settingsText(set);
    const run = yield* policyRun(
      { ...asked, set, out: path.join(asked.out, name.replaceAll(/[^A-Za-z0-9-]+/g, "-")) },
      (share) => {
        progress(
          (place + share) / grid.length,
          `run ${String(place + 1)} of ${String(grid.length)}, ${name}`,
        );
      },
      isStopped,
    );
    if (!run.manifest.complete) break;
    runs.push(sweptRun(set, run));
    swept = sweepOf(run, grid.length, runs);
    yield* writeFile(path.join(out, "sweep.json"), `${JSON.stringify(swept, null, 2)}\n`);
    yield* writeFile(path.join(out, "sweep.csv"), encodeSweepCsv(swept));
  }
  return swept;
});
