/**
 * A story: how a promise comes to be broken, or a state to be reached, move by move with its instants.
 * It is played in the plain reading of the slice, by the law and the policy it names; what does not play is no story.
 * Provers find stories, people make them by hand, and telling.ts says them aloud.
 */
import { relevantFields } from "../language/cells.ts";
import {
  beginningMs,
  readSlice,
  tickMs,
  type Law,
  type Made,
  type Observed,
  type Reading,
} from "../language/compose.ts";
import { smallPolicy } from "../language/small.ts";
import { timePasses, type Move, type Slice, type World } from "../language/slice.ts";
import { millisecondsADay, type Policy } from "../policy.ts";
import type { PropertyId } from "../properties.ts";
import type { SliceForm } from "../slices.ts";
import { verdictsOn } from "./judging.ts";

/** One step: so many milliseconds go by, and then the move is made if there is one. */
export interface StoryStep {
  readonly waitMs: number;
  readonly move?: string;
}

/** In real time, or with the slice's small constants, whose ticks stand for no real time. */
export type Clock = "real" | "small";

export interface Story {
  readonly slice: Slice;
  readonly form: SliceForm;
  /** The policy as it was set; made small for a story in the small. */
  readonly policy: Policy;
  readonly clock: Clock;
  readonly steps: readonly StoryStep[];
}

/** One thing that happened. */
export interface Happened {
  /** Milliseconds since the story began. */
  readonly atMs: number;
  /** The move, or nothing where only time went by. */
  readonly move: Move | undefined;
  readonly refused: string;
  readonly told: string;
  /** Transitions of lifecycles that were taken, deadlines included. */
  readonly taken: readonly string[];
  readonly world: World;
  /** What a watcher saw of it. */
  readonly observed: readonly Observed[];
  readonly breaks: readonly PropertyId[];
}

export interface Played {
  readonly begins: World;
  readonly happened: readonly Happened[];
  /** The first step that cannot be made, from 0; nothing if the story plays to its end. */
  readonly stopsAt: number | undefined;
}

/** A shortest story of a search in the small: names of moves, of which one is that time passes. */
export const stepsOf = (slice: Slice, moves: readonly string[]): readonly StoryStep[] =>
  moves.map((move) => (move === timePasses ? { waitMs: tickMs(slice) } : { waitMs: 0, move }));

/** Longer than any policy can look back. */
const realHorizonMs = 4_000 * millisecondsADay;

/** The policy by which a story is played: in the small, its durations are a few ticks. */
export const policyPlayed = ({ slice, policy, clock }: Omit<Story, "steps">): Policy =>
  clock === "small" ? smallPolicy(slice, policy) : policy;

/** The plain reading of the slice in which a story is played. */
export const readingOf = (story: Omit<Story, "steps">, law: Law): Reading => {
  const relevant = relevantFields(story.slice, law);
  return readSlice(
    story.slice,
    law,
    policyPlayed(story),
    (instance, field) => relevant.has(`${instance} ${field}`),
    story.clock === "small" ? undefined : realHorizonMs,
  );
};

/** Plays a story from its beginning; a reading that is at hand already is used again. */
export function play(story: Story, law: Law, reading: Reading = readingOf(story, law)): Played {
  const policy = policyPlayed(story);
  const moves = new Map(story.slice.moves.map((move) => [move.id, move]));
  const happened: Happened[] = [];
  let world = reading.begins;
  let atMs = 0;
  const note = (made: Made, move: Move | undefined): void => {
    const { refused, told, taken, observed } = made;
    const breaks = verdictsOn(observed, policy).flatMap(({ promise, broken }) => (broken ? [promise] : []));
    world = made.world;
    happened.push({ atMs, move, refused, told, taken, world, observed, breaks: [...new Set(breaks)] });
  };
  for (const [place, { waitMs, move: id }] of story.steps.entries()) {
    if (waitMs > 0) {
      const waited = reading.wait(world, waitMs);
      if (waited === undefined) return { begins: reading.begins, happened, stopsAt: place };
      atMs += waitMs;
      note(waited, undefined);
    }
    if (id === undefined) continue;
    const move = moves.get(id);
    const made = reading.make(world, id);
    if (move === undefined || made === undefined) return { begins: reading.begins, happened, stopsAt: place };
    note(made, move);
  }
  return { begins: reading.begins, happened, stopsAt: undefined };
}

/** The wall clock at which every story begins. */
export const storyBeginsMs = beginningMs;
