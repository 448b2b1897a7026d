// A small picture of what came day by day: bars from zero, the mean of seven days as a line, the last day's figure at its end.
// It is drawn alike on the server and in a browser, and every look is a class or an attribute, because a page allows no styles in place.
// What it shows stands in a table beside it; for screen readers it is one sentence.
import { nice, ticks } from "d3-array";
import { line } from "d3-shape";
import { h, type ComponentChild } from "preact";
import type { Reader } from "../../language.ts";
import { sayBriefly, sayNumber, sayShortDate } from "../say.ts";
import { means, type Sums } from "./counting.ts";

export interface PictureOf {
  readonly said: string;
  readonly dates: readonly string[];
  readonly days: Sums;
  readonly reader: Reader;
}

const size = { width: 320, height: 130, top: 16, bottom: 20, left: 40, right: 8 } as const;
/** Of the width of a day. */
const barShare = 0.8;
const floor = size.height - size.bottom;

const rounded = (value: number): number => Math.round(value * 10) / 10;

const text = (x: number, y: number, anchor: "start" | "middle" | "end", words: string): ComponentChild =>
  h("text", { x: rounded(x), y: rounded(y), "text-anchor": anchor }, words);

export const Picture = ({ said, dates, days, reader }: PictureOf): ComponentChild => {
  const known = days.filter((day) => day !== null);
  const step = (size.width - size.left - size.right) / Math.max(1, days.length);
  const left = (place: number) => size.left + step * (place + (1 - barShare) / 2);
  const middle = (place: number) => size.left + step * (place + 0.5);
  const [lowest, highest] = nice(Math.min(0, ...known), Math.max(1, ...known), 3);
  const up = (value: number) => floor - ((value - lowest) / (highest - lowest)) * (floor - size.top);
  const zero = up(0);
  const bar = (day: number, place: number): string =>
    `M${rounded(left(place))},${rounded(zero)}V${rounded(up(day))}h${rounded(step * barShare)}V${rounded(zero)}Z`;
  const bars = days.map((day, place) => (day === null || day === 0 ? "" : bar(day, place)));
  const through = line<number | null>()
    .defined((mean) => mean !== null)
    .x((_, place) => middle(place))
    .y((mean) => up(mean ?? 0))
    .digits(1);
  const last = days.at(-1);
  return h("svg", { viewBox: `0 0 ${size.width} ${size.height}`, role: "img", "aria-label": said }, [
    ...ticks(lowest, highest, 3)
      .filter(Number.isInteger)
      .map((tick) => [
        h("line", {
          class: "grid",
          x1: size.left,
          x2: size.width - size.right,
          y1: rounded(up(tick)),
          y2: rounded(up(tick)),
        }),
        text(size.left - 4, up(tick) + 4, "end", sayBriefly(tick, reader)),
      ]),
    h("path", { class: "bars", d: bars.join("") }),
    h("path", { class: "mean", d: through(means(days)) ?? "" }),
    text(size.left, size.height - 5, "start", sayShortDate(dates[0] ?? "", reader)),
    text(size.width - size.right, size.height - 5, "end", sayShortDate(dates.at(-1) ?? "", reader)),
    last === null || last === undefined
      ? null
      : text(size.width - size.right, 11, "end", sayNumber(last, reader)),
  ]);
};
