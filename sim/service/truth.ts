// Who was really where: what only the simulation knows, kept beside the parties and never given to them.
// Answers under a case are compared with it, person by person. Visits that no party holds any more are dropped.
import { phoneOf } from "../world/people.ts";

export interface Truth {
  readonly visited: (person: number, venue: number, scannedAtMs: number) => void;
  /** Whether the person of this number was at this venue at this instant. */
  readonly wasThere: (phone: string, venue: number, scannedAtMs: number) => boolean;
  /** Who was at this venue at this instant: the person of the number, or the only one there was. */
  readonly whoWas: (phone: string | null, venue: number, scannedAtMs: number) => number | undefined;
  readonly forgetBefore: (atMs: number) => void;
  /** Venues where somebody was between two instants, with the number of visits, the busiest first. */
  readonly busiest: (
    fromMs: number,
    untilMs: number,
  ) => readonly { readonly venue: number; readonly visits: number }[];
}

export const makeTruth = (venues: number): Truth => {
  const byVenue = Array.from({ length: venues }, () => new Map<number, number[]>());
  return {
    visited: (person, venue, scannedAtMs) => {
      const there = byVenue[venue]?.get(scannedAtMs);
      if (there === undefined) byVenue[venue]?.set(scannedAtMs, [person]);
      else there.push(person);
    },
    wasThere: (phone, venue, scannedAtMs) =>
      byVenue[venue]?.get(scannedAtMs)?.some((person) => phoneOf(person) === phone) ?? false,
    whoWas: (phone, venue, scannedAtMs) => {
      const there = byVenue[venue]?.get(scannedAtMs) ?? [];
      return phone === null
        ? there.length === 1
          ? there[0]
          : undefined
        : there.find((person) => phoneOf(person) === phone);
    },
    forgetBefore: (atMs) => {
      for (const visits of byVenue) {
        for (const scannedAtMs of visits.keys()) if (!(scannedAtMs >= atMs)) visits.delete(scannedAtMs);
      }
    },
    busiest: (fromMs, untilMs) =>
      byVenue
        .map((visits, venue) => ({
          venue,
          visits: [...visits].reduce(
            (sum, [atMs, people]) => sum + (atMs >= fromMs && !(atMs >= untilMs) ? people.length : 0),
            0,
          ),
        }))
        .filter(({ visits }) => visits > 0)
        .toSorted((a, b) => b.visits - a.visits),
  };
};
