// Paints a laid-out picture into an SVG element with d3: lines, then boxes, then the buttons on the lines.
// The page calls it for what people see, and tests call it without a browser's layout.
// Every look is an attribute, so that the saved picture is the seen one; it listens to nothing.
import { select } from "d3";
import type { Picture, Point, Trigger } from "../layout/picture.ts";
import { paintBox } from "./box.ts";
import { paintButton, type Group } from "./button.ts";
import { roundedLine } from "./line.ts";
import { palette } from "./palette.ts";

const colours: Readonly<Record<Trigger, string>> = { event: palette.event, deadline: palette.deadline };

function arrowhead(definitions: Selection, id: string, colour: string): void {
  definitions
    .append("marker")
    .attr("id", id)
    .attr("viewBox", "0 0 10 10")
    .attr("refX", 9)
    .attr("refY", 5)
    .attr("markerWidth", 7.5)
    .attr("markerHeight", 7.5)
    .attr("orient", "auto")
    .append("path")
    .attr("d", "M0,0.8L10,5L0,9.2Z")
    .attr("fill", colour);
}

type Selection = ReturnType<typeof definitionsOf>;
const definitionsOf = (svg: SVGSVGElement) => select(svg).append("defs");

interface Stroke {
  readonly points: readonly Point[];
  readonly colour: string;
  readonly arrow: string;
  readonly dashed: boolean;
}

function paintLine(layer: Group, { points, colour, arrow, dashed }: Stroke): void {
  const line = roundedLine(points);
  layer
    .append("path")
    .attr("d", line)
    .attr("fill", "none")
    .attr("stroke", palette.paper)
    .attr("stroke-width", 6);
  layer
    .append("path")
    .attr("d", line)
    .attr("fill", "none")
    .attr("stroke", colour)
    .attr("stroke-width", 1.7)
    .attr("stroke-dasharray", dashed ? "7 5" : null)
    .attr("marker-end", `url(#${arrow})`);
}

/** Fills the element with the picture; `title` is read to those who do not see it. */
export function paintDiagram(svg: SVGSVGElement, picture: Picture, title: string): void {
  const root = select(svg)
    .attr("viewBox", `0 0 ${picture.width} ${picture.height}`)
    .attr("width", picture.width)
    .attr("height", picture.height)
    .attr("role", "group")
    .attr("aria-label", title);
  root.selectAll("*").remove();
  const definitions = definitionsOf(svg);
  const arrow = (kind: string) => `${picture.id}-${kind}-arrow`;
  arrowhead(definitions, arrow("start"), palette.ink);
  arrowhead(definitions, arrow("event"), colours.event);
  arrowhead(definitions, arrow("deadline"), colours.deadline);

  const lines = root.append("g").attr("class", "lines");
  for (const route of picture.routes) {
    const layer = lines.append("g").attr("data-route", route.id);
    paintLine(layer, {
      points: route.points,
      colour: colours[route.kind],
      arrow: arrow(route.kind),
      dashed: route.kind === "deadline",
    });
  }
  if (picture.start !== undefined) {
    const { dot, points } = picture.start;
    paintLine(lines, { points, colour: palette.ink, arrow: arrow("start"), dashed: false });
    root
      .append("circle")
      .attr("cx", dot.x + dot.width / 2)
      .attr("cy", dot.y + dot.height / 2)
      .attr("r", dot.width / 2)
      .attr("fill", palette.ink);
  }
  const boxes = root.append("g").attr("class", "boxes");
  for (const box of picture.boxes) paintBox(boxes, box);
  const buttons = root.append("g").attr("class", "buttons");
  for (const route of picture.routes) for (const button of route.buttons) paintButton(buttons, button);
}
