// A box, for a state or a party: rounded where something is kept, with cut corners where nothing is, and a double border where nothing follows.
// Its name stands over its note, and under them the buttons of what stays within it.
// It paints only; a press on it is the page's business.
import type { Box } from "../layout/picture.ts";
import { sizes } from "../layout/sizes.ts";
import { paintButton, type Group } from "./button.ts";
import { fonts, palette } from "./palette.ts";

/** A frame drawn `inset` pixels within the box, with round or cut corners. */
function outline({ x, y, width, height, gone }: Box, inset: number): string {
  const corner = sizes.boxCorner - inset * 0.6;
  const [left, top, right, bottom] = [x + inset, y + inset, x + width - inset, y + height - inset];
  const turn = (toX: number, toY: number) =>
    gone ? `L${toX},${toY}` : `A${corner},${corner} 0 0 1 ${toX},${toY}`;
  return [
    `M${left + corner},${top}H${right - corner}`,
    turn(right, top + corner),
    `V${bottom - corner}`,
    turn(right - corner, bottom),
    `H${left + corner}`,
    turn(left, bottom - corner),
    `V${top + corner}`,
    turn(left + corner, top),
    "Z",
  ].join("");
}

export function paintBox(parent: Group, box: Box): void {
  const colour = box.gone ? palette.gone : palette.kept;
  const group = parent
    .append("g")
    .attr("class", "box")
    .attr("data-state", box.state)
    .attr("role", "button")
    .attr("tabindex", 0)
    .attr("aria-label", `${box.name} ${box.note}`.trim());
  group
    .append("path")
    .attr("class", "outline")
    .attr("d", outline(box, 0))
    .attr("fill", box.gone ? palette.paper : palette.keptTint)
    .attr("stroke", colour)
    .attr("stroke-width", 1.6);
  if (box.final) {
    group
      .append("path")
      .attr("d", outline(box, 4))
      .attr("fill", "none")
      .attr("stroke", colour)
      .attr("stroke-width", 1.1);
  }
  const write = (text: string, y: number) =>
    group
      .append("text")
      .attr("x", box.x + box.width / 2)
      .attr("y", box.y + y)
      .attr("text-anchor", "middle")
      .text(text);
  // The space keeps both lines apart where the text of the box is read as one.
  write(`${box.name} `, 23)
    .attr("font-family", fonts.words)
    .attr("font-size", sizes.nameText)
    .attr("font-weight", 650)
    .attr("fill", palette.ink);
  write(box.note, 39)
    .attr("font-family", fonts.fixed)
    .attr("font-size", sizes.idText)
    .attr("fill", palette.quiet);
  for (const button of box.buttons) paintButton(parent, button);
}
