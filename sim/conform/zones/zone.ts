/**
 * A zone: a set of instants given by bounds on their differences, over the prover's difference-bound matrices.
 * The symbolic reading of one lifecycle works on zones with as many instants as a history has, none of which is forgotten until
 * it is asked to; that is what this adds. A strict bound `< c` is written `<= c - 1`, because time is whole milliseconds.
 */
import { atMost, close, mostBetween, picked, type Matrix } from "../../prove/zones/matrix.ts";

export { includes, mostBetween as boundOf } from "../../prove/zones/matrix.ts";

export type Zone = Matrix;

/** An instant among others: one of the zone's own, and so many milliseconds later. */
export interface Ref {
  readonly clock: number;
  readonly plus: number;
}

export const anyInstants = (size: number): Zone => {
  const most = new Float64Array(size * size).fill(Infinity);
  for (let one = 0; one < size; one += 1) most[one * size + one] = 0;
  return { size, most };
};

/** The part of the zone in which `one` is at most so much after `other`; nothing where there is none. */
export const atMostAfter = (zone: Zone, one: Ref, other: Ref, byMs: number): Zone | undefined =>
  atMost(zone, one.clock, other.clock, byMs - one.plus + other.plus);

/** The zone over these instants alone, each one of its own. */
export const over = (zone: Zone, refs: readonly Ref[]): Zone => picked(zone, refs);

/** The zone with instants of which nothing is known yet; their numbers come after those it has. */
export function withMore(zone: Zone, more: number): Zone {
  const wider = anyInstants(zone.size + more);
  for (let row = 0; row < zone.size; row += 1)
    for (let column = 0; column < zone.size; column += 1)
      wider.most[row * wider.size + column] = mostBetween(zone, row, column);
  return wider;
}

/** Differences beyond the longest that the law asks about are all the same; so there are only finitely many zones. */
export function coarsened({ size, most }: Zone, longestMs: number): Zone {
  const coarse: Zone = {
    size,
    most: most.map((bound) => (bound > longestMs ? Infinity : Math.max(bound, -longestMs))),
  };
  close(coarse);
  return coarse;
}
