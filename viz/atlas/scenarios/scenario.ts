// What a scenario is: a story that comes with the atlas, with a title and an introduction, played in one slice in real time.
// The page plays it by the models as they are, so that it can tell nothing that the law does not do.
// A scenario holds moves and waits alone; what comes of them is never written into it.
import type { SliceId } from "../../../models/language/slice.ts";
import type { StoryStep } from "../../../models/story/story.ts";
import type { Said } from "../data.ts";

export interface Scenario {
  readonly id: string;
  readonly title: Said;
  readonly introduction: Said;
  readonly slice: SliceId;
  readonly steps: readonly StoryStep[];
}

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** So long goes by, and then the move is made. */
export const after = (waitMs: number, move: string): StoryStep => ({ waitMs, move });
/** The move is made at once. */
export const atOnce = (move: string): StoryStep => after(0, move);
/** So long goes by, and nobody does anything. */
export const wait = (waitMs: number): StoryStep => ({ waitMs });
