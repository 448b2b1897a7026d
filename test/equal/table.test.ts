// Every state of every machine, with all it can keep, under every event with all it can bring, at every time class:
// the core, `step`, the plain reading and XState agree in state, fields and everything told or refused, in order.
// The size of the table is predicted by arithmetic, and no machine's share of it may become small unnoticed.
import { afterAll, describe, expect, it } from "vitest";
import { machines } from "../../models/machines.ts";
import { presetNames } from "../../models/policy.ts";
import { covering } from "../covering.ts";
import { compareState } from "./compare.ts";
import { generatedLaw } from "./generatedlaw.ts";
import { predicted, predictedIn } from "./predicted.ts";

/** The least number of cases of each machine under one policy. */
const floors: Readonly<Record<string, number>> = {
  crisis: 40,
  consent: 500,
  verification: 150_000,
  pass: 390,
  visit: 90,
  day: 24,
  disclosure: 4_000,
};

const cover = covering(import.meta.url);
let compared = 0;

for (const preset of presetNames) {
  for (const machine of machines) {
    describe(`${machine.id} under ${preset}`, () => {
      it.for(Object.keys(machine.states))("agrees in %s", { timeout: 120_000 }, (state) => {
        const { cases, difference } = compareState(generatedLaw, machine, state, preset, cover.life);
        compared += cases;
        expect(difference).toBeUndefined();
        expect(cases).toBe(predictedIn(machine, state));
      });

      it("has no fewer cases than it must", () => {
        expect(predicted(machine)).toBeGreaterThanOrEqual(floors[machine.id] ?? Infinity);
      });
    });
  }
}

describe("the table", () => {
  afterAll(() => console.info(`compared ${String(compared)} cases`));

  it("is as large as predicted, and between 100,000 and 400,000 cases", () => {
    const size = machines.reduce((all, machine) => all + predicted(machine), 0) * presetNames.length;
    expect(compared).toBe(size);
    expect(size).toBeGreaterThan(100_000);
    expect(size).toBeLessThan(400_000);
  });
});
