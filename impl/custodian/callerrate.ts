/**
 * How much each caller asked of this server in the present minute, whatever came of it (clause C6): counted in memory only.
 * It protects the server from work that the law never sees, such as forged signatures in heaps; what the law limits is counted apart.
 */
const minute = 60_000;

export interface CallerRate {
  /** Counts so much for a caller; no when it would be more than a minute may have, and then nothing is counted. */
  readonly take: (caller: string, amount: number, nowMs: number) => boolean;
}

export const makeCallerRate = (most: number): CallerRate => {
  const asked = new Map<string, number>();
  let startedAtMs = Number.NEGATIVE_INFINITY;
  return {
    take: (caller, amount, nowMs) => {
      // All minutes begin together, so that nothing of an older one is kept; a clock that stepped back begins one too.
      if (nowMs >= startedAtMs + minute || !(nowMs >= startedAtMs)) {
        asked.clear();
        startedAtMs = nowMs;
      }
      const sum = (asked.get(caller) ?? 0) + amount;
      if (sum > most) return false;
      asked.set(caller, sum);
      return true;
    },
  };
};
