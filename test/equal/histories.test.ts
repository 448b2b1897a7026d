// Random timed histories from the initial state: after every event the core, `step`, the plain reading and XState agree.
// A failing history is shrunk and told, with the command that reproduces it; FC_SEED draws others.
// And time has no origin: moved by whole days, a step gives the same answer, moved by as many.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { machines } from "../../models/machines.ts";
import { presetNames, presets } from "../../models/policy.ts";
import { covering } from "../covering.ts";
import { casesOf } from "./cases.ts";
import { coreSide } from "./coreside.ts";
import { generatedLaw } from "./generatedlaw.ts";
import { livedAlike } from "./history.ts";
import { day } from "./instants.ts";
import { firstDifference } from "./outcome.ts";
import { check } from "./seed.ts";
import { shiftedCase, shiftedOutcome } from "./shift.ts";

const cover = covering(import.meta.url);
const historiesEach = 1_500;
const shiftsEach = 3_000;

describe.for(presetNames)("histories under %s", (preset) => {
  it.for(machines.map((machine) => [machine.id, machine] as const))(
    "agree for %s",
    { timeout: 120_000 },
    ([, machine]) => {
      const visited = new Set<string>();
      const lives = livedAlike(generatedLaw, machine, preset, (state) => visited.add(state), cover.living);
      check(lives, "histories.test.ts", historiesEach);
      expect([...visited].toSorted()).toEqual(Object.keys(machine.states).toSorted());
    },
  );
});

describe("a step moved by whole days", () => {
  it.for(machines.map((machine) => [machine.id, machine] as const))(
    "is the same step for %s",
    ([, machine]) => {
      const states = Object.keys(machine.states).map((state) => [...casesOf(machine, state)]);
      const side = coreSide(generatedLaw, machine.id, presets["2020-07"]);
      const moves = fc.property(
        fc.nat(),
        fc.nat(),
        fc.nat(day),
        fc.integer({ min: -2_000, max: 4_000 }),
        (state, place, ms, days) => {
          const cases = states[state % states.length] ?? [];
          const found = cases[place % Math.max(1, cases.length)];
          if (found === undefined) throw new Error(`${machine.id} has no cases`);
          const one = shiftedCase(machine, found, ms);
          const other = shiftedCase(machine, one, days * day);
          for (const take of [side.core, side.step]) {
            const expected = shiftedOutcome(machine, take(one.standing, one.event, one.now), days * day);
            expect(firstDifference(take(other.standing, other.event, other.now), expected)).toBeUndefined();
          }
        },
      );
      check(moves, "histories.test.ts", shiftsEach);
    },
  );
});
