// The people of the city as columns: home, age, phone, issuer and how often they go out; the venues they like are drawn, not kept.
// The world asks it where a person goes; the driver asks for phone numbers, one a person and never two alike.
// Numbers lie in 010-0xxx and 010-1xxx, which to our knowledge are given to nobody, so that none is a real person's.
import type { Scenario } from "../scenario.ts";
import { classOf, classesOf } from "./activity.ts";
import { isFirstAtHome, settle } from "./households.ts";
import { pick, pickerOf } from "./picker.ts";
import { stream, uniform, type Stream } from "./random.ts";
import type { WorldSize } from "./size.ts";
import { weightAt } from "./tail.ts";
import { districtAt, type Venues } from "./venues.ts";

/** Where a pass is shown; the place in this list is its number in the column `phone`. Without a phone people are written on paper. */
export const phones = ["none", "old", "new"] as const;
export const phoneNumber = (phone: (typeof phones)[number]): number => phones.indexOf(phone);

export interface People {
  readonly count: number;
  readonly district: Uint16Array;
  /** Who lives together stands together: the size of the home and the person's place in it, as households.ts packs them. */
  readonly household: Uint8Array;
  /** Indices into the scenario's ages and issuers. */
  readonly age: Uint8Array;
  readonly issuer: Uint8Array;
  readonly phone: Uint8Array;
  readonly activityClass: Uint8Array;
  /** How often people of each class go out, beside the others. */
  readonly activity: Float64Array;
  readonly favouritesEach: number;
  /** The share of favourites that lie in the home district. */
  readonly localShare: number;
  readonly chances: Stream;
}

const pickerOfShares = (lines: readonly { readonly share: number }[]) =>
  pickerOf(
    lines.map((_, index) => index),
    (index) => lines[index]?.share ?? 0,
  );

export const peopleOf = (scenario: Scenario, size: WorldSize): People => {
  const { favourites: favouritesEach, localShare, districts, ages, issuers, activityTail } = scenario.people;
  const count = size.people;
  const chances = stream(size.seed, "people");
  const traits = stream(size.seed, "traits");
  const byAge = pickerOfShares(ages);
  const byIssuer = pickerOfShares(issuers);
  const classes = classesOf(ages, activityTail);
  const household = settle(scenario, size);
  const district = new Uint16Array(count);
  const age = new Uint8Array(count);
  const issuer = new Uint8Array(count);
  const phone = new Uint8Array(count);
  const activityClass = new Uint8Array(count);
  let home = 0;
  for (let person = 0; person < count; person += 1) {
    if (isFirstAtHome(household, person)) home = districtAt(districts, uniform(chances, person, 0));
    district[person] = home;
    age[person] = pick(byAge, uniform(traits, person, 0));
    issuer[person] = pick(byIssuer, uniform(traits, person, 1));
    const { goesOut = 1, withoutPhone = 0, oldPhone = 0 } = ages[age[person] ?? 0] ?? {};
    const chance = uniform(traits, person, 2);
    phone[person] = phoneNumber(
      chance < withoutPhone ? "none" : chance < withoutPhone + oldPhone ? "old" : "new",
    );
    activityClass[person] = classOf(classes, goesOut * weightAt(uniform(chances, person, 1), activityTail));
  }
  const { activity } = classes;
  return {
    count,
    district,
    household,
    age,
    issuer,
    phone,
    activityClass,
    activity,
    favouritesEach,
    localShare,
    chances,
  };
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
