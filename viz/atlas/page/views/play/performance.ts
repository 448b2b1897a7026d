// What is being played: a story with its title, everything that happened in it, and the reading to go on with by hand.
// Play makes one from the place in the address, and keeps it until the place asks for another story.
// A place that asks for no story, or for one that cannot be played to its end, is answered by that.
import { law } from "../../../../../models/law.ts";
import type { Reading } from "../../../../../models/language/compose.ts";
import type { World } from "../../../../../models/language/slice.ts";
import { defaultPolicy } from "../../../../../models/policy.ts";
import { sliceOf } from "../../../../../models/slices.ts";
import { play, readingOf, type Played, type Story } from "../../../../../models/story/story.ts";
import type { Said } from "../../../data.ts";
import { scenarios } from "../../../scenarios.ts";
import type { Scenario } from "../../../scenarios/scenario.ts";
import type { Asked } from "../../address.ts";
import { storyAt } from "./storyplace.ts";

export interface Performance {
  readonly story: Story;
  readonly played: Played;
  readonly reading: Reading;
  /** The scenario that it is, if it is one. */
  readonly scenario?: { readonly id: string; readonly title: Said; readonly introduction: Said };
}

/** A story that stops in the middle: the step that cannot be made, from 1. */
export interface Stopped {
  readonly stopsAt: number;
}

export type Asking = Performance | Stopped | undefined;

export const isPerformance = (asking: Asking): asking is Performance =>
  asking !== undefined && "played" in asking;

const storyOf = ({ slice: id, steps }: Scenario): Story | undefined => {
  const slice = sliceOf(id);
  return slice === undefined
    ? undefined
    : { slice, form: "counted", policy: defaultPolicy, clock: "real", steps };
};

/** What the place asks for; the first scenario where it asks for nothing. */
export function performanceAt(asked: Asked): Asking {
  const id = asked["scenario"] ?? (asked["slice"] === undefined ? scenarios[0]?.id : undefined);
  const scenario = scenarios.find((one) => one.id === id);
  const story = scenario === undefined ? storyAt(asked) : storyOf(scenario);
  if (story === undefined) return undefined;
  const reading = readingOf(story, law);
  const played = play(story, law, reading);
  if (played.stopsAt !== undefined) return { stopsAt: played.stopsAt + 1 };
  return { story, played, reading, ...(scenario === undefined ? {} : { scenario }) };
}

/** The step at which the place stands: 0 before the first. */
export const stepAt = ({ step }: Asked, { played }: Performance): number => {
  const wanted = /^\d{1,6}$/.test(step ?? "") ? Number(step) : 0;
  return Math.min(wanted, played.happened.length);
};

/** How things stand after so many steps. */
export const worldAt = ({ played }: Performance, step: number): World =>
  played.happened[step - 1]?.world ?? played.begins;
