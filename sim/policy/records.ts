// The records that visits leave with the custodian, as an index: by the day on which they end, who was where and when, eight bytes a visit and a venue.
// Lookups under a case read it, and a day's end takes the whole day away, as a partition of a store is dropped.
// Who it was is known to the simulation alone; the custodian of a real system has a sealed handle in its place.

interface Partition {
  count: number;
  person: Int32Array;
  venue: Int32Array;
  /** Milliseconds since the origin of the partition. */
  scannedMs: Int32Array;
  readonly originMs: number;
  /** The first and the last scan, likewise. */
  firstMs: number;
  lastMs: number;
}

export interface FoundRecord {
  readonly person: number;
  readonly venue: number;
  readonly scannedAtMs: number;
  readonly eraseAtMs: number;
}

export interface Lookup {
  readonly venues: readonly number[];
  readonly fromMs: number;
  readonly untilMs: number;
  /** When it is asked: nothing that ended by then is found. */
  readonly atMs: number;
}

export interface Records {
  readonly add: (person: number, venue: number, scannedAtMs: number, eraseAtMs: number) => void;
  readonly find: (lookup: Lookup) => readonly FoundRecord[];
  /** Takes away what has ended by an instant: by the instant at which it ended, how many. */
  readonly erase: (atMs: number) => ReadonlyMap<number, number>;
  readonly live: () => number;
  /** When the first of them ends; Infinity where there are none. */
  readonly earliestEndMs: () => number;
}

const roomAtFirst = 1_024;

const grown = (column: Int32Array): Int32Array => {
  const wider = new Int32Array(Math.ceil(column.length * 1.5));
  wider.set(column);
  return wider;
};

export const makeRecords = (): Records => {
  const partitions = new Map<number, Partition>();
  let lastEnd = 0;
  let last: Partition | undefined;

  const partitionOf = (eraseAtMs: number, scannedAtMs: number): Partition => {
    if (last !== undefined && lastEnd === eraseAtMs) return last;
    const found = partitions.get(eraseAtMs) ?? {
      count: 0,
      person: new Int32Array(roomAtFirst),
      venue: new Int32Array(roomAtFirst),
      scannedMs: new Int32Array(roomAtFirst),
      originMs: scannedAtMs,
      firstMs: 0,
      lastMs: 0,
    };
    partitions.set(eraseAtMs, found);
    last = found;
    lastEnd = eraseAtMs;
    return found;
  };

  return {
    add: (person, venue, scannedAtMs, eraseAtMs) => {
      const partition = partitionOf(eraseAtMs, scannedAtMs);
      const place = partition.count;
      if (place === partition.person.length) {
        partition.person = grown(partition.person);
        partition.venue = grown(partition.venue);
        partition.scannedMs = grown(partition.scannedMs);
      }
      partition.person[place] = person;
      partition.venue[place] = venue;
      const scannedMs = scannedAtMs - partition.originMs;
      partition.scannedMs[place] = scannedMs;
      if (scannedMs > partition.lastMs) partition.lastMs = scannedMs;
      if (partition.firstMs > scannedMs) partition.firstMs = scannedMs;
      partition.count = place + 1;
    },
    find: ({ venues, fromMs, untilMs, atMs }) => {
      const wanted = new Set(venues);
      const found: FoundRecord[] = [];
      for (const [eraseAtMs, partition] of partitions) {
        const { count, person, venue, scannedMs, originMs, firstMs, lastMs } = partition;
        // Most days lie outside the window of a case altogether.
        if (atMs >= eraseAtMs || fromMs > originMs + lastMs || originMs + firstMs >= untilMs) continue;
        for (let place = 0; place < count; place += 1) {
          const scannedAtMs = originMs + (scannedMs[place] ?? 0);
          if (!(scannedAtMs >= fromMs) || scannedAtMs >= untilMs || !wanted.has(venue[place] ?? -1)) continue;
          found.push({
            person: person[place] ?? -1,
            venue: venue[place] ?? -1,
            scannedAtMs,
            eraseAtMs,
          });
        }
      }
      return found;
    },
    erase: (atMs) => {
      const erased = new Map<number, number>();
      for (const [eraseAtMs, { count }] of partitions) {
        if (!(atMs >= eraseAtMs)) continue;
        erased.set(eraseAtMs, count);
        partitions.delete(eraseAtMs);
        last = undefined;
      }
      return erased;
    },
    earliestEndMs: () => Math.min(...partitions.keys()),
    live: () => [...partitions.values()].reduce((sum, { count }) => sum + count, 0),
  };
};
