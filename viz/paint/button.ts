// The label of a transition, which is its button: a rounded plate with marks and words.
// A clock marks a deadline, a number one of several answers, a loop a return into the same state.
// It paints and names itself for readers who hear the page; what a press does is the page's business.
import type { Selection } from "d3";
import type { Button } from "../layout/picture.ts";
import { sizes } from "../layout/sizes.ts";
import { fonts, palette } from "./palette.ts";

export type Group = Selection<SVGGElement, unknown, null, undefined>;

type Mark = (group: Group, x: number, y: number, colour: string) => void;

const clock: Mark = (group, x, y, colour) => {
  group
    .append("path")
    .attr("d", `M${x - 5.5},${y}a5.5,5.5 0 1,0 11,0a5.5,5.5 0 1,0 -11,0M${x},${y - 3.5}V${y}H${x + 2.8}`)
    .attr("fill", "none")
    .attr("stroke", colour)
    .attr("stroke-width", 1.4);
};

const loop: Mark = (group, x, y, colour) => {
  group
    .append("path")
    .attr("d", `M${x + 4.2},${y - 2.6}a5,5 0 1,0 0.7,3.4M${x + 5.2},${y - 6}v3.6h-3.6`)
    .attr("fill", "none")
    .attr("stroke", colour)
    .attr("stroke-width", 1.4);
};

const order =
  (place: number): Mark =>
  (group, x, y, colour) => {
    group.append("circle").attr("cx", x).attr("cy", y).attr("r", 7).attr("fill", colour);
    group
      .append("text")
      .attr("x", x)
      .attr("y", y + 3.5)
      .attr("text-anchor", "middle")
      .attr("font-size", sizes.orderText)
      .attr("font-weight", 700)
      .attr("fill", palette.paper)
      .text(place);
  };

export function paintButton(parent: Group, button: Button, inside: boolean): void {
  const colour = button.kind === "deadline" ? palette.deadline : palette.event;
  const group = parent
    .append("g")
    .attr("class", `button ${button.kind}`)
    .attr("data-transition", button.transition)
    .attr("role", "button")
    .attr("tabindex", 0)
    .attr("aria-label", button.order === undefined ? button.text : `${button.text} ${button.order}`);
  group
    .append("rect")
    .attr("x", button.x)
    .attr("y", button.y)
    .attr("width", button.width)
    .attr("height", button.height)
    .attr("rx", button.height / 2)
    .attr("fill", button.kind === "deadline" ? palette.deadlineTint : palette.paper)
    .attr("stroke", colour)
    .attr("stroke-width", 1.2)
    .attr("stroke-dasharray", button.kind === "deadline" ? "5 3" : null);
  const marks: readonly Mark[] = [
    ...(inside ? [loop] : []),
    ...(button.kind === "deadline" ? [clock] : []),
    ...(button.order === undefined ? [] : [order(button.order)]),
  ];
  const middle = button.y + button.height / 2;
  marks.forEach((mark, index) => {
    mark(group, button.x + sizes.buttonPadding + 5 + index * sizes.markWidth, middle, colour);
  });
  const room = marks.length * sizes.markWidth;
  group
    .append("text")
    .attr("x", button.x + room + (button.width - room) / 2)
    .attr("y", middle + sizes.buttonText * 0.36)
    .attr("text-anchor", "middle")
    .attr("font-family", fonts.words)
    .attr("font-size", sizes.buttonText)
    .attr("fill", palette.ink)
    .text(button.text);
}
