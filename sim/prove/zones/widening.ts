/**
 * Makes a zone as wide as it can be made without any comparison of the search being answered otherwise, so that a search comes to an end.
 * An instant about which nothing can be asked any more whose answer is not known is forgotten, but for the answers; ages are told apart only as far as they are asked for.
 * It only ever adds worlds: what holds of the wider zones holds. What is broken in them is played in whole milliseconds before it is told.
 */
import { close, mostBetween, present, type Matrix } from "./matrix.ts";
import { asked, type Needs } from "./needs.ts";

export interface Widened {
  readonly zone: Matrix;
  /** The clocks that were forgotten, but for what was asked about them. */
  readonly old: ReadonlySet<number>;
}

/** In real time, a sliver more or less is only a sliver. */
const rounded = (bound: number, grain: number): number =>
  grain === 1 || bound === Infinity || Number.isInteger(bound) ? bound : Math.ceil(bound) - grain;

/** The zone made wider; `places` says which place of the needs each of its clocks has. */
export function widened(zone: Matrix, places: readonly number[], needs: Needs, grain: number): Widened {
  const { size } = zone;
  const between = (later: number, earlier: number) =>
    asked(needs, places[later] ?? 0, places[earlier] ?? 0, grain);
  const isDecided = (clock: number, other: number): boolean => {
    const { least, greatest } = between(clock, other);
    return (
      least > greatest ||
      mostBetween(zone, clock, other) <= least ||
      mostBetween(zone, other, clock) <= -greatest - grain
    );
  };
  const isSettled = places.map((_, clock) =>
    places.every((_place, other) => clock === other || other === present || isDecided(clock, other)),
  );
  /** From this age on, nobody can tell how old it is. */
  const ageAsked = places.map((_, clock) => -between(clock, present).least);
  const old = new Set<number>();
  for (let clock = 1; clock < size; clock += 1)
    if (isSettled[clock] === true && -mostBetween(zone, clock, present) >= (ageAsked[clock] ?? -Infinity))
      old.add(clock);

  const most = zone.most.map((bound) => rounded(bound, grain));
  for (let later = 0; later < size; later += 1)
    for (let earlier = 0; earlier < size; earlier += 1) {
      const at = later * size + earlier;
      const bound = most[at] ?? Infinity;
      if (later === earlier || bound === Infinity) continue;
      const { least, greatest } = between(later, earlier);
      const isOld = old.has(later) || old.has(earlier);
      // With the later one as far in the future as it can be, the earlier one is still past all asking.
      const isPastAsking =
        earlier !== present &&
        isSettled[earlier] === true &&
        bound - mostBetween(zone, later, present) >= (ageAsked[earlier] ?? -Infinity);
      if ((isOld || isPastAsking) && bound > greatest) most[at] = Infinity;
      else if ((isOld || earlier === present) && bound < least && least < Infinity) most[at] = least;
    }
  const wider = { size, most };
  close(wider);
  return { zone: wider, old };
}
