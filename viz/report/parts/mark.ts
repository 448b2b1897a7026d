// A judgement as a word with a sign before it; the colour only repeats them.
// Verdicts, thresholds and calibration are marked with it.
// It judges nothing.
import { add, type Html } from "../../html.ts";

const signs = { good: "✓", bad: "✗", open: "–" } as const;
export type Judgement = keyof typeof signs;

export const addMark = (parent: Html, judgement: Judgement, word: string): Html =>
  add(parent, "span", `mark ${judgement}`, `${signs[judgement]} ${word}`);
