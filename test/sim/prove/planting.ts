// What the three ways found on one slice, made up for the tests beside this file: they agree, unless a test plants something.
// Nothing here was searched; the numbers are small so that a sentence about them can be read.
import { timePasses } from "../../../models/language/slice.ts";
import type { PropertyId } from "../../../models/properties.ts";
import { caseSlice } from "../../../models/slices/case.ts";
import type { FormulaFound, SpinFound } from "../../../sim/prove/spin/spin.ts";
import type { PromiseFound, StatesFound } from "../../../sim/prove/states/result.ts";
import type { Searched } from "../../../sim/prove/threeways.ts";
import type { ZoneAnswer } from "../../../sim/prove/zonemessages.ts";

export const slice = caseSlice;
export const moves: readonly string[] = [...slice.moves.map(({ id }) => id), timePasses];

/** Asked five times in every search, and never broken. */
export const promise: PropertyId = "two-officers";
/** All that the promise has something to say about. */
export const kinds = ["caseApproved", "released", "answered", "reidentified"] as const;
export const kept = { met: 5, broken: 0, kinds } as const satisfies PromiseFound;
export const broken: PromiseFound = { met: 5, broken: 2, kinds, story: ["request by first", timePasses] };
export const never = { met: 0, broken: 0, kinds: [] } as const satisfies PromiseFound;

/** Each move as often as its place says, from 1. */
const counts: readonly number[] = moves.map((_, place) => place + 1);

export const statesFound = (changes: Partial<StatesFound> = {}): StatesFound => ({
  states: 100,
  unreduced: 100,
  transitions: 300,
  perMove: new Map(moves.map((move, place) => [move, counts[place] ?? 0])),
  refusals: new Map(),
  hash: "0123456789abcdef",
  cut: 0,
  unexplored: 0,
  depth: 7,
  bytes: 1_000,
  seconds: 1,
  promises: new Map([[promise, kept]]),
  ...changes,
});

export const spinFound = (changes: Partial<SpinFound> = {}): SpinFound => ({
  states: 100,
  transitions: 300,
  perMove: counts,
  hash: "0123456789abcdef",
  bytes: 1_000,
  seconds: 1,
  promises: new Map([[promise, kept]]),
  ...changes,
});

type Zoned = Omit<ZoneAnswer["promises"][number], "id">;

export const zoneAnswer = (found: Zoned, changes: Partial<ZoneAnswer> = {}): ZoneAnswer => ({
  zones: 10,
  transitions: 30,
  stuck: 0,
  cut: 0,
  seconds: 1,
  reads: [],
  promises: [{ id: promise, ...found }],
  ...changes,
});

/** A day goes by, an officer asks, and the same one approves. */
export const zonesStory: NonNullable<Zoned["story"]> = [
  { waitMs: 86_400_000 },
  { waitMs: 0, move: "request by first" },
  { waitMs: 0, move: "approve by first" },
];
export const brokenInZones: Zoned = { met: 5, broken: 2, kinds, story: zonesStory };

export const zonesFound = (
  timed: ZoneAnswer,
  untimed: ZoneAnswer = timed,
): NonNullable<Searched["zones"]> => ({
  timed,
  untimed,
});

/** By SPIN: what it counted, and the formulas it checked on the slice in its timed form. */
export const spinSearched = (
  found: SpinFound = spinFound(),
  formulas: Readonly<Record<string, boolean>> = {},
  formulaStates: StatesFound = statesFound(),
): NonNullable<Searched["spin"]> => ({
  found,
  formulas: new Map(
    Object.entries(formulas).map(([id, holds]): readonly [string, FormulaFound] => [
      id,
      { holds, states: 100, seconds: 1 },
    ]),
  ),
  formulaStates,
});
