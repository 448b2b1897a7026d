// One chart of the small multiples: a figure a day, or any other step, from zero, with its highest and its last step labelled in place.
// What happens on a day is a bar, and where there are too many for gaps a step; what is there at its end is an area with a line.
// Every look is an attribute, so that the saved chart is the seen one; it is static.
import { area, line, max, scaleBand, scaleLinear } from "d3";
import { addFigures, beginChart, chartHeight, chartWidth, edge, place, write, writeFigure } from "./frame.ts";
import { palette } from "./palette.ts";

export interface Figures {
  readonly title: string;
  readonly days: readonly string[];
  readonly values: readonly number[];
  readonly shape: "bars" | "steps" | "area";
  readonly colour: string;
  /** How many steps lie between two that are named; whole weeks of days unless it is given. */
  readonly every?: number;
}

export interface ChartWords {
  readonly count: (value: number) => string;
  readonly day: (day: string) => string;
}

/** The highest day and the last one, without saying the same twice; the highest only if it stands clear of the last. */
function labelled(values: readonly number[]): readonly number[] {
  const highest = values.indexOf(max(values) ?? 0);
  const last = values.length - 1;
  const clear = (values[highest] ?? 0) > 0 && last - highest > values.length / 8;
  return clear ? [highest, last] : [last];
}

const weeksFor = (days: number): number => Math.max(1, Math.ceil(days / 5 / 7) * 7);

export function paintChart(svg: SVGSVGElement, figures: Figures, words: ChartWords): void {
  const { days, values, colour, every = weeksFor(days.length) } = figures;
  const layer = beginChart(svg, figures.title);
  const across = scaleBand<number>()
    .domain(days.map((_, index) => index))
    .range([edge.left, chartWidth - edge.right])
    .paddingInner(0.18);
  const up = scaleLinear()
    .domain([0, Math.max(1, max(values) ?? 0)])
    .nice(3)
    .range([chartHeight - edge.bottom, edge.top]);
  const middle = (index: number) => (across(index) ?? 0) + across.bandwidth() / 2;

  addFigures(layer, up, words.count, Number.isInteger);
  days.forEach((day, index) => {
    if (index % every === 0) write(layer, middle(index), chartHeight - 8, words.day(day), "middle");
  });
  if (figures.shape === "bars") {
    layer
      .selectAll("rect")
      .data(values)
      .join("rect")
      .attr("x", (_, index) => place(across(index) ?? 0))
      .attr("y", (value) => place(up(value)))
      .attr("width", place(across.bandwidth()))
      .attr("height", (value) => place(up(0) - up(value)))
      .attr("fill", colour);
  } else if (figures.shape === "steps") {
    const from = (index: number) => place(across(index) ?? chartWidth - edge.right);
    const outline = values.map((value, index) => `V${place(up(value))}H${from(index + 1)}`);
    layer
      .append("path")
      .attr("d", `M${edge.left},${up(0)}${outline.join("")}V${up(0)}Z`)
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
    const value = values[index] ?? 0;
    if (index === values.length - 1)
      writeFigure(layer, chartWidth - edge.right + 6, up(value) + 4, words.count(value));
    else writeFigure(layer, middle(index), up(value) - 5, words.count(value), "middle");
  }
}
