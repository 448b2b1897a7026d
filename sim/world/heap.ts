// What comes next: entries taken out by their time, the earliest first, and of one time in the order in which they were put in.
// The queue of a service keeps those in it who come back later. A binary heap over two arrays, with no object an entry.
// It refuses nothing; from an empty heap comes -1.

export interface Heap {
  readonly size: () => number;
  readonly put: (atMs: number, entry: number) => void;
  /** The time of the earliest entry, or Infinity. */
  readonly nextMs: () => number;
  readonly take: () => number;
}

export const makeHeap = (): Heap => {
  const times: number[] = [];
  const turns: number[] = [];
  const entries: number[] = [];
  let puts = 0;
  const isBefore = (a: number, b: number): boolean => {
    const first = times[a] ?? Infinity;
    const second = times[b] ?? Infinity;
    return first === second ? (turns[a] ?? 0) < (turns[b] ?? 0) : first < second;
  };
  const swap = (a: number, b: number): void => {
    for (const column of [times, turns, entries]) {
      const held = column[a] ?? 0;
      column[a] = column[b] ?? 0;
      column[b] = held;
    }
  };
  return {
    size: () => times.length,
    put: (atMs, entry) => {
      let place = times.length;
      times.push(atMs);
      turns.push(puts);
      entries.push(entry);
      puts += 1;
      for (let above = (place - 1) >> 1; place > 0 && isBefore(place, above); above = (place - 1) >> 1) {
        swap(place, above);
        place = above;
      }
    },
    nextMs: () => times[0] ?? Infinity,
    take: () => {
      const entry = entries[0] ?? -1;
      const last = times.length - 1;
      if (last < 0) return entry;
      swap(0, last);
      for (const column of [times, turns, entries]) column.pop();
      let place = 0;
      for (;;) {
        const left = place * 2 + 1;
        const least = left + 1 < last && isBefore(left + 1, left) ? left + 1 : left;
        if (least >= last || !isBefore(least, place)) return entry;
        swap(least, place);
        place = least;
      }
    },
  };
};
