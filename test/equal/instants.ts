/**
 * The instants of the table: when a step is taken, and the time classes of every field that holds an instant.
 * A context's instants stand around the present; an event's also on both sides of every boundary that a guard asks about.
 * predicted.ts counts these classes by itself, in numbers, and must be changed with them.
 */
import type { Value } from "../../models/language/expression.ts";
import type { Relevance } from "./relevance.ts";

const hour = 3_600_000;
export const day = 24 * hour;

/** A Seoul midnight, and the last millisecond before it. */
export const midnight = Date.parse("2020-07-10T00:00:00.000+09:00");
export const eve = midnight - 1;

const dayStarting = (now: number): number => midnight + Math.floor((now - midnight) / day) * day;

const around = (now: number, offsets: readonly (number | null)[]): readonly (number | null)[] =>
  offsets.map((offset) => (offset === null ? null : now + offset));

/** Two deadlines stand in every order and at one instant, both due, one due, or neither. */
const offsetsOf: Readonly<Record<Relevance, readonly (number | null)[]>> = {
  obeyed: [null, -2, -1, 0, 1, hour],
  asked: [null, -1, 0, 1],
  silent: [null, -1],
};

export const contextInstants = (relevance: Relevance, now: number): readonly (number | null)[] =>
  around(now, offsetsOf[relevance]);

type Given = Readonly<Record<string, Value>>;

/** The window of a case: its end around now and around the day that has just been erased, its start around the longest window. */
const windows = (now: number): readonly Given[] => {
  const erasedUntil = dayStarting(now) - 27 * day;
  const ends = [...around(now, [null, -1, 0, 1]), erasedUntil - 1, erasedUntil];
  return ends.flatMap((windowEnd) =>
    around(windowEnd ?? now, [null, -day - 1, -day, -day + 1, -1, 0, 1]).map((windowStart) => ({
      windowStart,
      windowEnd,
    })),
  );
};

/** A pass of now, of either side of midnight, and of either side of the day whose records are over. */
const issuings = (now: number): readonly Given[] => {
  const kept = dayStarting(now) - 27 * day;
  return [...around(now, [null, -1, 0, 1, -day, day]), kept - 1, kept].map((passIssuedAt) => ({
    passIssuedAt,
  }));
};

/** Records that end around now, and around the longest time an answer is kept. */
const recordEnds = (now: number): readonly Given[] =>
  around(now, [null, -1, 0, 1, 14 * day - 1, 14 * day, 14 * day + 1]).map((recordsEndAt) => ({
    recordsEndAt,
  }));

/** All instants that an event brings, together, because some stand in relation to each other. */
export const eventInstants: Readonly<Record<string, (now: number) => readonly Given[]>> = {
  "case.requested": windows,
  "visit.recorded": issuings,
  "case.answered": recordEnds,
};
