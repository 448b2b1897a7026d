/**
 * The way from the beginning to a move that breaks a promise, as names of moves.
 * The search keeps with every state the one it was first reached from, so the way is a shortest one.
 * Where states stand for all that swaps make of them, the way is walked again with the moves as they really are.
 */
import { timePasses } from "../../../models/language/slice.ts";
import type { PropertyId } from "../../../models/properties.ts";
import type { Break } from "./counting.ts";
import type { Expander } from "./expand.ts";
import type { Exploration } from "./explore.ts";
import { makeFollowers, type Follower } from "./followers.ts";
import type { Symmetry } from "./symmetry.ts";

/** The states on the way to one, from the beginning. */
function wayTo({ states }: Exploration, state: number): readonly number[] {
  const backwards: number[] = [];
  for (let at = state; at > 0; at = states.parents[at] ?? 0) backwards.push(at);
  return backwards.toReversed();
}

function kept(expander: Expander, exploration: Exploration, { state, move }: Break): readonly string[] {
  const { moves } = expander.compiled;
  const nameOf = (number: number): string => moves[number]?.id ?? timePasses;
  const made = wayTo(exploration, state).slice(1);
  return [...made.map((at) => nameOf(exploration.states.moves[at] ?? 0)), nameOf(move)];
}

function walked(
  expander: Expander,
  exploration: Exploration,
  symmetry: Symmetry,
  begins: Int32Array,
  promise: PropertyId,
  { state }: Break,
): readonly string[] {
  const followers = makeFollowers(expander);
  const wanted = new Int32Array(begins.length);
  const story: string[] = [];
  let at = begins;
  const isWanted = ({ numbers }: Follower): boolean => {
    const least = Int32Array.from(numbers);
    symmetry.reduce(least);
    return least.join() === wanted.join();
  };
  for (const next of wayTo(exploration, state).slice(1)) {
    exploration.numbersOf(next, wanted);
    const found = followers(at).find(isWanted);
    if (found === undefined) return story;
    story.push(found.id);
    at = found.numbers;
  }
  const breaking = followers(at).find(({ noticed }) =>
    noticed.some((one) => one.broken && one.promise === promise),
  );
  return breaking === undefined ? story : [...story, breaking.id];
}

export interface Told {
  readonly expander: Expander;
  readonly exploration: Exploration;
  readonly symmetry: Symmetry | undefined;
  readonly begins: Int32Array;
}

/** The shortest story in which the promise is broken. */
export const storyOf = (
  { expander, exploration, symmetry, begins }: Told,
  promise: PropertyId,
  broken: Break,
) =>
  symmetry === undefined
    ? kept(expander, exploration, broken)
    : walked(expander, exploration, symmetry, begins, promise, broken);
