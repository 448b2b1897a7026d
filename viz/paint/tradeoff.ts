// What is bought against what is paid: a line through points, each named in place, with one of them marked as the present choice.
// Reports draw the retention curve with it. Both scales begin at zero.
// Points that would be written over one another keep their mark and lose their name; it is static, and every look is an attribute.
import { line, max, scaleLinear } from "d3";
import { addFigures, beginChart, chartHeight, chartWidth, edge, place, write, writeFigure } from "./frame.ts";
import { palette } from "./palette.ts";

export interface Choice {
  readonly name: string;
  /** What is paid, and the share of what is wanted that it buys, of 1. */
  readonly paid: number;
  readonly bought: number;
  readonly isPresent: boolean;
}

export interface Tradeoff {
  readonly title: string;
  readonly choices: readonly Choice[];
  /** What stands below: what is paid. */
  readonly paidName: string;
}

const clearOf = 30;

export function paintTradeoff(
  svg: SVGSVGElement,
  { title, choices, paidName }: Tradeoff,
  says: { readonly share: (value: number) => string; readonly count: (value: number) => string },
): void {
  const layer = beginChart(svg, title, chartWidth, chartHeight + 18);
  const right = chartWidth - edge.right;
  const along = scaleLinear()
    .domain([0, Math.max(1, max(choices, ({ paid }) => paid) ?? 0)])
    .range([edge.left, right]);
  const up = scaleLinear()
    .domain([0, 1])
    .range([chartHeight - edge.bottom, edge.top]);

  addFigures(layer, up, says.share);
  for (const tick of along.ticks(3)) write(layer, along(tick), chartHeight - 8, says.count(tick), "middle");
  write(layer, right, chartHeight + 10, paidName, "end");
  layer
    .append("path")
    .attr(
      "d",
      line<Choice>(
        ({ paid }) => along(paid),
        ({ bought }) => up(bought),
      ).digits(2)(choices),
    )
    .attr("fill", "none")
    .attr("stroke", palette.event)
    .attr("stroke-width", 1.8);
  let written = -clearOf;
  const present = choices.find(({ isPresent }) => isPresent);
  const isWritten = ({ paid, isPresent }: Choice): boolean =>
    isPresent ||
    (along(paid) - written >= clearOf &&
      (present === undefined || Math.abs(along(paid) - along(present.paid)) >= clearOf));
  for (const choice of choices) {
    const [x, y] = [place(along(choice.paid)), place(up(choice.bought))];
    layer
      .append("circle")
      .attr("cx", x)
      .attr("cy", y)
      .attr("r", choice.isPresent ? 6 : 3)
      .attr("fill", choice.isPresent ? palette.paper : palette.event)
      .attr("stroke", palette.event)
      .attr("stroke-width", choice.isPresent ? 3 : 1);
    if (!isWritten(choice)) continue;
    written = along(choice.paid);
    const name = choice.isPresent ? writeFigure : write;
    name(layer, x, y - 10, choice.name, "middle");
  }
}
