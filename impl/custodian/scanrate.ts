/**
 * How many scans each venue delivered in the last minute (clause C6): counted in memory only, and gone after that minute.
 * It counts what carried the venue's own signature, so that nobody can use up another's minute. How many are too many is the law's.
 */
const minute = 60_000;
const venuesAtFirst = 10_000;

interface Recent {
  times: number[];
  /** Where in `times` the last minute begins. */
  from: number;
}

export interface ScanRate {
  readonly lastMinute: (venue: number, atMs: number) => number;
  readonly count: (venue: number, atMs: number) => void;
}

const settle = (recent: Recent, atMs: number): number => {
  const { times } = recent;
  while (recent.from < times.length && atMs >= (times[recent.from] ?? 0) + minute) recent.from += 1;
  if (recent.from > 64 && recent.from * 2 > times.length) {
    recent.times = times.slice(recent.from);
    recent.from = 0;
  }
  return recent.times.length - recent.from;
};

export const makeScanRate = (): ScanRate => {
  const venues = new Map<number, Recent>();
  let prunedAbove = venuesAtFirst;

  const prune = (atMs: number): void => {
    for (const [venue, recent] of venues) if (settle(recent, atMs) === 0) venues.delete(venue);
    prunedAbove = Math.max(venuesAtFirst, venues.size * 2);
  };

  return {
    lastMinute: (venue, atMs) => {
      const recent = venues.get(venue);
      return recent === undefined ? 0 : settle(recent, atMs);
    },
    count: (venue, atMs) => {
      const recent = venues.get(venue);
      if (recent !== undefined) {
        recent.times.push(atMs);
        return;
      }
      if (venues.size >= prunedAbove) prune(atMs);
      venues.set(venue, { times: [atMs], from: 0 });
    },
  };
};
