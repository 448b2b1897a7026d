/**
 * How many passes each account asked for in the last minute (clause C6): counted in memory only, and gone after that minute.
 * It would be a list of a person's passes if it were kept, so it never is.
 */
const minute = 60_000;
const accountsMax = 100_000;

export interface PassRate {
  readonly lastMinute: (account: number, atMs: number) => number;
  readonly count: (account: number, atMs: number) => void;
}

export const makePassRate = (): PassRate => {
  const times = new Map<number, number[]>();
  const recent = (account: number, atMs: number): number[] =>
    (times.get(account) ?? []).filter((time) => !(atMs >= time + minute));
  const prune = (atMs: number): void => {
    for (const account of times.keys()) {
      const left = recent(account, atMs);
      if (left.length === 0) times.delete(account);
      else times.set(account, left);
    }
  };
  return {
    lastMinute: (account, atMs) => (times.has(account) ? recent(account, atMs).length : 0),
    count: (account, atMs) => {
      if (times.size >= accountsMax) prune(atMs);
      times.set(account, [...recent(account, atMs), atMs]);
    },
  };
};
