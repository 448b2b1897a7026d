// What the tests of pictures ask about places: whether two frames overlap, and whether a line runs through a frame.
// Frames that only touch do not overlap, and a line may begin and end on the border of a frame.
// It knows nothing of machines.
import type { Frame, Point } from "../../viz/layout/picture.ts";

export interface Named extends Frame {
  readonly name: string;
}

export const overlap = (a: Frame, b: Frame): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The pairs that overlap, by name. */
export const overlaps = (frames: readonly Named[]): readonly string[] =>
  frames.flatMap((a, index) =>
    frames
      .slice(index + 1)
      .filter((b) => overlap(a, b))
      .map((b) => `${a.name} | ${b.name}`),
  );

export const inside = (inner: Frame, outer: Frame): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/** A line of horizontal and vertical pieces as frames without thickness; any other piece gets its whole rectangle. */
export const piecesOf = (points: readonly Point[]): readonly Frame[] =>
  points.slice(1).map((end, index) => {
    const begin = points[index] ?? end;
    return {
      x: Math.min(begin.x, end.x),
      y: Math.min(begin.y, end.y),
      width: Math.abs(begin.x - end.x),
      height: Math.abs(begin.y - end.y),
    };
  });

/** True when a piece enters the frame, deeper than rounding. */
export function runsThrough(points: readonly Point[], frame: Frame): boolean {
  const depth = 0.5;
  const core = {
    x: frame.x + depth,
    y: frame.y + depth,
    width: frame.width - 2 * depth,
    height: frame.height - 2 * depth,
  };
  return piecesOf(points).some(
    (piece) =>
      piece.x <= core.x + core.width &&
      core.x <= piece.x + piece.width &&
      piece.y <= core.y + core.height &&
      core.y <= piece.y + piece.height,
  );
}
