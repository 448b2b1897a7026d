// A run held against what its scenario asks: thresholds judged and published ranges set beside what came out.
// Every level calls it last, when all other figures of the run are known.
// It changes no figure, and adds nothing where the scenario asks nothing.
import type { Scenario } from "../scenario.ts";
import { calibrate } from "./calibration.ts";
import type { Run } from "./run.ts";
import { judgeThresholds } from "./thresholds.ts";

export const judged = (scenario: Scenario, run: Run): Run => {
  const { thresholds, unknown } = judgeThresholds(scenario, run);
  return {
    ...run,
    ...(scenario.thresholds === undefined ? {} : { thresholds }),
    ...(unknown.length === 0 ? {} : { notJudged: unknown }),
    ...(scenario.calibration === undefined ? {} : { calibration: calibrate(scenario, run) }),
  };
};
