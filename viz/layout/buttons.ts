// Transitions as buttons of a known size, and stacks of them, before anything has a place.
// The routes and boxes of a picture reserve room with these; arrange.ts moves them to where they belong.
// Refusals get no button: they change nothing, and the page lists them on demand.
import {
  refusalOf,
  transitionsOf,
  type Lifecycle,
  type PlacedTransition,
} from "../../models/language/lifecycle.ts";
import { textWidth } from "./measure.ts";
import type { Button, Captions, Point } from "./picture.ts";
import { sizes } from "./sizes.ts";

/** A transition that is drawn, and whether its trigger has other drawn answers in the same state. */
export interface Drawn extends PlacedTransition {
  readonly numbered: boolean;
}

/** Every transition that changes something, in the order of the law. */
export function drawnTransitions(machine: Lifecycle): readonly Drawn[] {
  const drawn = transitionsOf(machine).filter((one) => refusalOf(one.transition) === undefined);
  const answers = Map.groupBy(drawn, ({ source, trigger }) => `${source} ${trigger.kind} ${trigger.name}`);
  return [...answers.values()].flatMap((group) =>
    group.map((one) => ({ ...one, numbered: group.length > 1 })),
  );
}

function buttonOf(drawn: Drawn, captions: Captions): Button {
  const text = captions.transition(drawn.id);
  const marks = [drawn.trigger.kind === "deadline", drawn.numbered, drawn.source === drawn.target];
  return {
    transition: drawn.id,
    kind: drawn.trigger.kind,
    text,
    ...(drawn.numbered ? { order: drawn.alternative + 1 } : {}),
    x: 0,
    y: 0,
    width:
      textWidth(text, sizes.buttonText, "normal") +
      2 * sizes.buttonPadding +
      sizes.markWidth * marks.filter(Boolean).length,
    height: sizes.buttonHeight,
  };
}

export interface Stack {
  readonly width: number;
  readonly height: number;
  readonly buttons: readonly Button[];
}

/** Buttons under each other, centred, measured from the stack's own corner. */
export function stackOf(transitions: readonly Drawn[], captions: Captions): Stack {
  const buttons = transitions.map((drawn) => buttonOf(drawn, captions));
  const width = Math.max(0, ...buttons.map((button) => button.width));
  const pitch = sizes.buttonHeight + sizes.buttonGap;
  return {
    width,
    height: Math.max(0, buttons.length * pitch - sizes.buttonGap),
    buttons: buttons.map((button, index) => ({
      ...button,
      x: (width - button.width) / 2,
      y: index * pitch,
    })),
  };
}

/** The buttons of a stack once its corner has a place. */
export const placed = (stack: Stack, corner: Point): readonly Button[] =>
  stack.buttons.map((button) => ({ ...button, x: corner.x + button.x, y: corner.y + button.y }));
