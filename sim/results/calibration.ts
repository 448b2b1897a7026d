// The virtual city held against the real one: each published range of a scenario beside what came out of the run.
// A run puts the lines into run.json, and the terminal and the report show them; a range that is missed fails nothing.
// What the level of the run does not know is left out.
import type { Scenario } from "../scenario.ts";
import type { Calibrated } from "./findings.ts";
import { measures } from "./measures.ts";
import type { Run } from "./run.ts";

export const calibrate = (
  { calibration = [] }: Scenario,
  run: Omit<Run, "calibration">,
): readonly (typeof Calibrated.Type)[] =>
  calibration.flatMap(({ what, from, to, source }) => {
    const { says, of } = measures[what];
    const measured = of(run);
    return measured === undefined ? [] : [{ id: what, says, measured, from, to, source }];
  });
