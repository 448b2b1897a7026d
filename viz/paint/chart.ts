// One chart of the small multiples: a figure a day, from zero, with its highest day and its last day labelled in place.
// What happens on a day is a bar, what is there at its end is an area with a line; no chart needs a legend.
// Every look is an attribute, so that the saved chart is the seen one; it is static.
import { area, line, max, scaleBand, scaleLinear, select } from "d3";
import type { Group } from "./button.ts";
import { fonts, palette } from "./palette.ts";

export interface Figures {
  readonly title: string;
  readonly days: readonly string[];
  readonly values: readonly number[];
  readonly shape: "bars" | "area";
  readonly colour: string;
}

export interface ChartWords {
  readonly count: (value: number) => string;
  readonly day: (day: string) => string;
}

const width = 484;
const height = 196;
const edge = { top: 44, right: 74, bottom: 24, left: 64 } as const;

const write = (layer: Group, x: number, y: number, text: string, anchor: "start" | "middle" | "end") =>
  layer
    .append("text")
    .attr("x", x)
    .attr("y", y)
    .attr("text-anchor", anchor)
    .attr("font-family", fonts.words)
    .attr("font-size", 11)
    .attr("fill", palette.quiet)
    .text(text);

/** The highest day and the last one, without saying the same twice; the highest only if it stands clear of the last. */
function labelled(values: readonly number[]): readonly number[] {
  const highest = values.indexOf(max(values) ?? 0);
  const last = values.length - 1;
  const clear = last - highest > values.length / 8;
  return clear ? [highest, last] : [last];
}

export function paintChart(svg: SVGSVGElement, figures: Figures, words: ChartWords): void {
  const { days, values, colour } = figures;
  const root = select(svg)
    .attr("viewBox", `0 0 ${width} ${height}`)
    .attr("width", width)
    .attr("height", height)
    .attr("role", "img")
    .attr("aria-label", figures.title);
  root.selectAll("*").remove();
  const layer = root.append("g");
  const across = scaleBand<number>()
    .domain(days.map((_, index) => index))
    .range([edge.left, width - edge.right])
    .paddingInner(0.18);
  const up = scaleLinear()
    .domain([0, Math.max(1, max(values) ?? 0)])
    .nice(3)
    .range([height - edge.bottom, edge.top]);
  const middle = (index: number) => (across(index) ?? 0) + across.bandwidth() / 2;

  write(layer, 2, 16, figures.title, "start")
    .attr("font-size", 13)
    .attr("font-weight", 650)
    .attr("fill", palette.ink);
  for (const tick of up.ticks(3).filter(Number.isInteger)) {
    layer
      .append("path")
      .attr("d", `M${edge.left},${up(tick)}H${width - edge.right}`)
      .attr("stroke", tick === 0 ? palette.quiet : palette.line)
      .attr("stroke-width", tick === 0 ? 1.2 : 0.7);
    write(layer, edge.left - 6, up(tick) + 4, words.count(tick), "end");
  }
  const step = Math.max(1, Math.ceil(days.length / 5 / 7) * 7);
  days.forEach((day, index) => {
    if (index % step === 0) write(layer, middle(index), height - 8, words.day(day), "middle");
  });
  if (figures.shape === "bars") {
    layer
      .selectAll("rect")
      .data(values)
      .join("rect")
      .attr("x", (_, index) => across(index) ?? 0)
      .attr("y", (value) => up(value))
      .attr("width", across.bandwidth())
      .attr("height", (value) => up(0) - up(value))
      .attr("fill", colour);
  } else {
    const points = values.map((value, index): [number, number] => [middle(index), up(value)]);
    layer
      .append("path")
      .attr("d", area().y0(up(0))(points))
      .attr("fill", colour)
      .attr("fill-opacity", 0.3);
    layer
      .append("path")
      .attr("d", line()(points))
      .attr("fill", "none")
      .attr("stroke", palette.event)
      .attr("stroke-width", 2);
  }
  for (const index of labelled(values)) {
    const isLast = index === values.length - 1;
    const value = values[index] ?? 0;
    const [x, y] = isLast ? [width - edge.right + 6, up(value) + 4] : [middle(index), up(value) - 5];
    write(layer, x, y, words.count(value), isLast ? "start" : "middle")
      .attr("font-weight", 650)
      .attr("fill", palette.ink);
  }
}
