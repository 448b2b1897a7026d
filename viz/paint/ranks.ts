// Bars that lie, from the longest to the shortest: under its words each figure, from zero, with its number at its end.
// Reports draw reasons with it, which are sentences and need the width.
// It is static, and every look is an attribute.
import { max, scaleLinear } from "d3";
import { beginChart, place, write, writeFigure } from "./frame.ts";
import { palette } from "./palette.ts";

export interface Rank {
  readonly name: string;
  readonly value: number;
}

const width = 984;
const top = 32;
const row = 34;
const barHeight = 12;
const forNumbers = 90;

export function paintRanks(
  svg: SVGSVGElement,
  {
    title,
    ranks,
    colour,
  }: { readonly title: string; readonly ranks: readonly Rank[]; readonly colour: string },
  says: (value: number) => string,
): void {
  const layer = beginChart(svg, title, width, top + row * ranks.length + 4);
  const along = scaleLinear()
    .domain([0, Math.max(1, max(ranks, ({ value }) => value) ?? 0)])
    .range([0, width - forNumbers]);
  for (const [index, { name, value }] of ranks.entries()) {
    const y = top + row * index;
    write(layer, 2, y + 11, name).attr("fill", palette.ink);
    layer
      .append("rect")
      .attr("x", 2)
      .attr("y", y + 16)
      .attr("width", place(along(value)))
      .attr("height", barHeight)
      .attr("fill", colour);
    writeFigure(layer, along(value) + 8, y + 16 + barHeight - 2, says(value));
  }
}
