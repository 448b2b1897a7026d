// Some of a kind, people or devices, of whom a load may use each only so often in a minute: they are used once and then rest for one.
// The crowd of a load keeps its members so, and makes more of them where too few have rested.
// It counts no single use.

export interface Rested<A> {
  readonly count: () => number;
  readonly join: (some: readonly A[]) => void;
  /** All who have rested. */
  readonly free: (nowMs: number) => readonly A[];
  readonly used: (some: readonly A[], nowMs: number) => void;
}

const minuteMs = 60_000;

export const makeRested = <A>(): Rested<A> => {
  const all: { readonly one: A; restedAtMs: number }[] = [];
  return {
    count: () => all.length,
    join: (some) => {
      all.push(...some.map((one) => ({ one, restedAtMs: -Infinity })));
    },
    free: (nowMs) => all.flatMap(({ one, restedAtMs }) => (nowMs >= restedAtMs ? [one] : [])),
    used: (some, nowMs) => {
      const them = new Set(some);
      for (const each of all) if (them.has(each.one)) each.restedAtMs = nowMs + minuteMs;
    },
  };
};
