// The people of the city as columns: home district and how often they go out; the venues they like are drawn, not kept.
// The world asks it where a person goes; the driver asks for phone numbers, one a person and never two alike.
// Numbers lie in 010-0xxx and 010-1xxx, which to our knowledge are given to nobody, so that none is a real person's.
import type { Scenario } from "../scenario.ts";
import { pick } from "./picker.ts";
import { stream, uniform, wholeBelow, type Stream } from "./random.ts";
import type { WorldSize } from "./size.ts";
import { districtAt, type Venues } from "./venues.ts";

/** People are sorted into so many classes of activity, which keeps the arithmetic of demand exact and small. */
export const activityClasses = 64;

export interface People {
  readonly count: number;
  readonly district: Uint16Array;
  readonly activityClass: Uint8Array;
  readonly favouritesEach: number;
  /** The share of favourites that lie in the home district. */
  readonly localShare: number;
  readonly chances: Stream;
}

export const peopleOf = (scenario: Scenario, size: WorldSize): People => {
  const { favourites: favouritesEach, localShare, districts } = scenario.people;
  const chances = stream(size.seed, "people");
  const district = new Uint16Array(size.people);
  const activityClass = new Uint8Array(size.people);
  for (let person = 0; person < size.people; person += 1) {
    district[person] = districtAt(districts, uniform(chances, person, 0));
    activityClass[person] = wholeBelow(chances, person, 1, activityClasses);
  }
  return { count: size.people, district, activityClass, favouritesEach, localShare, chances };
};

/** A venue that a person likes, by rank from 0, the best liked; drawn anew whenever it is asked for, and always the same. */
export const favouriteOf = (people: People, venues: Venues, person: number, rank: number): number => {
  const near = uniform(people.chances, person, 2 + rank * 2) < people.localShare;
  const chance = uniform(people.chances, person, 3 + rank * 2);
  const home = people.district[person] ?? 0;
  return pick(near ? (venues.inDistrict[home] ?? venues.inCity) : venues.inCity, chance);
};

const numbers = 20_000_000;
/** Shares no factor with `numbers`, so that no two people get one number; its inverse turns a number back. */
const spread = 7_368_787;
const gather = 8_341_723;

/** "010-0123-4567". Indices from the count of people on are strangers, who use the system only to misuse it. */
export const phoneOf = (person: number): string => {
  const digits = String((person * spread) % numbers).padStart(8, "0");
  return `010-${digits.slice(0, 4)}-${digits.slice(4)}`;
};

/** The person behind a number of this world, or -1. */
export const personOf = (phone: string): number => {
  const [, first, last] = /^010-?([01]\d{3})-?(\d{4})$/.exec(phone) ?? [];
  if (first === undefined || last === undefined) return -1;
  return Number((BigInt(`${first}${last}`) * BigInt(gather)) % BigInt(numbers));
};
