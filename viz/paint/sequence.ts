// Paints a laid-out sequence into an SVG element with d3: lanes, the present step's band, arrows, own steps, and in bold what was learnt.
// A message is a full line, a question an open arrow, a refusal a dashed line with a cross; what is still to come is paler.
// Every look is an attribute, so that the saved picture is the seen one; it listens to nothing.
import { select } from "d3";
import {
  sequenceSizes,
  type PlacedArrow,
  type PlacedRow,
  type SequencePicture,
  type Words,
} from "../layout/sequence.ts";
import type { Group } from "./button.ts";
import { openPicture } from "./opening.ts";
import { fonts, palette } from "./palette.ts";

const { text: textPx, pitch } = sequenceSizes;
/** Pale, and still dark enough to be read. */
const laterOpacity = 0.62;

const write = (layer: Group, { lines, x, y }: Words, anchor: "start" | "middle", bold = false): void => {
  lines.forEach((line, place) => {
    layer
      .append("text")
      .attr("x", x)
      .attr("y", y + place * pitch)
      .attr("text-anchor", anchor)
      .attr("font-family", fonts.words)
      .attr("font-size", textPx)
      .attr("font-weight", bold ? 700 : 400)
      .attr("fill", palette.ink)
      .text(line);
  });
};

const looks = {
  message: { colour: palette.event, dash: null, head: "M0,0L-10,-4.5V4.5Z" },
  question: { colour: palette.quiet, dash: null, head: "M-9,-4.5L0,0L-9,4.5" },
  refusal: { colour: palette.refused, dash: "6 4", head: "M0,0L-10,-4.5V4.5Z" },
} as const;

function paintArrow(layer: Group, { kind, fromX, toX, y, words }: PlacedArrow): void {
  const { colour, dash, head } = looks[kind];
  const arrow = layer.append("g").attr("class", `arrow ${kind}`);
  arrow
    .append("path")
    .attr("d", `M${fromX},${y}H${toX}`)
    .attr("stroke", colour)
    .attr("stroke-width", 1.8)
    .attr("stroke-dasharray", dash);
  arrow
    .append("path")
    .attr("d", head)
    .attr("transform", `translate(${toX},${y}) scale(${toX < fromX ? -1 : 1},1)`)
    .attr("fill", kind === "question" ? "none" : colour)
    .attr("stroke", colour)
    .attr("stroke-width", 1.8);
  if (kind === "refusal") {
    const [left, top] = [(fromX + toX) / 2 - 4, y - 4];
    arrow
      .append("path")
      .attr("d", `M${left},${top}l8,8m0,-8l-8,8`)
      .attr("stroke", colour)
      .attr("stroke-width", 2.4);
  }
  write(arrow, words, "middle");
}

function paintBox(layer: Group, box: NonNullable<PlacedRow["box"]>): void {
  layer
    .append("rect")
    .attr("class", "own")
    .attr("x", box.x)
    .attr("y", box.y)
    .attr("width", box.width)
    .attr("height", box.height)
    .attr("rx", box.isNobodys ? 0 : 7)
    .attr("fill", box.isNobodys ? palette.deadlineTint : palette.paper)
    .attr("stroke", box.isNobodys ? palette.deadline : palette.quiet)
    .attr("stroke-dasharray", box.isNobodys ? "5 3" : null)
    .attr("stroke-width", 1.1);
  write(layer, box.words, "middle");
}

function paintRow(root: Group, row: PlacedRow, { width }: SequencePicture): void {
  const layer: Group = root.append("g").attr("class", "row").attr("data-row", row.number);
  layer
    .append("rect")
    .attr("class", "band")
    .attr("x", 1)
    .attr("y", row.y)
    .attr("width", width - 2)
    .attr("height", row.height - 2)
    .attr("fill", palette.eventTint)
    .attr("stroke", palette.ink)
    .attr("stroke-width", 1.6);
  write(layer, row.time, "start");
  if (row.box !== undefined) paintBox(layer, row.box);
  for (const arrow of row.arrows) paintArrow(layer, arrow);
  if (row.byItself !== undefined) write(layer, row.byItself, "middle");
  for (const words of row.learnt) write(layer.append("g").attr("class", "learnt"), words, "middle", true);
}

/** Fills the element with the picture of the whole story. */
export function paintSequence(svg: SVGSVGElement, picture: SequencePicture, title: string): void {
  const { width, height, lanes, names, rows } = picture;
  const root = openPicture(svg, title, width, height);
  const layer = root.append("g");
  layer.append("rect").attr("width", width).attr("height", height).attr("fill", palette.paper);
  for (const { x, fromY, toY } of lanes)
    layer
      .append("path")
      .attr("d", `M${x},${fromY}V${toY}`)
      .attr("stroke", palette.line)
      .attr("stroke-width", 1.4);
  for (const name of names) {
    const group = layer.append("g").attr("class", "lane");
    group
      .append("rect")
      .attr("x", name.x - 60)
      .attr("y", name.y - pitch)
      .attr("width", 120)
      .attr("height", name.lines.length * pitch + 8)
      .attr("fill", palette.paper);
    write(group, name, "middle", true);
  }
  for (const row of rows) paintRow(layer, row, picture);
}

/** Shows at which step the story stands, 0 before the first: that one has a band, and what is still to come is paler. */
export function markPresent(svg: SVGSVGElement, present: number): void {
  select(svg)
    .selectAll<SVGGElement, unknown>(".row")
    .each(function () {
      const number = Number(this.dataset["row"]);
      const row = select(this)
        .classed("present", number === present)
        .attr("opacity", number > present ? laterOpacity : null);
      row.select(".band").attr("visibility", number === present ? null : "hidden");
    });
}
