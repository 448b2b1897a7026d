/**
 * When each trial lives: days after everything that was tried before it in the same country, at the same time of day as its case says.
 * So one country serves all cases one after the other, as it would the years, and no trial finds a day that another one used.
 * It moves the clocks of all parties together; a trial whose parties differ sets one of them besides.
 */
import { millisecondsADay } from "../../../models/policy.ts";
import type { Country } from "./country.ts";

export interface Calendar {
  /** Begins a trial where its case does, only later; answers how much later, in whole days. */
  readonly begin: (atMs: number) => number;
  /** Sets every clock. */
  readonly set: (atMs: number) => void;
}

export const makeCalendar = ({ clocks }: Pick<Country, "clocks">): Calendar => {
  let latest = clocks.issuer.now();
  const set = (atMs: number): void => {
    latest = Math.max(latest, atMs);
    for (const clock of Object.values(clocks)) clock.set(atMs);
  };
  return {
    set,
    begin: (atMs) => {
      const shift = Math.max(0, Math.ceil((latest - atMs) / millisecondsADay) + 1) * millisecondsADay;
      set(atMs + shift);
      return shift;
    },
  };
};
