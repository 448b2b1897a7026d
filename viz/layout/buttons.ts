// Labels as buttons of a known size, and stacks of them, before anything has a place.
// The routes and boxes of a picture reserve room with these; arrange.ts moves them to where they belong.
// It measures words and makes none.
import { textWidth } from "./measure.ts";
import type { Button, Frame, Point } from "./picture.ts";
import { sizes } from "./sizes.ts";

/** A button that has no size and no place yet. */
export type Label = Omit<Button, keyof Frame>;

function buttonOf(label: Label): Button {
  const signs = label.marks.length + (label.order === undefined ? 0 : 1);
  const lines = label.reason ?? [];
  const first = textWidth(label.text, sizes.buttonText, "normal") + sizes.markWidth * signs;
  const widest = Math.max(first, ...lines.map((line) => textWidth(line, sizes.reasonText, "normal")));
  return {
    ...label,
    x: 0,
    y: 0,
    width: widest + 2 * sizes.buttonPadding,
    height:
      sizes.buttonHeight + lines.length * sizes.reasonPitch + (lines.length === 0 ? 0 : sizes.reasonFoot),
  };
}

export interface Stack {
  readonly width: number;
  readonly height: number;
  readonly buttons: readonly Button[];
}

/** Buttons under each other, centred, measured from the stack's own corner. */
export function stackOf(labels: readonly Label[]): Stack {
  const sized = labels.map(buttonOf);
  const width = Math.max(0, ...sized.map((button) => button.width));
  const buttons: Button[] = [];
  let y = 0;
  for (const button of sized) {
    buttons.push({ ...button, x: (width - button.width) / 2, y });
    y += button.height + sizes.buttonGap;
  }
  return { width, height: Math.max(0, y - sizes.buttonGap), buttons };
}

/** The buttons of a stack once its corner has a place. */
export const placed = (stack: Stack, corner: Point): readonly Button[] =>
  stack.buttons.map((button) => ({ ...button, x: corner.x + button.x, y: corner.y + button.y }));
