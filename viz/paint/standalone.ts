// A picture as an SVG file that stands by itself, painted by the same painters as on the page, without a browser.
// The atlas writes such files for documents, and tests compare them with approved ones.
// What only a page can use (keys, roles of buttons, links) is taken out; every look is an attribute already.
import { select } from "d3";
import { DOMParser } from "linkedom";
import type { Picture } from "../layout/picture.ts";
import { paintDiagram } from "./diagram.ts";
import { palette } from "./palette.ts";

const empty = '<svg xmlns="http://www.w3.org/2000/svg"/>';
const ofPages = [
  "tabindex",
  "role",
  "aria-label",
  "class",
  "data-state",
  "data-transition",
  "data-view",
  "data-route",
];

const isSvg = (element: unknown): element is SVGSVGElement =>
  typeof element === "object" && element !== null && "localName" in element && element.localName === "svg";

/** The text of the file, an element a line, so that two versions can be compared line by line. */
export function standalone(picture: Picture, title: string): string {
  const svg: unknown = new DOMParser().parseFromString(empty, "image/svg+xml").documentElement;
  if (!isSvg(svg)) throw new Error("an empty SVG text was not read as one");
  paintDiagram(svg, picture, title);
  for (const element of svg.querySelectorAll("*")) for (const name of ofPages) element.removeAttribute(name);
  svg.removeAttribute("role");
  svg.removeAttribute("aria-label");
  svg.setAttribute("font-family", "sans-serif");
  svg.setAttribute("style", `background: ${palette.paper}`);
  select(svg).insert("title", "defs").text(title);
  return `${svg.outerHTML.replaceAll("><", ">\n<")}\n`;
}
