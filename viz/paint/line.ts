// The path of a route: straight pieces with rounded corners.
// diagram.ts draws lines and their pale beds with it.
// It bends only where the layout bends, and never leaves the layout's line by more than the corner's radius.
import { path } from "d3";
import type { Point } from "../layout/picture.ts";

const cornerPx = 9;

/** SVG path data through the points. */
export function roundedLine(points: readonly Point[]): string {
  const line = path();
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return "";
  line.moveTo(first.x, first.y);
  points.slice(1, -1).forEach((corner, index) => {
    const before = points[index] ?? corner;
    const after = points[index + 2] ?? corner;
    const reach = Math.min(
      Math.hypot(corner.x - before.x, corner.y - before.y) / 2,
      Math.hypot(after.x - corner.x, after.y - corner.y) / 2,
      cornerPx,
    );
    line.arcTo(corner.x, corner.y, after.x, after.y, reach);
  });
  line.lineTo(last.x, last.y);
  return line.toString();
}
