// Saves a picture as the file that is seen: the SVG element itself, with its looks as attributes.
// Diagrams and charts carry such a button.
// Nothing leaves the reader's machine; the file is made in the page.
import { download } from "./download.ts";
import { add, type Html } from "../../html.ts";
import type { Words } from "./words.ts";

export function addSaved(parent: Html, svg: SVGSVGElement, name: string, words: Words): void {
  add(parent, "button", "save", words.save)
    .attr("type", "button")
    .on("click", () => {
      const copy = svg.cloneNode(true);
      if (!(copy instanceof SVGSVGElement)) return;
      copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
      const text = new XMLSerializer().serializeToString(copy);
      download(`${name}.svg`, text, "image/svg+xml");
    });
}
