// Gives every box, route and button of a graph its place, with elkjs, when building: the page only gets coordinates.
// The same graph gives the same coordinates, byte for byte; what the engine writes for itself is left behind.
// It decides nothing about looks.
import Elk, { type ElkExtendedEdge, type ElkNode } from "elkjs/lib/elk.bundled.js";
import { placed } from "./buttons.ts";
import type { Graph } from "./graph.ts";
import type { Box, Frame, Picture, Point, Route } from "./picture.ts";
import { sizes } from "./sizes.ts";

const startId = "(start)";

const startNode: ElkNode = {
  id: startId,
  width: sizes.startDot,
  height: sizes.startDot,
  layoutOptions: { "elk.layered.layering.layerConstraint": "FIRST" },
};

const options = {
  "elk.algorithm": "layered",
  "elk.direction": "DOWN",
  "elk.edgeRouting": "ORTHOGONAL",
  "elk.layered.cycleBreaking.strategy": "MODEL_ORDER",
  "elk.padding": `[top=${sizes.margin},left=${sizes.margin},bottom=${sizes.margin},right=${sizes.margin}]`,
  "elk.spacing.nodeNode": "36",
  "elk.spacing.edgeNode": "22",
  "elk.spacing.edgeEdge": "16",
  "elk.spacing.edgeLabel": "8",
  "elk.spacing.labelNode": "10",
  "elk.layered.spacing.nodeNodeBetweenLayers": "30",
  "elk.layered.spacing.edgeNodeBetweenLayers": "16",
  "elk.layered.spacing.edgeEdgeBetweenLayers": "12",
  "elk.layered.considerModelOrder.strategy": "PREFER_NODES",
  "elk.layered.nodePlacement.favorStraightEdges": "true",
  "elk.layered.thoroughness": "40",
} as const;

/** A way of laying out: the first draws the straightest lines, the others narrow down large machines, each by another path. */
type Manner = Readonly<Record<"elk.layered.nodePlacement.strategy" | "elk.randomSeed", string>>;
const straightest: Manner = {
  "elk.layered.nodePlacement.strategy": "NETWORK_SIMPLEX",
  "elk.randomSeed": "1",
};
const narrower: readonly Manner[] = ["1", "2", "3", "4", "5", "6", "7", "8"].map((seed) => ({
  "elk.layered.nodePlacement.strategy": "LINEAR_SEGMENTS",
  "elk.randomSeed": seed,
}));

/** The widest picture that a page beside its panel shows in readable size. */
const widthMost = 1080;

function question(graph: Graph, manner: Manner): ElkNode {
  return {
    id: graph.id,
    layoutOptions: { ...options, ...manner },
    children: [
      ...(graph.initial === undefined ? [] : [startNode]),
      ...graph.nodes.map(({ state, width, height }) => ({ id: state, width, height })),
    ],
    edges: [
      ...(graph.initial === undefined ? [] : [{ id: startId, sources: [startId], targets: [graph.initial] }]),
      ...graph.edges.map(({ id, source, target, label }) => ({
        id,
        sources: [source],
        targets: [target],
        labels: [
          {
            text: id,
            width: label.width,
            height: label.height,
            layoutOptions: { "elk.edgeLabels.inline": "true" },
          },
        ],
      })),
    ],
  };
}

const tenth = (value: number | undefined): number => Math.round((value ?? 0) * 10) / 10;
const pointOf = ({ x, y }: Partial<Point>): Point => ({ x: tenth(x), y: tenth(y) });
const frameOf = ({ x, y, width, height }: Partial<Frame>): Frame => ({
  ...pointOf({ ...(x === undefined ? {} : { x }), ...(y === undefined ? {} : { y }) }),
  width: tenth(width),
  height: tenth(height),
});

const pointsOf = (edge: ElkExtendedEdge | undefined): readonly Point[] =>
  (edge?.sections ?? []).flatMap((section) =>
    [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(pointOf),
  );

function pictureFrom(graph: Graph, answer: ElkNode): Picture {
  const frames = new Map((answer.children ?? []).map((node) => [node.id, frameOf(node)]));
  const edges = new Map((answer.edges ?? []).map((edge) => [edge.id, edge]));
  const boxes = graph.nodes.map(({ state, name, note, final, gone, inside }): Box => {
    const frame = frames.get(state) ?? frameOf({});
    const corner = { x: frame.x + (frame.width - inside.width) / 2, y: frame.y + sizes.boxTitleHeight };
    return { state, name, note, final, gone, ...frame, buttons: placed(inside, corner) };
  });
  const routes = graph.edges.map(({ id, kind, source, target, label }): Route => {
    const edge = edges.get(id);
    const corner = pointOf(edge?.labels?.[0] ?? {});
    return { id, kind, source, target, points: pointsOf(edge), buttons: placed(label, corner) };
  });
  const dot = frames.get(startId);
  return {
    id: graph.id,
    width: tenth(answer.width),
    height: tenth(answer.height),
    ...(dot === undefined ? {} : { start: { dot, points: pointsOf(edges.get(startId)) } }),
    boxes,
    routes,
  };
}

/** The picture of a graph: the straightest that fits, or else the narrowest that was found. */
export async function arrange(graph: Graph): Promise<Picture> {
  const ask = async (manner: Manner) =>
    pictureFrom(graph, await new Elk.default().layout(question(graph, manner)));
  let best = await ask(straightest);
  for (const manner of narrower) {
    if (best.width <= widthMost) break;
    const other = await ask(manner);
    if (other.width < best.width) best = other;
  }
  return best;
}
