// Opens a picture in an SVG element: its size, what it is called for those who do not see it, and nothing in it any more.
// Charts and sequences begin with it, in the page and in files alike.
import { select } from "d3";

export const openPicture = (svg: SVGSVGElement, title: string, width: number, height: number) => {
  const root = select(svg)
    .attr("viewBox", `0 0 ${width} ${height}`)
    .attr("width", width)
    .attr("height", height)
    .attr("role", "img")
    .attr("aria-label", title);
  root.selectAll("*").remove();
  return root;
};
