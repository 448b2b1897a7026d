/**
 * Chance with a seed, for samples that are the same every time: a small generator, a shuffle, and a draw.
 * MUTANT_SEED draws others.
 */
const fixed = 20_200_701;

export const sampleSeed = Number.parseInt(process.env["MUTANT_SEED"] ?? "", 10) || fixed;

/** Numbers from 0 to below 1, by mulberry32. */
const drawing = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** The same in another order, which the seed alone decides. */
export function shuffled<T>(list: readonly T[], seed: number): readonly T[] {
  const draw = drawing(seed);
  return list
    .map((one) => ({ one, place: draw() }))
    .toSorted((left, right) => left.place - right.place)
    .map(({ one }) => one);
}

/** So many of them, drawn by the seed, in their own order. */
export function drawn<T>(list: readonly T[], count: number, seed: number): readonly T[] {
  const chosen = new Set(shuffled(list, seed).slice(0, count));
  return list.filter((one) => chosen.has(one));
}
