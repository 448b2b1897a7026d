// The thresholds of a scenario, judged on the figures of a run: the value, the limit, and whether it was met.
// A run puts them into run.json, and a command that ends with one missed fails with a code of its own.
// What the level of the run cannot know is named apart: it is neither met nor missed.
import type { Scenario } from "../scenario.ts";
import type { Threshold } from "./findings.ts";
import { measures } from "./measures.ts";
import type { Run } from "./run.ts";

export interface Judged {
  readonly thresholds: readonly (typeof Threshold.Type)[];
  /** Ids of those about which the run knows nothing. */
  readonly unknown: readonly string[];
}

export const judgeThresholds = (scenario: Scenario, run: Omit<Run, "thresholds">): Judged => {
  const asked = scenario.thresholds ?? [];
  const thresholds = asked.flatMap(({ id, what, most, least }) => {
    const { says, unit, of } = measures[what];
    const value = of(run);
    const bound = most === undefined ? ("least" as const) : ("most" as const);
    const limit = most ?? least;
    if (value === undefined || limit === undefined) return [];
    const met = bound === "most" ? !(value > limit) : value >= limit;
    return [{ id, says, value, bound, limit, unit, met }];
  });
  const known = new Set(thresholds.map(({ id }) => id));
  return { thresholds, unknown: asked.map(({ id }) => id).filter((id) => !known.has(id)) };
};
