// A machine as a graph: states as nodes, changes of state as edges with stacks of buttons.
// Transitions between the same two states share one edge if both are events or both deadlines; those that lead back into their
// own state stand inside its box, and so do the refusals where they are asked for, since they change nothing.
import {
  refusalOf,
  transitionsOf,
  type Lifecycle,
  type PlacedTransition,
} from "../../models/language/lifecycle.ts";
import { stackOf, type Label } from "./buttons.ts";
import { nodeOf, type Edge, type Graph, type Node } from "./graph.ts";
import { wrapped } from "./measure.ts";
import type { Captions, Mark } from "./picture.ts";
import { sizes } from "./sizes.ts";

/** Whether the refusals are drawn. */
export type Shown = "changes" | "refusals too";

/** A transition that is drawn, and whether its trigger has other drawn answers in the same state. */
interface Drawn extends PlacedTransition {
  readonly refused: boolean;
  readonly numbered: boolean;
}

/** What is drawn, in the order of the law. */
function drawnTransitions(machine: Lifecycle, shown: Shown): readonly Drawn[] {
  const drawn = transitionsOf(machine)
    .map((one) => ({ ...one, refused: refusalOf(one.transition) !== undefined }))
    .filter(({ refused }) => shown === "refusals too" || !refused);
  const answers = Map.groupBy(drawn, ({ source, trigger }) => `${source} ${trigger.kind} ${trigger.name}`);
  return [...answers.values()].flatMap((group) =>
    group.map((one) => ({ ...one, numbered: group.length > 1 })),
  );
}

function marksOf({ refused, trigger, source, target }: Drawn): readonly Mark[] {
  if (refused) return ["barred"];
  const loop: readonly Mark[] = source === target ? ["loop"] : [];
  return trigger.kind === "deadline" ? [...loop, "clock"] : loop;
}

const labelsOf = (drawn: readonly Drawn[], captions: Captions): readonly Label[] =>
  drawn.map((one) => ({
    transition: one.id,
    kind: one.refused ? "refusal" : one.trigger.kind,
    marks: marksOf(one),
    text: captions.transition(one.id),
    ...(one.numbered ? { order: one.alternative + 1 } : {}),
    ...(one.refused
      ? { reason: wrapped(captions.reason(one.id), sizes.reasonText, sizes.reasonWidthMost) }
      : {}),
  }));

function nodesOf(machine: Lifecycle, drawn: readonly Drawn[], captions: Captions): readonly Node[] {
  return Object.entries(machine.states).map(([state, { type, meta }]) => {
    const staying = drawn.filter((one) => one.source === state && one.target === state);
    return nodeOf(
      {
        state,
        name: captions.state(state),
        note: state,
        final: type === "final",
        gone: meta.gone === true,
      },
      stackOf(labelsOf(staying, captions)),
    );
  });
}

function edgesOf(drawn: readonly Drawn[], captions: Captions): readonly Edge[] {
  const moving = drawn.filter((one) => one.source !== one.target);
  const groups = Map.groupBy(moving, (one) => `${one.source}--${one.trigger.kind}-->${one.target}`);
  return [...groups].flatMap(([id, group]) => {
    const first = group[0];
    if (first === undefined) return [];
    const { source, target, trigger } = first;
    return [{ id, kind: trigger.kind, source, target, label: stackOf(labelsOf(group, captions)) }];
  });
}

export function machineGraph(machine: Lifecycle, captions: Captions, shown: Shown): Graph {
  const drawn = drawnTransitions(machine, shown);
  return {
    id: machine.id,
    initial: machine.initial,
    nodes: nodesOf(machine, drawn, captions),
    edges: edgesOf(drawn, captions),
  };
}
