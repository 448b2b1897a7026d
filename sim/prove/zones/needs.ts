/**
 * Which comparisons of instants a search makes, by the places of the two and by how much the one is after the other.
 * From these follows what of a zone has to be told apart: two zones that answer all comparisons alike, now and after any step, are one.
 * What is noted too little makes zones larger than they are, never smaller: a promise that holds over them holds.
 */
import type { Origin } from "./moment.ts";

/** No instant of the law lies further from another one that it is compared with. */
const furthestMs = 4_000 * 86_400_000;

export interface Needs {
  readonly size: number;
  /** In row i, column j: the least and the greatest bound that place i is asked to lie after place j; empty if least is greater. */
  readonly least: Float64Array;
  readonly greatest: Float64Array;
}

interface Assigned {
  readonly place: number;
  readonly from: Origin;
}

export const noNeeds = (size: number): Needs => ({
  size,
  least: new Float64Array(size * size).fill(Infinity),
  greatest: new Float64Array(size * size).fill(-Infinity),
});

const within = (bound: number): number => Math.max(-furthestMs, Math.min(furthestMs, bound));

/** Needs that ask besides how long one place lies before the present, up to so much. */
export function askingAge(needs: Needs, place: number, most: number): Needs {
  const more = { ...needs, least: needs.least.slice(), greatest: needs.greatest.slice() };
  note(more, 0, place, 0, most);
  return more;
}

/** Takes note of bounds between two places; answers whether that was new. */
function note(
  { size, least, greatest }: Needs,
  later: number,
  earlier: number,
  from: number,
  to: number,
): boolean {
  if (later === earlier || from > to) return false;
  const place = later * size + earlier;
  const [low, high] = [within(from), within(to)];
  const isNew = low < (least[place] ?? Infinity) || high > (greatest[place] ?? -Infinity);
  if (isNew) {
    least[place] = Math.min(least[place] ?? Infinity, low);
    greatest[place] = Math.max(greatest[place] ?? -Infinity, high);
  }
  return isNew;
}

/** Hears of comparisons and assignments while a search runs, and says afterwards what they need. */
export function listener(size: number) {
  const needs = noNeeds(size);
  const assigned = new Map<string, Assigned>();
  return {
    compared: (later: Origin, earlier: Origin, bound: number): void => {
      note(
        needs,
        later.place,
        earlier.place,
        bound - later.greatest + earlier.least,
        bound - later.least + earlier.greatest,
      );
    },
    assigned: (place: number, from: Origin): void => {
      if (place === from.place && from.least === 0 && from.greatest === 0) return;
      const key = `${String(place)} ${String(from.place)} ${String(from.least)} ${String(from.greatest)}`;
      if (!assigned.has(key)) assigned.set(key, { place, from });
    },
    /** What a place is compared with, whatever it is set from has to be compared with too. */
    needed: (): Needs => {
      const { least, greatest } = needs;
      const between = (later: number, earlier: number) =>
        [least[later * size + earlier] ?? Infinity, greatest[later * size + earlier] ?? -Infinity] as const;
      for (let hasGrown = true; hasGrown;) {
        hasGrown = false;
        for (const { place, from } of assigned.values())
          for (let other = 0; other < size; other += 1) {
            const [low, high] = between(place, other);
            const isLater = note(needs, from.place, other, low - from.greatest, high - from.least);
            const [lowest, highest] = between(other, place);
            const isEarlier = note(needs, other, from.place, lowest + from.least, highest + from.greatest);
            hasGrown ||= isLater || isEarlier;
          }
      }
      return needs;
    },
  };
}

export type Listener = ReturnType<typeof listener>;

/** Whether these needs ask for nothing that the others do not ask for. */
export const areWithin = (needs: Needs, others: Needs): boolean =>
  needs.least.every(
    (least, place) =>
      least >= (others.least[place] ?? Infinity) &&
      (needs.greatest[place] ?? -Infinity) <= (others.greatest[place] ?? -Infinity),
  );

/** All that either of the two asks for. */
export const joined = (needs: Needs, others: Needs): Needs => ({
  size: needs.size,
  least: needs.least.map((least, place) => Math.min(least, others.least[place] ?? Infinity)),
  greatest: needs.greatest.map((greatest, place) => Math.max(greatest, others.greatest[place] ?? -Infinity)),
});

/** The bounds between two places in both directions, as bounds on how much the first can be after the second. */
export function asked({ size, least, greatest }: Needs, later: number, earlier: number, grain: number) {
  const way = later * size + earlier;
  const back = earlier * size + later;
  return {
    least: Math.min(least[way] ?? Infinity, -(greatest[back] ?? -Infinity) - grain),
    greatest: Math.max(greatest[way] ?? -Infinity, -(least[back] ?? Infinity) - grain),
  };
}
