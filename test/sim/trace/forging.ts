// The ways in which one line of a trace is tampered with at a random place, for fast-check.
// The sums are left as they were; who wants a better forgery makes them anew (tampering.ts).
// A place is drawn among all lines but header and end, and only ever one line is meant.
import fc from "fast-check";
import { doubled, dropped, swapped } from "./tampering.ts";

export interface Forgery {
  readonly lines: readonly string[];
  /** The first line, counted from 1, that is not what it was; the sums notice it there. */
  readonly line: number;
  readonly told: string;
}

export type Forging = (lines: readonly string[], place: number, draw: number) => Forgery;

const spans = [1, 60_000, 11 * 60_000, 3_600_000, 86_400_000, 40 * 86_400_000];

/** Another instant for a decision or an observation; what it says of other instants stays as it is. */
export const moved = (lines: readonly string[], place: number, byMs: number): readonly string[] =>
  lines.with(
    place,
    (lines[place] ?? "").replace(/^(\d+)|(?<="at":)(\d+)/, (at) => String(Number(at) + byMs)),
  );

const forgery = (lines: readonly string[], place: number, told: string): Forgery => ({
  lines,
  line: place + 1,
  told,
});

export const forgings: Readonly<Record<string, Forging>> = {
  dropped: (lines, place) => forgery(dropped(lines, place), place, `line ${String(place + 1)} dropped`),
  // The first of the two is right; what follows it is not.
  doubled: (lines, place) => forgery(doubled(lines, place), place + 1, `line ${String(place + 1)} doubled`),
  swapped: (lines, place) => {
    const other = Math.min(place, lines.length - 3);
    return forgery(swapped(lines, other), other, `line ${String(other + 1)} swapped with the next`);
  },
  "moved in time": (lines, place, draw) => {
    const byMs = (spans[draw % spans.length] ?? 1) * (draw % 2 === 0 ? 1 : -1);
    return forgery(moved(lines, place, byMs), place, `line ${String(place + 1)} moved by ${String(byMs)} ms`);
  },
};

/** A place in the trace, from 1, and a number for whatever else is drawn. */
export const drawn = (lines: readonly string[]) =>
  fc.tuple(fc.integer({ min: 1, max: lines.length - 2 }), fc.nat(1_000_000));
