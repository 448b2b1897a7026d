// Finds the saturation point: the highest rate that a service holds, by measuring one rate after the other.
// The rate is doubled until one does not hold, and then the middle between the last that held and the first that did not is tried.
// What holding means, and how a rate is measured, is told by whoever asks.
import { Effect } from "effect";

export interface Tried<A> {
  readonly perSecond: number;
  readonly held: boolean;
  readonly found: A;
}

export interface Limit<A> {
  /** The highest rate that held; 0 when not even the first one did. */
  readonly perSecond: number;
  /** Whether a rate was found that did not hold; without one the limit lies beyond what was tried. */
  readonly isReached: boolean;
  /** Every rate in the order of trying. */
  readonly tried: readonly Tried<A>[];
}

export interface Search<A, E, R> {
  readonly firstPerSecond: number;
  readonly mostPerSecond: number;
  readonly measure: (perSecond: number) => Effect.Effect<{ readonly held: boolean; readonly found: A }, E, R>;
}

/** The limit is told to about a tenth. */
const closeEnough = 1.1;

export const findLimit = Effect.fnUntraced(function* <A, E, R>(search: Search<A, E, R>) {
  const tried: Tried<A>[] = [];
  let held = 0;
  let broke = Infinity;
  let perSecond = search.firstPerSecond;
  while (held < search.mostPerSecond && broke > held * closeEnough && perSecond >= 1) {
    const one = yield* search.measure(perSecond);
    tried.push({ perSecond, ...one });
    if (one.held) held = perSecond;
    else broke = perSecond;
    perSecond = Math.round(
      broke === Infinity ? Math.min(perSecond * 2, search.mostPerSecond) : (held + broke) / 2,
    );
    if (perSecond === held || perSecond === broke) break;
  }
  return { perSecond: held, isReached: broke < Infinity, tried } satisfies Limit<A>;
});
