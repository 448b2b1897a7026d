// Several lines over the same steps, from zero, each with its name at its end; a step of which nothing is known is a gap.
// Reports draw with it how long people waited: half of them, and all but one of a hundred.
// Lines differ in dash as well as in colour; it is static, and every look is an attribute.
import { line, max, scaleLinear } from "d3";
import { addFigures, beginChart, chartHeight, chartWidth, edge, place, write, writeFigure } from "./frame.ts";

export interface Line {
  readonly name: string;
  readonly values: readonly (number | undefined)[];
  readonly colour: string;
  /** As in `stroke-dasharray`; none for a whole line. */
  readonly dash?: string;
}

export interface Lines {
  readonly title: string;
  readonly steps: readonly string[];
  readonly every: number;
  readonly lines: readonly Line[];
}

const betweenNames = 13;

/** Where the names stand: at the ends of their lines, and never over one another. */
function apart(ends: readonly number[]): readonly number[] {
  const order = ends.map((_, index) => index).sort((a, b) => (ends[a] ?? 0) - (ends[b] ?? 0));
  const places = [...ends];
  for (const [rank, index] of order.entries()) {
    const above = order[rank - 1];
    if (above === undefined) continue;
    places[index] = Math.max(places[index] ?? 0, (places[above] ?? 0) + betweenNames);
  }
  return places;
}

export function paintLines(
  svg: SVGSVGElement,
  { title, steps, every, lines }: Lines,
  says: (value: number) => string,
): void {
  const layer = beginChart(svg, title);
  const right = chartWidth - edge.right;
  const across = scaleLinear()
    .domain([0, Math.max(1, steps.length - 1)])
    .range([edge.left, right]);
  const up = scaleLinear()
    .domain([
      0,
      max(
        lines.flatMap(({ values }) => values),
        (value) => value ?? 0,
      ) ?? 1,
    ])
    .nice(3)
    .range([chartHeight - edge.bottom, edge.top]);

  addFigures(layer, up, says);
  steps.forEach((step, index) => {
    if (index % every === 0) write(layer, across(index), chartHeight - 8, step, "middle");
  });
  const through = line<number | undefined>()
    .defined((value) => value !== undefined)
    .x((_, index) => across(index))
    .y((value) => up(value ?? 0))
    .digits(2);
  const names = apart(
    lines.map(({ values }) => up(values.findLast((value) => value !== undefined) ?? 0) + 4),
  );
  for (const [index, { name, values, colour, dash }] of lines.entries()) {
    const drawn = layer
      .append("path")
      .attr("d", through(values))
      .attr("fill", "none")
      .attr("stroke", colour)
      .attr("stroke-width", 1.8)
      .attr("stroke-linecap", "round");
    if (dash !== undefined) drawn.attr("stroke-dasharray", dash);
    writeFigure(layer, right + 6, place(names[index] ?? 0), name).attr("fill", colour);
  }
}
