// The venues of the city as columns: kind, district and how many visits a day they draw in a usual week.
// The world asks it which venue a person goes to; the driver registers them by their kind and number.
// Business numbers begin with 000, which no tax office gives out, so that none is a real business.
import type { Scenario } from "../scenario.ts";
import { pickerOf, type Picker } from "./picker.ts";
import { stream, uniform } from "./random.ts";
import type { WorldSize } from "./size.ts";
import { weightAt } from "./tail.ts";

export type VenueKind = Scenario["venues"]["kinds"][number];

export interface Venues {
  readonly count: number;
  readonly kinds: readonly VenueKind[];
  /** Index into `kinds`, and into the scenario's districts. */
  readonly kind: Uint16Array;
  readonly district: Uint16Array;
  /** Visits a day, averaged over a week. */
  readonly dailyVisits: Float64Array;
  /** 1 for a venue that keeps the log though it is no duty. */
  readonly byChoice: Uint8Array;
  readonly inCity: Picker;
  readonly inDistrict: readonly Picker[];
}

/** Splits a whole number by shares, the largest remainders first, with at least `least` for each share above 0. */
export const apportion = (total: number, shares: readonly number[], least: number): readonly number[] => {
  const wanted = shares.filter((share) => share > 0).length;
  const floor = wanted === 0 ? 0 : Math.min(least, Math.floor(total / wanted));
  const free = total - floor * wanted;
  const sum = shares.reduce((all, share) => all + share, 0);
  const exact = shares.map((share) => (sum > 0 ? (free * share) / sum : 0));
  const counts = exact.map((value, index) => Math.floor(value) + ((shares[index] ?? 0) > 0 ? floor : 0));
  const rest = total - counts.reduce((all, count) => all + count, 0);
  exact
    .map((value, index) => ({ index, left: value - Math.floor(value) }))
    .sort((a, b) => b.left - a.left || a.index - b.index)
    .slice(0, rest)
    .forEach(({ index }) => {
      counts[index] = (counts[index] ?? 0) + 1;
    });
  return counts;
};

/** The district that a chance from 0 to just under 1 falls into. */
export const districtAt = (districts: Scenario["people"]["districts"], chance: number): number => {
  let left = chance;
  const found = districts.findIndex(({ share }) => (left -= share) < 0);
  return found < 0 ? districts.length - 1 : found;
};

const kindLeast = 3;

/** Visits a day that a venue draws on average, where each kind counts with its weight. */
const meanOf = (kinds: readonly VenueKind[], weights: readonly number[]): number => {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return kinds.reduce((sum, { dailyVisits }, index) => sum + dailyVisits * (weights[index] ?? 0), 0) / all;
};

export const venuesOf = (scenario: Scenario, size: WorldSize): Venues => {
  const { kinds, popularityTail } = scenario.venues;
  const { districts } = scenario.people;
  const chances = stream(size.seed, "venues");
  const kind = new Uint16Array(size.venues);
  const district = new Uint16Array(size.venues);
  const dailyVisits = new Float64Array(size.venues);
  const byChoice = new Uint8Array(size.venues);
  const byDistrict: number[][] = districts.map(() => []);
  const shares = kinds.map(({ share }) => share);
  const counts = apportion(size.venues, shares, kindLeast);
  const counted = meanOf(kinds, counts);
  const correction = counted > 0 ? meanOf(kinds, shares) / counted : 0;
  let venue = 0;
  counts.forEach((count, index) => {
    const weights = Array.from({ length: count }, (_, place) =>
      weightAt((place + 0.5) / count, popularityTail),
    );
    const mean = weights.reduce((sum, weight) => sum + weight, 0) / Math.max(1, count);
    for (const weight of weights) {
      kind[venue] = index;
      dailyVisits[venue] = ((kinds[index]?.dailyVisits ?? 0) * weight * correction) / mean;
      district[venue] = districtAt(districts, uniform(chances, venue, 0));
      byChoice[venue] = uniform(chances, venue, 1) < (kinds[index]?.byChoice ?? 0) ? 1 : 0;
      byDistrict[district[venue] ?? 0]?.push(venue);
      venue += 1;
    }
  });
  const weightOf = (item: number): number => dailyVisits[item] ?? 0;
  const all = Array.from({ length: size.venues }, (_, index) => index);
  const inCity = pickerOf(all, weightOf);
  return {
    count: size.venues,
    kinds,
    kind,
    district,
    dailyVisits,
    byChoice,
    inCity,
    inDistrict: byDistrict.map((items) => (items.length === 0 ? inCity : pickerOf(items, weightOf))),
  };
};

/** "000-12-34567", one a venue. */
export const businessNumberOf = (venue: number): string => {
  const digits = String(venue).padStart(7, "0");
  return `000-${digits.slice(0, 2)}-${digits.slice(2)}`;
};

/** The kind of a venue, or undefined for a number that is no venue. */
export const kindOf = (venues: Venues, venue: number): VenueKind | undefined =>
  venue < 0 || venue >= venues.count ? undefined : venues.kinds[venues.kind[venue] ?? 0];
