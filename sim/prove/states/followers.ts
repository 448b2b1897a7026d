/**
 * Everything that follows one state, worked out anew: the moves that can be made, what each leads to, and what the promises say.
 * Stories, comparisons with the plain reading and the test of swaps ask here; the search itself asks its contexts, which is quicker.
 */
import { timePasses } from "../../../models/language/slice.ts";
import { Ageing } from "./ageing.ts";
import type { Asked } from "./compile.ts";
import type { Noticed } from "./contexts.ts";
import type { Expander } from "./expand.ts";

export interface Follower {
  /** The number of the move; that of time comes after the last. */
  readonly move: number;
  readonly id: string;
  /** The number of the refusal, or 0. */
  readonly refused: number;
  /** The numbers of its parts. */
  readonly numbers: Int32Array;
  readonly clipped: boolean;
  readonly noticed: readonly Noticed[];
}

export type Followers = (numbers: Int32Array) => readonly Follower[];

export function makeFollowers(expander: Expander): Followers {
  const { moves, watches, layout } = expander.compiled;
  const ageing = new Ageing(expander);
  const noticedOf = (asks: readonly Asked[], move: number, verdicts: ArrayLike<number>): readonly Noticed[] =>
    asks.flatMap(({ promise, kind }, place) => {
      const verdict = verdicts[place] ?? 0;
      return verdict === 0 ? [] : [{ promise, kind, move, broken: verdict === 2 }];
    });

  const byTime = (numbers: Int32Array): readonly Follower[] => {
    const later = new Int32Array(numbers.length);
    if (!ageing.passes(numbers, later)) return [];
    const time = moves.length;
    const noticed: Noticed[] = [];
    for (const [place, { parts, asks }] of watches.entries())
      expander.watches(parts, [place], numbers, (_watch, verdict) => {
        noticed.push(...noticedOf(asks, time, [verdict]));
      });
    const clipped = ageing.isClipped(numbers);
    return [{ move: time, id: timePasses, refused: 0, numbers: later, clipped, noticed }];
  };

  return (numbers) => {
    const found: Follower[] = [];
    for (const [place, { id, parts, asks }] of moves.entries())
      expander.moves(parts, [place], numbers, (move, refused, changed, clipped, verdicts) => {
        const after = Int32Array.from(numbers);
        for (let index = 0; index < parts.length; index += 1) after[parts[index] ?? 0] = changed[index] ?? 0;
        const noticed = noticedOf(asks, move, verdicts);
        found.push({ move, id, refused, numbers: after, clipped, noticed });
      });
    if (layout.parts.length !== numbers.length) throw new RangeError("this is no state of the slice");
    return [...found, ...byTime(numbers)];
  };
}
