/**
 * How many passes each account asked for in the last minute (clause C6): counted in memory only, and gone after the next one.
 * It would be a list of a person's passes if it were kept, so it never is. The limit itself is the law's business.
 */
import { makeGenerations } from "./generations.ts";

const minute = 60_000;

export interface PassRate {
  readonly lastMinute: (account: number, atMs: number) => number;
  readonly count: (account: number, atMs: number) => void;
  /** Takes back what was counted at this instant, because it was never issued. */
  readonly uncount: (account: number, atMs: number) => void;
  /** Accounts of which something is remembered. */
  readonly accounts: () => number;
}

const countedIn = (times: readonly number[] | undefined, atMs: number): number => {
  let found = 0;
  for (const time of times ?? []) if (!(atMs >= time + minute)) found += 1;
  return found;
};

export const makePassRate = (): PassRate => {
  const times = makeGenerations<number[]>(minute);
  return {
    lastMinute: (account, atMs) =>
      countedIn(times.young().get(account), atMs) + countedIn(times.old().get(account), atMs),
    count: (account, atMs) => {
      times.turn(atMs);
      const counted = times.young().get(account);
      if (counted === undefined) times.young().set(account, [atMs]);
      else counted.push(atMs);
    },
    uncount: (account, atMs) => {
      for (const generation of [times.young(), times.old()]) {
        const counted = generation.get(account);
        const found = counted?.lastIndexOf(atMs) ?? -1;
        if (counted === undefined || found < 0) continue;
        counted.splice(found, 1);
        if (counted.length === 0) generation.delete(account);
        return;
      }
    },
    accounts: () => times.young().size + times.old().size,
  };
};
