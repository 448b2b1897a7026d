// A story: how a promise comes to be broken, or a state to be reached, move by move with its instants.
// It is played in the plain reading of the slice, by the law and the policy it names; what does not play is no story.
// Provers find stories, lanes.ts tells them, itf.ts writes them down for other programs.
import { relevantFields } from "../../../models/language/cells.ts";
import {
  beginningMs,
  readSlice,
  tickMs,
  type Law,
  type Made,
  type Observed,
} from "../../../models/language/compose.ts";
import { smallPolicy } from "../../../models/language/small.ts";
import { timePasses, type Move, type Slice, type World } from "../../../models/language/slice.ts";
import { millisecondsADay, type Policy } from "../../../models/policy.ts";
import type { PropertyId } from "../../../models/properties.ts";
import type { SliceForm } from "../../../models/slices.ts";
import { verdictsOn } from "../states/judging.ts";

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

export function play({ slice, policy, clock, steps }: Story, law: Law): Played {
  const relevant = relevantFields(slice, law);
  const used = clock === "small" ? smallPolicy(slice, policy) : policy;
  const isRelevant = (instance: string, field: string): boolean => relevant.has(`${instance} ${field}`);
  const reading = readSlice(slice, law, used, isRelevant, clock === "small" ? undefined : realHorizonMs);
  const moves = new Map(slice.moves.map((move) => [move.id, move]));
  const happened: Happened[] = [];
  let world = reading.begins;
  let atMs = 0;
  const note = (made: Made, move: Move | undefined): void => {
    const { refused, told, taken, observed } = made;
    const breaks = verdictsOn(observed, used).flatMap(({ promise, broken }) => (broken ? [promise] : []));
    world = made.world;
    happened.push({ atMs, move, refused, told, taken, world, observed, breaks: [...new Set(breaks)] });
  };
  for (const [place, { waitMs, move: id }] of steps.entries()) {
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
