/**
 * How many passes each account asked for in the last minute (clause C6): counted in memory only, and gone after that minute.
 * It would be a list of a person's passes if it were kept, so it never is. The limit itself is the law's business.
 */
const minute = 60_000;

export interface PassRate {
  readonly lastMinute: (account: number, atMs: number) => number;
  readonly count: (account: number, atMs: number) => void;
  /** Takes back what was counted at this instant, because it was never issued. */
  readonly uncount: (account: number, atMs: number) => void;
  /** Accounts of which something is remembered. */
  readonly accounts: () => number;
}

const isOver = (time: number, atMs: number): boolean => atMs >= time + minute;

export const makePassRate = (): PassRate => {
  /** By account, the one that was counted last at the end: so what is over stands in front. */
  const times = new Map<number, number[]>();

  const dropOld = (atMs: number): void => {
    for (const [account, counted] of times) {
      if (!isOver(counted.at(-1) ?? 0, atMs)) return;
      times.delete(account);
    }
  };

  return {
    lastMinute: (account, atMs) => {
      let found = 0;
      for (const time of times.get(account) ?? []) if (!isOver(time, atMs)) found += 1;
      return found;
    },
    count: (account, atMs) => {
      const counted = times.get(account) ?? [];
      while (counted.length > 0 && isOver(counted[0] ?? 0, atMs)) counted.shift();
      counted.push(atMs);
      times.delete(account);
      times.set(account, counted);
      dropOld(atMs);
    },
    uncount: (account, atMs) => {
      const counted = times.get(account) ?? [];
      const found = counted.lastIndexOf(atMs);
      if (found >= 0) counted.splice(found, 1);
      if (counted.length === 0) times.delete(account);
    },
    accounts: () => times.size,
  };
};
