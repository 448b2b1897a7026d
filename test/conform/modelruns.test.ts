// Model runs: fast-check draws commands from each lifecycle and drives the plain reading and the real service with them, comparing after
// every one. Cases that were kept are run first. A failure is shrunk, printed with all that repeats it, and kept as a file.
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { Effect, Exit, Scope } from "effect";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { presets, type PresetName } from "../../models/policy.ts";
import { runCase } from "../../sim/conform/run.ts";
import type { SystemUnderTest } from "../../sim/conform/contract.ts";
import { makeServices } from "../../sim/conform/services.ts";
import { freshFolder } from "../impl/store/freshfolder.ts";
import { rowMachines } from "../services/rowmachines.ts";
import { keptCases, keptFolder } from "./keptcases.ts";
import { Act, setUp } from "./modelcommands.ts";
import { modelRun } from "./modelrun.ts";

const folder = mkdtempSync(join(tmpdir(), "entrylog-modelruns-"));
const scope = Effect.runSync(Scope.make());
const opened = (options: Partial<Parameters<typeof makeServices>[0]> = {}): Promise<SystemUnderTest> =>
  Effect.runPromise(
    Scope.provide(
      makeServices({
        folder: mkdtempSync(join(folder, "files-")),
        serviceOf: (id) => rowMachines.find(({ machine }) => machine.id === id),
        ...options,
      }),
      scope,
    ),
  );

let services: SystemUnderTest | undefined;
const honest = (): SystemUnderTest => {
  if (services === undefined) throw new Error("the services are not open");
  return services;
};

beforeAll(async () => {
  services = await opened();
});
afterAll(async () => {
  await Effect.runPromise(Scope.close(scope, Exit.void));
  rmSync(folder, { recursive: true, force: true });
});

const kept = await keptCases();

describe("kept cases, first of all", () => {
  it("are there, each with what was found", () => {
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.filter(({ found }) => (found ?? "").length < 20)).toEqual([]);
  });

  it.for(kept.map((one) => [one.id, one] as const))("%s", async ([, one]) => {
    expect(await Effect.runPromise(runCase(honest(), one))).toBeUndefined();
  });
});

const runs: readonly (readonly [string, PresetName, (typeof rowMachines)[number]["machine"], number])[] =
  rowMachines.flatMap(({ machine }) => [
    [machine.id, "2020-07", machine, machine.id === "verification" ? 60 : 30] as const,
    ...(machine.id === "consent" ? [[machine.id, "2020-10", machine, 30] as const] : []),
  ]);

describe("a random run of commands", () => {
  it.for(runs)("finds no difference in %s under %s", async ([, preset, machine, numRuns]) => {
    const states = new Set<string>();
    await modelRun(machine, preset, honest(), {
      numRuns,
      keptIn: keptFolder,
      visit: (state) => void states.add(state),
    });
    // A state that is gone is nowhere stood in but at the beginning.
    const standing = Object.entries(machine.states).filter(([, { meta }]) => meta.gone !== true);
    expect(standing.map(([state]) => state).filter((state) => !states.has(state))).toEqual([]);
  });

  it("never changes the model when a command is only asked whether it fits", async () => {
    const [row] = rowMachines;
    if (row === undefined) throw new Error("there is no row machine");
    const last = { model: undefined, trial: undefined };
    const { model } = await setUp(row.machine, "2020-07", honest(), [], last);
    const before = JSON.stringify(model);
    const act = new Act({ pick: 3 }, { type: "level.announced" }, 2);
    expect(act.check()).toBe(true);
    expect(JSON.stringify(model)).toBe(before);
    expect(String(act)).toBe("wait until instant 3, send level.announced with payload 2");
  });
});

describe("a service with another law", () => {
  it("is found, shrunk, told with all that repeats it, and kept", async () => {
    const row = rowMachines.find(({ machine }) => machine.id === "verification");
    if (row === undefined) throw new Error("there is no verification");
    const founding = presets["2020-07"];
    const policy = { ...founding, constants: { ...founding.constants, codeTries: 4 } };
    const keptIn = freshFolder();
    const wrong = await opened({ policy });
    const failure = await modelRun(row.machine, "2020-07", wrong, {
      numRuns: 1_000,
      keptIn,
      fromRest: true,
    }).then(
      () => "no difference",
      (cause: unknown) => String(cause),
    );
    expect(failure).toMatch(/shrunk [1-9]\d* times to: from start 0, wait /);
    expect(failure).toMatch(
      /FC_SEED=\d+ FC_PATH='[\d:]+' FC_REPLAY='[^']+' npm test -- test\/conform\/modelruns/,
    );
    const [file] = readdirSync(keptIn);
    expect(failure).toContain(`conform --case ${relative(process.cwd(), join(keptIn, file ?? ""))}`);
    const [found] = await keptCases(keptIn);
    if (found === undefined) throw new Error("nothing was kept");
    // One code, and then as many wrong tries as lock it.
    expect(found.steps.map(({ event }) => event?.type)).toEqual([
      "code.requested",
      "code.submitted",
      "code.submitted",
      "code.submitted",
      "code.submitted",
    ]);
    expect(await Effect.runPromise(runCase(wrong, found))).toBeDefined();
    expect(await Effect.runPromise(runCase(honest(), found))).toBeUndefined();
  });
});
