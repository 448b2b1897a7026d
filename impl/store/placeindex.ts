// An open-addressed index from hashes to places in a table: eight to sixteen bytes an entry, and no objects.
// The table of a day's aliases has two of them. It stores places only, so what a hash was made of can be blanked;
// a removed entry leaves a mark that keeps the search going past it.

export interface PlaceIndex {
  readonly add: (hash: number, place: number) => void;
  readonly remove: (hash: number, place: number) => void;
  /** The first place with this hash that matches; -1 when there is none. */
  readonly find: (hash: number, matches: (place: number) => boolean) => number;
}

const empty = 0;
const removed = -1;

/** `hashAt` gives the hash of a place that is still in the index; growing needs it. */
export const makePlaceIndex = (hashAt: (place: number) => number): PlaceIndex => {
  let buckets = new Int32Array(1_024);
  let used = 0;

  const put = (hash: number, place: number): void => {
    const mask = buckets.length - 1;
    let bucket = hash & mask;
    while (buckets[bucket] !== empty) bucket = (bucket + 1) & mask;
    buckets[bucket] = place + 1;
    used += 1;
  };

  const grow = (): void => {
    const old = buckets;
    buckets = new Int32Array(old.length * 2);
    used = 0;
    for (const entry of old) if (entry > 0) put(hashAt(entry - 1), entry - 1);
  };

  const bucketOf = (hash: number, matches: (place: number) => boolean): number => {
    const mask = buckets.length - 1;
    for (let bucket = hash & mask; ; bucket = (bucket + 1) & mask) {
      const entry = buckets[bucket] ?? empty;
      if (entry === empty) return -1;
      if (entry > 0 && matches(entry - 1)) return bucket;
    }
  };

  return {
    add: (hash, place) => {
      if ((used + 1) * 2 > buckets.length) grow();
      put(hash, place);
    },
    remove: (hash, place) => {
      const bucket = bucketOf(hash, (candidate) => candidate === place);
      if (bucket >= 0) buckets[bucket] = removed;
    },
    find: (hash, matches) => {
      const bucket = bucketOf(hash, matches);
      return bucket < 0 ? -1 : (buckets[bucket] ?? 0) - 1;
    },
  };
};
