// Small plates laid over a painted picture, one at a state or transition, with a figure: how often it was met.
// Each hangs at the upper right corner of what it counts, beside its words; what was never met has a dashed plate and a 0, so that it is seen without colour.
// The page takes them away by painting the picture anew.
import { select } from "d3";
import { textWidth } from "../layout/measure.ts";
import type { Frame, Picture } from "../layout/picture.ts";
import { fonts, palette } from "./palette.ts";

const textPx = 10;
const heightPx = 15;

export interface Badge {
  readonly text: string;
  readonly isNone: boolean;
}

/** Lays a plate on every box and button of the picture; `state` is the id of a box, and otherwise the id is a transition's. */
export function paintBadges(
  svg: SVGSVGElement,
  { boxes, routes }: Picture,
  badgeOf: (id: string, isState: boolean) => Badge,
): void {
  const layer = select(svg).append("g").attr("class", "badges").attr("aria-hidden", "true");
  const paint = (id: string, isState: boolean, { x, y, width: room }: Frame): void => {
    const { text, isNone } = badgeOf(id, isState);
    const width = textWidth(text, textPx, "bold") + 8;
    const left = x + room - 5;
    const plate = layer.append("g").attr(isState ? "data-badge-state" : "data-badge", id);
    plate
      .append("rect")
      .attr("x", left)
      .attr("y", y - heightPx + 6)
      .attr("width", width)
      .attr("height", heightPx)
      .attr("rx", 4)
      .attr("fill", isNone ? palette.paper : palette.ink)
      .attr("stroke", isNone ? palette.refused : palette.ink)
      .attr("stroke-width", 1.4)
      .attr("stroke-dasharray", isNone ? "3 2" : null);
    plate
      .append("text")
      .attr("x", left + width / 2)
      .attr("y", y - heightPx / 2 + 6 + textPx * 0.36)
      .attr("text-anchor", "middle")
      .attr("font-family", fonts.words)
      .attr("font-size", textPx)
      .attr("font-weight", 700)
      .attr("fill", isNone ? palette.ink : palette.paper)
      .text(text);
  };
  for (const box of boxes) paint(box.state, true, box);
  for (const { buttons } of [...boxes, ...routes])
    for (const button of buttons) paint(button.transition, false, button);
}
