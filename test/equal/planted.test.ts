// The comparison must be able to fail: a mistake planted in a copy of the generated code or of the models is reported,
// with the machine, the state, the event and what differs, by the same function that table.test.ts relies on.
import { describe, expect, it } from "vitest";
import { machineOf } from "../../models/machines.ts";
import { presetNames } from "../../models/policy.ts";
import { visit } from "../../models/visit.ts";
import { compareState } from "./compare.ts";
import type { Law } from "./coreside.ts";
import { generatedLaw } from "./generatedlaw.ts";
import { livedAlike } from "./history.ts";
import { planted, type Plant } from "./planting.ts";
import { plants } from "./plants.ts";
import { check, seed } from "./seed.ts";
import { predictedIn } from "./predicted.ts";

/** The first difference over all states of a machine, small states first. */
function reported(law: Law, id: string): string {
  const machine = machineOf(id);
  if (machine === undefined) return `there is no machine called ${id}`;
  const states = Object.keys(machine.states).toSorted(
    (one, other) => predictedIn(machine, one) - predictedIn(machine, other),
  );
  for (const state of states) {
    for (const preset of presetNames) {
      const { difference } = compareState(law, machine, state, preset);
      if (difference !== undefined) return difference;
    }
  }
  return "no difference";
}

const nameOf = ({ kind, file, machine }: Plant) => `${kind} of ${machine} changed in ${file}`;

describe("a planted mistake is reported", () => {
  it.for(plants.map((plant) => [nameOf(plant), plant] as const))(
    "%s",
    { timeout: 60_000 },
    async ([, plant]) => {
      const report = await planted(plant, (law) => reported(law, plant.machine));
      const [state, event, what] = plant.told;
      expect(report).toContain(`${plant.machine} in ${state}, ${event}`);
      expect(report).toContain(`: ${what}: `);
    },
  );

  it("by the random histories too, shrunk and with what reproduces it", { timeout: 60_000 }, async () => {
    const plant = plants.find(({ machine, kind }) => machine === "visit" && kind === "target");
    if (plant === undefined) throw new Error("nothing is planted in the visit");
    const report = await planted(plant, (law) => {
      try {
        check(livedAlike(law, visit, "2020-07"), "histories.test.ts", 500);
        return "no difference";
      } catch (failure) {
        return failure instanceof Error ? failure.message : "";
      }
    });
    const told = report.split("\n").filter((line) => line.includes(" -> "));
    expect(told.map((line) => /: (\S+)/.exec(line)?.[1])).toEqual(["visit.recorded", "visit.released"]);
    expect(report).toContain("the core says erased, XState says disclosed");
    expect(report).toContain(`FC_SEED=${String(seed)} npm run -s vitest -- test/equal/histories.test.ts`);
  });

  it("of each kind, in the generated code and in the models", () => {
    for (const [folder, least] of [
      ["impl/", 6],
      ["models/", 6],
    ] as const) {
      const kinds = new Set(plants.filter(({ file }) => file.startsWith(folder)).map(({ kind }) => kind));
      expect(kinds.size).toBe(least);
    }
  });

  it("and where nothing is planted there is nothing to report", () => {
    expect(reported(generatedLaw, "disclosure")).toBe("no difference");
  });
});
