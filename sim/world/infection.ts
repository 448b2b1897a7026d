// One person's infection: when it began, when it can be passed on, and when a test of it is reported.
// The outbreak is a list of them. A course is a pure function of the person and of the instant at which it began.
// Some are never reported, because nobody tests them; index persons always are.
import type { Scenario } from "../scenario.ts";
import { uniform, within, type Stream } from "./random.ts";

export interface Infection {
  readonly person: number;
  readonly infectedAtMs: number;
  readonly infectiousFromMs: number;
  readonly infectiousToMs: number;
  /** When the test is reported, or Infinity for those who are never found. */
  readonly reportedAtMs: number;
  /** Who infected them, -1 for an index person; and at which venue, -1 at home and for an index person. */
  readonly infectedBy: number;
  readonly venue: number;
}

export const nobody = { infectedBy: -1, venue: -1 } as const;

export const courseOf = (
  figures: Scenario["outbreak"],
  chances: Stream,
  person: number,
  infectedAtMs: number,
  source: { readonly infectedBy: number; readonly venue: number },
): Infection => {
  const chance = (index: number): number => uniform(chances, person, index);
  const isIndex = source.infectedBy < 0;
  const infectiousFromMs = infectedAtMs + (isIndex ? 0 : within(chance(0), figures.infectiousAfter));
  const found = isIndex || chance(1) < figures.reported;
  return {
    person,
    infectedAtMs,
    infectiousFromMs,
    infectiousToMs: infectiousFromMs + within(chance(2), figures.infectiousFor),
    reportedAtMs: found ? infectiousFromMs + within(chance(3), figures.reportAfter) : Infinity,
    ...source,
  };
};
