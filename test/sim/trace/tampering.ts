// Makes wrong traces of a right one: lines dropped, doubled, swapped, changed, cut off; with the sums as they were, or all made anew.
// With new sums only the law can notice, so a test of both says which of the two did.
import { endMark } from "../../../models/story/tracetext.ts";
import { sumAtFirst, sumOf, sumText } from "../../../sim/trace/line.ts";
import type { Fault } from "../../../sim/trace/fault.ts";
import { makeReplay } from "../../../sim/trace/replay.ts";

/** A line without its sum. */
export const textOf = (line: string): string => line.slice(0, line.lastIndexOf("\t"));

/** The lines with sums that follow from one another, and an end that counts them. */
export const summedAnew = (lines: readonly string[]): readonly string[] => {
  let sum = sumAtFirst;
  return lines.map(textOf).map((text, place) => {
    const whole = text.startsWith(`${endMark}\t`) ? `${endMark}\t${String(place - 1)}` : text;
    sum = sumOf(whole, sum);
    return `${whole}\t${sumText(sum)}`;
  });
};

/** The place of the first line that holds this, from 0. */
export const placeOf = (lines: readonly string[], part: string): number => {
  const place = lines.findIndex((line) => line.includes(part));
  if (place < 0) throw new Error(`no line holds ${part}`);
  return place;
};

export const dropped = (lines: readonly string[], place: number) => lines.toSpliced(place, 1);
export const doubled = (lines: readonly string[], place: number) =>
  lines.toSpliced(place, 0, lines[place] ?? "");
export const swapped = (lines: readonly string[], place: number) =>
  lines.toSpliced(place, 2, lines[place + 1] ?? "", lines[place] ?? "");
export const changed = (lines: readonly string[], place: number, from: string, to: string) =>
  lines.with(place, (lines[place] ?? "").replace(from, to));

/** What replaying these lines finds. */
export const faultIn = (lines: readonly string[]): Fault | undefined => {
  const replay = makeReplay({ sees: () => undefined });
  for (const line of lines) replay.feed(line);
  return replay.end();
};
