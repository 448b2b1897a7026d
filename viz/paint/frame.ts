// The frame of a chart: its size, its title, words at their places, and lines across with their figures, from zero up.
// The charts are painted into it; all of them have the same edges, so that they stand beside each other.
// Every look is an attribute, so that the saved chart is the seen one.
import type { ScaleLinear } from "d3";
import type { Group } from "./button.ts";
import { openPicture } from "./opening.ts";
import { fonts, palette } from "./palette.ts";

export const chartWidth = 484;
export const chartHeight = 196;
export const edge = { top: 44, right: 74, bottom: 24, left: 64 } as const;

/** A place on paper: fine enough for any screen, and short as a text. */
export const place = (value: number): number => Math.round(value * 100) / 100;

export const write = (
  layer: Group,
  x: number,
  y: number,
  text: string,
  anchor: "start" | "middle" | "end" = "start",
) =>
  layer
    .append("text")
    .attr("x", place(x))
    .attr("y", place(y))
    .attr("text-anchor", anchor)
    .attr("font-size", 12)
    .attr("fill", palette.quiet)
    .text(text);

/** Empties the picture and begins a chart of this size in it, with its title. */
export function beginChart(
  svg: SVGSVGElement,
  title: string,
  width: number = chartWidth,
  height: number = chartHeight,
): Group {
  const layer = openPicture(svg, title, width, height).append("g").attr("font-family", fonts.words);
  write(layer, 2, 16, title).attr("font-size", 14).attr("font-weight", 650).attr("fill", palette.ink);
  return layer;
}

/** Lines across at round figures; a scale that begins at zero has its lowest line drawn as the ground. */
export function addFigures(
  layer: Group,
  up: ScaleLinear<number, number>,
  says: (value: number) => string,
  wanted: (value: number) => boolean = () => true,
): void {
  for (const tick of up.ticks(3).filter(wanted)) {
    layer
      .append("path")
      .attr("d", `M${edge.left},${place(up(tick))}H${chartWidth - edge.right}`)
      .attr("stroke", tick === 0 ? palette.quiet : palette.line)
      .attr("stroke-width", tick === 0 ? 1.2 : 0.7);
    write(layer, edge.left - 6, up(tick) + 4, says(tick), "end");
  }
}

/** A figure that is said in place. */
export const writeFigure = (...[layer, x, y, text, anchor]: Parameters<typeof write>) =>
  write(layer, x, y, text, anchor).attr("font-weight", 650).attr("fill", palette.ink);
