// Gathers what a source says of days into sums by region: the nation, and its parts or other countries beside it.
// Rows of counties are added up to their part, and all rows of the nation to the nation.
// It passes over every other place, and knows no form of file.
import type { CountedKind } from "../../protocol/figures.ts";

/** Sums of a region up to a day; null where the source says nothing. */
export type Counts = Readonly<Record<CountedKind, number | null>>;

/** By region, then by day. */
export type Gathered = ReadonlyMap<string, ReadonlyMap<string, Counts>>;

export interface Wanted {
  readonly nation: string;
  readonly regions?: readonly string[] | undefined;
}

export interface Gathering {
  /** To which regions a row of this place counts; to none for most. */
  readonly regionsOf: (country: string, part: string) => readonly string[];
  readonly add: (region: string, date: string, counts: Partial<Counts>) => void;
  readonly gathered: Gathered;
}

const nothing: Counts = { confirmed: null, released: null, deceased: null, tested: null };

const plus = (one: number | null, other: number | null | undefined): number | null =>
  other === null || other === undefined ? one : (one ?? 0) + other;

export const makeGathering = ({ nation, regions }: Wanted): Gathering => {
  const gathered = new Map<string, Map<string, Counts>>();
  const isShown = (name: string) => name !== nation && (regions === undefined || regions.includes(name));
  return {
    gathered,
    regionsOf: (country, part) => {
      if (country === nation) return part !== "" && isShown(part) ? [nation, part] : [nation];
      return regions?.includes(country) === true ? [country] : [];
    },
    add: (region, date, counts) => {
      const days = gathered.get(region) ?? new Map<string, Counts>();
      const before = days.get(date) ?? nothing;
      days.set(date, {
        confirmed: plus(before.confirmed, counts.confirmed),
        released: plus(before.released, counts.released),
        deceased: plus(before.deceased, counts.deceased),
        tested: plus(before.tested, counts.tested),
      });
      gathered.set(region, days);
    },
  };
};
