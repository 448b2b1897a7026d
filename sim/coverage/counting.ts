// Counts what was met of the law: transitions, pairs of them, clauses and promises. The replay of a trace and the suites of tests
// count with it, each for itself; nothing is shared, and nothing is written here.
// It decides nothing, and takes any id: whether there is such a one is seen when the parts are joined.
import type { Rule } from "../../models/language/rule.ts";
import type { CoverageCounts } from "../results/coverage.ts";

export interface Counting {
  /** A transition was taken, after this one of the same instance, or after none: then the second id is empty. */
  readonly took: (transition: string, before: string) => void;
  /** A rule was decided: what it rests on, and what its refusal rests on. */
  readonly decided: (rule: Rule, refused: string) => void;
  readonly clause: (id: string, times?: number) => void;
  readonly promise: (id: string, times?: number) => void;
  readonly counted: () => CoverageCounts;
}

type Counts = Map<string, number>;

const add = (counts: Counts, id: string, times: number): void => {
  if (times > 0) counts.set(id, (counts.get(id) ?? 0) + times);
};

export const makeCounting = (): Counting => {
  const transitions: Counts = new Map();
  const pairs = new Map<string, Counts>();
  const clauses: Counts = new Map();
  const promises: Counts = new Map();

  const after = (before: string): Counts => {
    const known = pairs.get(before) ?? new Map<string, number>();
    pairs.set(before, known);
    return known;
  };

  return {
    took: (transition, before) => {
      add(transitions, transition, 1);
      if (before !== "") add(after(before), transition, 1);
    },
    decided: (rule, refused) => {
      for (const clause of rule.clauses) add(clauses, clause, 1);
      if (refused === "") return;
      for (const clause of rule.refusals.find(({ code }) => code === refused)?.clauses ?? [])
        add(clauses, clause, 1);
    },
    clause: (id, times = 1) => {
      add(clauses, id, times);
    },
    promise: (id, times = 1) => {
      add(promises, id, times);
    },
    counted: () => ({
      transitions: Object.fromEntries(transitions),
      pairs: Object.fromEntries([...pairs].map(([first, seconds]) => [first, Object.fromEntries(seconds)])),
      clauses: Object.fromEntries(clauses),
      promises: Object.fromEntries(promises),
    }),
  };
};
