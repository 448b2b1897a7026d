// The witness trace of a very small town's month, made once for the tests of this folder by a real simulation with real services.
// Its days, people and mistakes are chosen so that every rule of the law is decided in it, and few lines are needed for that.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect } from "effect";
import { afterAll } from "vitest";
import { simulate } from "../../../sim/simulate.ts";
import { scenarioText } from "../simulate/running.ts";

export interface Town {
  /** The folder of the run; it goes with the tests. */
  readonly out: string;
  readonly file: string;
  readonly lines: readonly string[];
}

export const simulateTown = async (): Promise<Town> => {
  const folder = mkdtempSync(join(tmpdir(), "entrylog-town-"));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const scenario = join(folder, "town.json");
  const text = scenarioText({
    behaviour: { withdrawsAWeek: 0.15, wrongCodeUntilLocked: 0.05 },
    investigation: { casesADayMax: 1, irregular: 0.5 },
    outbreak: { indexPersons: 60 },
    measured: { lookups: 1, reidentifications: 3 },
  });
  writeFileSync(scenario, text);
  const out = join(folder, "run");
  const size = { people: 6, venues: 2, days: 30, seed: 5 } as const;
  const asked = {
    scenario,
    out,
    ...size,
    durability: "normal",
    level: "service",
    workers: 1,
    set: {},
  } as const;
  await Effect.runPromise(simulate(asked).pipe(Effect.provide(NodeServices.layer)));
  const file = join(out, "witness.trace");
  return { out, file, lines: readFileSync(file, "latin1").trimEnd().split("\n") };
};
