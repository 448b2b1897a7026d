/**
 * Holds the search against the plain reading of the slice, state by state: the same moves, refusals, followers and verdicts.
 * The plain reading knows no generated code, so a fault on either side shows as a difference, with the state and the move.
 */
import { readSlice } from "../../../models/language/compose.ts";
import { cellNumbers, relevantFields } from "../../../models/language/cells.ts";
import { verdictsOn } from "../../../models/story/judging.ts";
import type { Expander } from "./expand.ts";
import { makeFollowers } from "./followers.ts";
import { worldOf } from "./worlds.ts";

export interface Agreement {
  readonly states: number;
  readonly transitions: number;
  /** The first difference in words; nothing where all is equal. */
  readonly difference?: string;
}

/** One transition in words, so that two readings of it can be compared and a difference be printed. */
const inWords = (
  move: string,
  refused: string,
  clipped: boolean,
  cells: Iterable<number>,
  verdicts: readonly { readonly promise: string; readonly broken: boolean }[],
): string =>
  `${move}${refused === "" ? "" : ` (refused: ${refused})`}${clipped ? " (old)" : ""} -> ${[...cells].join(" ")}; ` +
  verdicts
    .map(({ promise, broken }) => `${promise} ${broken ? "broken" : "kept"}`)
    .toSorted()
    .join(", ");

/** Compares both readings of these states, given by the numbers of their parts. */
export function compareReadings(expander: Expander, states: Iterable<Int32Array>): Agreement {
  const { layout, law, policy } = expander.compiled;
  const { slice, cells } = layout;
  const relevant = relevantFields(slice, law.law);
  const reading = readSlice(slice, law.law, policy, (instance, field) =>
    relevant.has(`${instance} ${field}`),
  );
  const followers = makeFollowers(expander);
  let compared = 0;
  let transitions = 0;
  for (const numbers of states) {
    const world = worldOf(layout, expander.cellsOf(numbers));
    const theirs = reading
      .from(world)
      .map(({ move, refused, clipped, world: next, observed }) =>
        inWords(move, refused, clipped, cellNumbers(slice, cells, next), verdictsOn(observed, policy)),
      );
    const ours = followers(numbers).map(({ id, refused, clipped, numbers: next, noticed }) =>
      inWords(id, law.refusalCodes[refused] ?? "", clipped, expander.cellsOf(next), noticed),
    );
    compared += 1;
    transitions += theirs.length;
    const place = theirs.findIndex((one, index) => one !== ours[index]);
    if (place < 0 && ours.length === theirs.length) continue;
    const difference =
      `from ${[...expander.cellsOf(numbers)].join(" ")}:\n` +
      `  the plain reading has ${theirs[place] ?? "no more moves"}\n  the search has ${ours[place < 0 ? theirs.length : place] ?? "no more moves"}`;
    return { states: compared, transitions, difference };
  }
  return { states: compared, transitions };
}
