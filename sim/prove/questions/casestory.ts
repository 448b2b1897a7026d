// One case played from its request to its end, move by move, in the slice that holds a case and in the policy's own lengths of time.
// Two questions ask what happens when something else comes in between; they share this.
// A move that cannot be made, or is refused, ends the story: then the policy lets no case come so far.
import { readSlice, type Made, type Reading as SliceReading } from "../../../models/language/compose.ts";
import type { Slice, World } from "../../../models/language/slice.ts";
import { caseSlice } from "../../../models/slices/case.ts";
import type { Law } from "../../../models/language/surroundings.ts";
import { millisecondsADay, type Policy } from "../../../models/policy.ts";

/** The moves of a case with which nothing is wrong; at the answer, whichever of the two fits. */
export const caseMoves: readonly (readonly string[])[] = [
  ["request by first"],
  ["approve by second"],
  ["release"],
  ["receive the release"],
  ["answer", "answer to nobody"],
  ["receive the answer"],
];

export const withdrawal = "withdraw 1";
export const closing = "close the case";

const longestMs = 40_000 * millisecondsADay;
/** Only what the stories are made of, so that a reading does not try every other move as well. */
const told = new Set([...caseMoves.flat(), withdrawal, closing]);
const slice: Slice = { ...caseSlice, moves: caseSlice.moves.filter(({ id }) => told.has(id)) };

export const caseReading = (law: Law, policy: Policy): SliceReading =>
  readSlice(slice, law, policy, () => true, longestMs);

/** The first of the moves that can be made, if it is not refused. */
export const moved = (reading: SliceReading, world: World, moves: readonly string[]): Made | undefined => {
  const made = moves.map((move) => reading.make(world, move)).find((one) => one !== undefined);
  return made?.refused === "" ? made : undefined;
};

/** The message that crosses with a move; the move itself where none does. */
export const messageOf = (move: string): string => slice.moves.find(({ id }) => id === move)?.message ?? move;

/** The world in which the window of the case is over, so that it can be asked for. */
export const caseBegins = (reading: SliceReading, policy: Policy): World | undefined =>
  reading.wait(reading.begins, Number(policy.constants["caseWindow"]))?.world;
