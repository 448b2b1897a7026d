// Choosing one of many, each with its weight, in constant time: Vose's alias method.
// The world uses it to choose venues by popularity; the chance comes in as a number from 0 to just under 1.
// It refuses nothing: without any weight it chooses evenly, and out of nothing it answers -1.

export interface Picker {
  readonly items: Int32Array;
  readonly keep: Float64Array;
  readonly other: Int32Array;
}

/** Builds a picker over the given items, where `weights` is read by the same position. */
export const pickerOf = (items: readonly number[], weightOf: (item: number) => number): Picker => {
  const count = items.length;
  const total = items.reduce((sum, item) => sum + weightOf(item), 0);
  const keep = new Float64Array(count);
  const other = new Int32Array(count);
  const small: number[] = [];
  const large: number[] = [];
  items.forEach((item, index) => {
    const scaled = total > 0 ? (weightOf(item) * count) / total : 1;
    keep[index] = scaled;
    other[index] = index;
    (scaled < 1 ? small : large).push(index);
  });
  for (;;) {
    const less = small.pop();
    const more = large.pop();
    if (less === undefined || more === undefined) {
      for (const rest of [less, more, ...small, ...large]) if (rest !== undefined) keep[rest] = 1;
      return { items: Int32Array.from(items), keep, other };
    }
    other[less] = more;
    const left = (keep[more] ?? 0) - (1 - (keep[less] ?? 0));
    keep[more] = left;
    (left < 1 ? small : large).push(more);
  }
};

export const pick = (picker: Picker, chance: number): number => {
  const place = chance * picker.items.length;
  const index = Math.floor(place);
  const chosen = place - index < (picker.keep[index] ?? 1) ? index : (picker.other[index] ?? index);
  return picker.items[chosen] ?? -1;
};
