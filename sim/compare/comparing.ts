// What `compare` hands over: both sides, the seeds, every figure compared, the promises broken, and the plain sentence; in one versioned form.
// Scripts read it as JSON, people as a table.
import type { Run } from "../results/run.ts";
import { brokenPromises, compareAll, type BrokenPromise, type Compared, type Pair } from "./comparison.ts";
import { plainSentence } from "./sentence.ts";

type SideTold = Pick<Run["manifest"], "scenario" | "policy" | "level" | "people" | "venues" | "days">;

export interface Comparison {
  readonly schemaVersion: 1;
  readonly modelHash: string;
  readonly a: SideTold;
  readonly b: SideTold;
  readonly seeds: readonly number[];
  /** How many pairs were asked for; fewer were made where it was interrupted. */
  readonly asked: number;
  readonly figures: readonly Compared[];
  readonly promisesBroken: readonly BrokenPromise[];
  readonly sentence: string;
}

const sideOf = ({ scenario, policy, level, people, venues, days }: Run["manifest"]): SideTold => ({
  scenario,
  policy,
  level,
  people,
  venues,
  days,
});

/** Undefined where there is no pair at all. */
export const comparisonOf = (pairs: readonly Pair[], asked: number): Comparison | undefined => {
  const [first] = pairs;
  if (first === undefined) return undefined;
  const figures = compareAll(pairs);
  const promisesBroken = brokenPromises(pairs);
  return {
    schemaVersion: 1,
    modelHash: first.a.manifest.modelHash,
    a: sideOf(first.a.manifest),
    b: sideOf(first.b.manifest),
    seeds: pairs.map(({ a }) => a.manifest.seed),
    asked,
    figures,
    promisesBroken,
    sentence: plainSentence(pairs, figures, promisesBroken),
  };
};
