// What is to be placed: boxes as nodes, and edges with stacks of buttons, with sizes and no places yet.
// machinegraph.ts and partygraph.ts make one, and arrange.ts gives it to the layout engine.
// It knows sizes of words, and nothing of machines or parties.
import type { Stack } from "./buttons.ts";
import { textWidth } from "./measure.ts";
import type { Box, Trigger } from "./picture.ts";
import { sizes } from "./sizes.ts";

type Named = Pick<Box, "state" | "name" | "note" | "final" | "gone">;

export interface Node extends Named {
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
  readonly id: string;
  /** The node at which it begins, if it begins at one. */
  readonly initial?: string;
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
}

/** A node with room for its words and for what stands inside it. */
export function nodeOf(named: Named, inside: Stack): Node {
  const words = Math.max(
    textWidth(named.name, sizes.nameText, "bold"),
    textWidth(named.note, sizes.idText, "fixed"),
    inside.width,
  );
  return {
    ...named,
    width: Math.max(sizes.boxWidthLeast, words + 2 * sizes.boxPadding),
    height: sizes.boxTitleHeight + (inside.height === 0 ? 0 : inside.height + sizes.boxFoot),
    inside,
  };
}
