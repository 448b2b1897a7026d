// Gives every box, route and button of a machine its place, with elkjs, when building: the page only gets coordinates.
// The same machine and words give the same coordinates, byte for byte; what the engine writes for itself is left behind.
// It decides nothing about looks.
import Elk, { type ElkExtendedEdge, type ElkNode } from "elkjs/lib/elk.bundled.js";
import type { Lifecycle } from "../../models/language/lifecycle.ts";
import { placed } from "./buttons.ts";
import { graphOf, type Graph } from "./graph.ts";
import type { Box, Captions, Frame, Picture, Point, Route } from "./picture.ts";
import { sizes } from "./sizes.ts";

const startId = "(start)";

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
    id: graph.machine,
    layoutOptions: { ...options, ...manner },
    children: [
      {
        id: startId,
        width: sizes.startDot,
        height: sizes.startDot,
        layoutOptions: { "elk.layered.layering.layerConstraint": "FIRST" },
      },
      ...graph.nodes.map(({ state, width, height }) => ({ id: state, width, height })),
    ],
    edges: [
      { id: startId, sources: [startId], targets: [graph.initial] },
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
  const boxes = graph.nodes.map(({ state, name, final, gone, inside }): Box => {
    const frame = frames.get(state) ?? frameOf({});
    const corner = { x: frame.x + (frame.width - inside.width) / 2, y: frame.y + sizes.boxTitleHeight };
    return { state, name, final, gone, ...frame, buttons: placed(inside, corner) };
  });
  const routes = graph.edges.map(({ id, kind, source, target, label }): Route => {
    const edge = edges.get(id);
    const corner = pointOf(edge?.labels?.[0] ?? {});
    return { id, kind, source, target, points: pointsOf(edge), buttons: placed(label, corner) };
  });
  return {
    machine: graph.machine,
    width: tenth(answer.width),
    height: tenth(answer.height),
    start: { dot: frames.get(startId) ?? frameOf({}), points: pointsOf(edges.get(startId)) },
    boxes,
    routes,
  };
}

/** The picture of a machine in the words of one language. */
export async function arrange(machine: Lifecycle, captions: Captions): Promise<Picture> {
  const graph = graphOf(machine, captions);
  const ask = async (manner: Manner) =>
    pictureFrom(graph, await new Elk.default().layout(question(graph, manner)));
  let best = await ask(straightest);
  for (const manner of best.width <= widthMost ? [] : narrower) {
    const other = await ask(manner);
    if (other.width < best.width) best = other;
  }
  return best;
}
