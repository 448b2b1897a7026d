// Marks on a painted diagram where instances stand and what was just taken: a second outline with a pin, and an arrow before a button.
// Play calls it after the diagram was painted; the signs and the strokes say it, and colour comes last.
// Every look is an attribute, so that the saved picture is the seen one.
import { select } from "d3";
import type { Picture } from "../layout/picture.ts";
import { textWidth } from "../layout/measure.ts";
import { fonts, palette } from "./palette.ts";

export interface Standing {
  readonly state: string;
  /** Who stands there, in words. */
  readonly names: readonly string[];
}

const tagText = 11;
const tagHeight = 17;
const outset = 4;

/** Marks where everybody stands, and the transitions that were taken in this step. */
export function paintStanding(
  svg: SVGSVGElement,
  picture: Picture,
  standings: readonly Standing[],
  taken: readonly string[],
): void {
  const root = select(svg);
  root.selectAll("[data-transition]").each(function () {
    const button = select(this);
    if (!taken.includes(button.attr("data-transition"))) return;
    button.classed("taken", true).select("rect").attr("stroke-width", 3.5).attr("stroke", palette.taken);
  });
  root.selectAll("[data-route]").each(function () {
    const route = select(this);
    const buttons = picture.routes.find(({ id }) => id === route.attr("data-route"))?.buttons ?? [];
    if (buttons.some(({ transition }) => taken.includes(transition)))
      route.classed("taken", true).select("path:last-child").attr("stroke-width", 2.8);
  });
  const layer = root.append("g").attr("class", "standings");
  for (const { state, names } of standings) {
    const box = picture.boxes.find((one) => one.state === state);
    if (box === undefined || names.length === 0) continue;
    const text = `● ${names.join(", ")}`;
    const width = textWidth(text, tagText, "bold") + 12;
    const mark = layer.append("g").attr("class", "here").attr("data-here", state);
    mark
      .append("rect")
      .attr("x", box.x - outset)
      .attr("y", box.y - outset)
      .attr("width", box.width + 2 * outset)
      .attr("height", box.height + 2 * outset)
      .attr("rx", 14)
      .attr("fill", "none")
      .attr("stroke", palette.taken)
      .attr("stroke-width", 4);
    const left = Math.max(0, Math.min(picture.width - width, box.x + (box.width - width) / 2));
    const top = Math.max(0, box.y - outset - tagHeight + 5);
    mark
      .append("rect")
      .attr("x", left)
      .attr("y", top)
      .attr("width", width)
      .attr("height", tagHeight)
      .attr("rx", tagHeight / 2)
      .attr("fill", palette.paper)
      .attr("stroke", palette.taken)
      .attr("stroke-width", 1.5);
    mark
      .append("text")
      .attr("x", left + width / 2)
      .attr("y", top + 12.5)
      .attr("text-anchor", "middle")
      .attr("font-family", fonts.words)
      .attr("font-size", tagText)
      .attr("font-weight", 650)
      .attr("fill", palette.ink)
      .text(text);
  }
}
