// A small picture of what came day by day: bars from zero, the mean of seven days as a line, the last day's figure at its end.
// It is drawn alike on the server and in a browser, and every look is a class or an attribute, because a page allows no styles in place.
// What it shows stands in a table beside it; for screen readers it is one sentence.
import { scaleBand, scaleLinear } from "d3-scale";
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
const floor = size.height - size.bottom;

const rounded = (value: number): number => Math.round(value * 10) / 10;

const text = (x: number, y: number, anchor: "start" | "middle" | "end", words: string): ComponentChild =>
  h("text", { x: rounded(x), y: rounded(y), "text-anchor": anchor }, words);

export const Picture = ({ said, dates, days, reader }: PictureOf): ComponentChild => {
  const known = days.filter((day) => day !== null);
  const across = scaleBand<number>()
    .domain(days.map((_, place) => place))
    .range([size.left, size.width - size.right])
    .paddingInner(0.2);
  const up = scaleLinear()
    .domain([Math.min(0, ...known), Math.max(1, ...known)])
    .nice(3)
    .range([floor, size.top]);
  const left = (place: number) => across(place) ?? 0;
  const middle = (place: number) => left(place) + across.bandwidth() / 2;
  const zero = up(0);
  const bars = days.map((day, place) =>
    day === null || day === 0
      ? ""
      : `M${String(rounded(left(place)))},${String(rounded(zero))}V${String(rounded(up(day)))}h${String(rounded(across.bandwidth()))}V${String(rounded(zero))}Z`,
  );
  const through = line<number | null>()
    .defined((mean) => mean !== null)
    .x((_, place) => middle(place))
    .y((mean) => up(mean ?? 0))
    .digits(1);
  const ticks = up.ticks(3).filter(Number.isInteger);
  const last = days.at(-1);
  return h(
    "svg",
    { viewBox: `0 0 ${String(size.width)} ${String(size.height)}`, role: "img", "aria-label": said },
    [
      ...ticks.map((tick) => [
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
    ],
  );
};
