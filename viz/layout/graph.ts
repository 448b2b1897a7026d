// A machine as a graph with sizes and no places: states as nodes, changes of state as edges with stacks of buttons.
// arrange.ts gives it to the layout engine. Transitions between the same two states share one edge if both are events
// or both deadlines; those that lead back into their own state stand inside its box.
import type { Lifecycle } from "../../models/language/lifecycle.ts";
import { drawnTransitions, stackOf, type Drawn, type Stack } from "./buttons.ts";
import { textWidth } from "./measure.ts";
import type { Captions, Trigger } from "./picture.ts";
import { sizes } from "./sizes.ts";

export interface Node {
  readonly state: string;
  readonly name: string;
  readonly final: boolean;
  readonly gone: boolean;
  readonly width: number;
  readonly height: number;
  readonly inside: Stack;
}

export interface Edge {
  readonly id: string;
  readonly kind: Trigger;
  readonly source: string;
  readonly target: string;
  readonly label: Stack;
}

export interface Graph {
  readonly machine: string;
  readonly initial: string;
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
}

function nodesOf(machine: Lifecycle, drawn: readonly Drawn[], captions: Captions): readonly Node[] {
  return Object.entries(machine.states).map(([state, { type, meta }]) => {
    const name = captions.state(state);
    const inside = stackOf(
      drawn.filter((one) => one.source === state && one.target === state),
      captions,
    );
    const words = Math.max(
      textWidth(name, sizes.nameText, "bold"),
      textWidth(state, sizes.idText, "fixed"),
      inside.width,
    );
    return {
      state,
      name,
      final: type === "final",
      gone: meta.gone === true,
      width: Math.max(sizes.boxWidthLeast, words + 2 * sizes.boxPadding),
      height: sizes.boxTitleHeight + (inside.height === 0 ? 0 : inside.height + sizes.boxFoot),
      inside,
    };
  });
}

function edgesOf(drawn: readonly Drawn[], captions: Captions): readonly Edge[] {
  const moving = drawn.filter((one) => one.source !== one.target);
  const groups = Map.groupBy(moving, (one) => `${one.source}--${one.trigger.kind}-->${one.target}`);
  return [...groups].flatMap(([id, group]) => {
    const first = group[0];
    return first === undefined
      ? []
      : [
          {
            id,
            kind: first.trigger.kind,
            source: first.source,
            target: first.target,
            label: stackOf(group, captions),
          },
        ];
  });
}

export function graphOf(machine: Lifecycle, captions: Captions): Graph {
  const drawn = drawnTransitions(machine);
  return {
    machine: machine.id,
    initial: machine.initial,
    nodes: nodesOf(machine, drawn, captions),
    edges: edgesOf(drawn, captions),
  };
}
