// A grid of small systems: two numbers are varied, and each combination is searched in every way there is.
// What the ways answer comes back as lists of combinations, so that a test can say exactly where they differ.
// Every answer is about one thing: can the bad thing happen?
import type { ZonesFound } from "../../../../sim/prove/zones/search.ts";
import { searchZones } from "../../../../sim/prove/zones/search.ts";
import { played } from "../../../../sim/prove/zones/story.ts";
import { everyMillisecond } from "./everymillisecond.ts";
import type { System } from "./systems/system.ts";

export type Combination = readonly [first: number, second: number];

export const eight = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** All combinations of the numbers. */
export const combinations = (
  firsts: readonly number[],
  seconds: readonly number[] = firsts,
): readonly Combination[] => firsts.flatMap((first) => seconds.map((second) => [first, second] as const));

/** No constant of the systems is longer; what lies further back is all the same to them. */
const horizonMs = 28;

export interface Answers {
  /** The combinations in which the bad thing happens, millisecond after millisecond. */
  readonly lived: readonly Combination[];
  /** Those in which zones say that it can: as coarsely as will do, and as finely as can be. */
  readonly zones: readonly Combination[];
  readonly exactly: readonly Combination[];
  /** Those with a story that the plain reading plays, and that ends in the bad thing. */
  readonly told: readonly Combination[];
  /** Those in which zones over real numbers and zones without any constants raise an alarm. */
  readonly dense: readonly Combination[];
  readonly untimed: readonly Combination[];
}

export function answersOf(system: System, among: readonly Combination[]): Answers {
  const { slice, law, promise } = system;
  const found = among.map((combination) => {
    const search = { slice, law, policy: system.policyOf(...combination) };
    const happens = ({ promises }: ZonesFound): boolean => (promises.get(promise)?.broken ?? 0) > 0;
    const coarse = searchZones(search);
    const story = coarse.promises.get(promise)?.story;
    const last = story === undefined ? undefined : played(slice, law, search.policy, story);
    return {
      combination,
      lived: everyMillisecond({ ...search, horizonMs, until: promise }).broken.has(promise),
      zones: happens(coarse),
      exactly: happens(searchZones({ ...search, exact: true })),
      told: last !== undefined && last.observed.length > 0,
      dense: happens(searchZones({ ...search, exact: true, dense: true })),
      untimed: happens(searchZones({ ...search, untimed: true })),
    };
  });
  const where = (way: keyof Answers): readonly Combination[] =>
    found.flatMap((one) => (one[way] ? [one.combination] : []));
  return {
    lived: where("lived"),
    zones: where("zones"),
    exactly: where("exactly"),
    told: where("told"),
    dense: where("dense"),
    untimed: where("untimed"),
  };
}

/** The combinations that are in the one list and not in the other. */
export const without = (
  some: readonly Combination[],
  others: readonly Combination[],
): readonly Combination[] => some.filter((one) => !others.includes(one));
