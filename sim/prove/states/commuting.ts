/**
 * Shows that the swaps of a slice change no law: whatever can be made of a state can be made, swapped, of the swapped state.
 * Each move is swapped by its data and found again among the moves of the slice; then every state is asked.
 * Together with ids being compared only for equality this is why the search may keep one state of an orbit.
 */
import { LawMistake } from "../../../models/language/evaluate.ts";
import { timePasses, type Move, type Slice, type Swap } from "../../../models/language/slice.ts";
import type { Expander } from "./expand.ts";
import { makeFollowers, type Follower } from "./followers.ts";
import { exchangeOf, type Symmetry } from "./symmetry.ts";

/** What a move does, without its names and sentences and without what is noted of it. */
const doneBy = ({ when, call, at, sets, done, refused, forgets }: Move) => ({
  when,
  call,
  at,
  sets,
  done,
  refused,
  forgets,
});

/** A text for a piece of data that does not depend on the order of its keys. */
const textOf = (piece: unknown): string =>
  JSON.stringify(piece, (_key, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );

/** The data with names of instances and variables, and ids, changed as the swap says. */
function swapped(piece: unknown, names: ReadonlyMap<string, string>): unknown {
  const other = (name: string): string => {
    const own = name.startsWith("was ") ? name.slice(4) : name;
    return name.slice(0, name.length - own.length) + (names.get(own) ?? own);
  };
  if (typeof piece === "string") return other(piece);
  if (Array.isArray(piece)) return piece.map((part) => swapped(part, names));
  if (typeof piece !== "object" || piece === null) return piece;
  return Object.fromEntries(Object.entries(piece).map(([key, value]) => [other(key), swapped(value, names)]));
}

/** By move, the move that it becomes; time stays time. */
export function swappedMoves(slice: Slice, { says, instances, variables, ids }: Swap): readonly number[] {
  const pairs = [...instances, ...variables, ...ids];
  const names = new Map(pairs.flatMap(([one, other]) => [[one, other] as const, [other, one] as const]));
  const places = new Map(slice.moves.map((move, place) => [textOf(doneBy(move)), place]));
  const moves = slice.moves.map((move) => {
    const found = places.get(textOf(swapped(doneBy(move), names)));
    if (found === undefined)
      throw new LawMistake(`swapping ${says}: no move does what "${move.id}" does, swapped`);
    return found;
  });
  return [...moves, slice.moves.length];
}

export interface Commuting {
  readonly states: number;
  /** The first thing that is different when it is swapped; nothing where the swaps change no law. */
  readonly difference?: string;
}

/** Asks every one of these states, given by the numbers of their parts, for every swap of the slice. */
export function compareSwapped(
  expander: Expander,
  symmetry: Symmetry,
  states: Iterable<Int32Array>,
): Commuting {
  const { layout } = expander.compiled;
  const { slice } = layout;
  const swaps = slice.swaps.map((swap) => ({
    swap,
    moves: swappedMoves(slice, swap),
    exchange: exchangeOf(layout, swap),
  }));
  const followers = makeFollowers(expander);
  const image = new Int32Array(layout.parts.length);
  const inWords = (move: number, { refused, noticed }: Follower, numbers: Int32Array): string =>
    `${slice.moves[move]?.id ?? timePasses} (${String(refused)}) ${numbers.join(" ")} ${noticed
      .map(({ promise, kind, broken }) => `${promise} ${kind} ${String(broken)}`)
      .toSorted()
      .join()}`;
  let compared = 0;
  for (const numbers of states) {
    compared += 1;
    const own = followers(numbers);
    for (const { swap, moves, exchange } of swaps) {
      const wanted = own.map((follower) => {
        symmetry.apply(exchange, follower.numbers, image);
        return inWords(moves[follower.move] ?? -1, follower, image);
      });
      symmetry.apply(exchange, numbers, image);
      const found = followers(image).map((follower) => inWords(follower.move, follower, follower.numbers));
      const missing =
        wanted.find((one) => !found.includes(one)) ?? found.find((one) => !wanted.includes(one));
      if (missing !== undefined)
        return { states: compared, difference: `swapping ${swap.says}: only one side has ${missing}` };
    }
  }
  return { states: compared };
}
