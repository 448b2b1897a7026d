/**
 * Turns a way through zones into a story that can really happen: whole milliseconds of waiting, moves between them, as early as can be.
 * The way is gone again without widening, a mark at each step; the earliest instants that keep all bounds are the story's.
 * Then the story is played in the plain reading of the slice, and what it does not show there is no story.
 */
import { relevantFields } from "../../../models/language/cells.ts";
import { readSlice, type Law, type Made } from "../../../models/language/compose.ts";
import { timePasses, type Slice } from "../../../models/language/slice.ts";
import type { Policy } from "../../../models/policy.ts";
import type { Node } from "./explore.ts";
import { mostBetween } from "./matrix.ts";
import { withInstant, type Moment } from "./moment.ts";
import { made, remembered, type Outcome } from "./moving.ts";
import { passed, restedAfter, waited, type Waiting } from "./passing.ts";
import { placer, standingOf } from "./place.ts";
import { readingOf, type Reading } from "./reading.ts";
import { beginning, type Standing } from "./standing.ts";
import { presentInstant } from "./symbol.ts";

export interface StoryStep {
  readonly waitMs: number;
  /** The move made after waiting; none where the waiting itself is the step. */
  readonly move?: string;
}

export type Story = readonly StoryStep[];

/** A way through zones: its nodes from the first one on, and the last step, whose outcome is what the story is about. */
export interface Way {
  readonly nodes: readonly Node[];
  /** A move, or that time passes: until a deadline fires, or only waiting in the last zone. */
  readonly last: { readonly step: string; readonly isWaiting: boolean };
}

export const wayTo = (node: Node, step: string, isWaiting: boolean): Way => {
  const nodes: Node[] = [];
  for (let at: Node | undefined = node; at !== undefined; at = at.from) nodes.unshift(at);
  return { nodes, last: { step, isWaiting } };
};

/** The parts of an outcome in which the story shows what it is about. */
export type Shows = (reading: Reading, outcome: Outcome) => readonly Moment[];

/** How many days after one another a story looks for. */
const daysMost = 64;
/** How many ways of putting days a story tries before it gives up. */
const triesMost = 2_000;

interface Going {
  readonly reading: Reading;
  readonly place: ReturnType<typeof placer>;
  readonly way: Way;
  readonly shows: Shows;
  tries: number;
}

interface Arrived {
  readonly waiting: Waiting;
  readonly name: string;
}

const marked = (standing: Standing): Standing => {
  const { moment, is } = withInstant(standing.moment, presentInstant, 0, 0, {
    place: 0,
    least: 0,
    greatest: 0,
  });
  return { ...standing, moment, marks: [...standing.marks, is] };
};

const arrivals = ({ reading, place }: Going, standing: Standing, isSettled: boolean): readonly Arrived[] => {
  const placed = place(standing);
  return waited(reading, standingOf(placed), isSettled).map((waiting) => ({
    waiting,
    name: placed.place.name,
  }));
};

const outcomesOf = (reading: Reading, waiting: Waiting, step: string): readonly [Outcome, Standing][] => {
  const move = reading.slice.moves.find(({ id }) => id === step);
  return move === undefined
    ? passed(reading, waiting).map((outcome) => [outcome, restedAfter(reading, outcome)])
    : made(reading, waiting.standing, move).map((outcome) => [outcome, remembered(reading, outcome, move)]);
};

/** The instants of the steps, counted from the beginning, as early as they can all be. */
function earliest({ zone }: Moment, marks: Standing["marks"]): readonly number[] {
  const [first, ...rest] = [...marks, presentInstant].flatMap((mark) => (mark === null ? [] : [mark]));
  return first === undefined
    ? []
    : rest.map(({ clock, plus }) => plus - first.plus - mostBetween(zone, first.clock, clock));
}

function go(going: Going, at: number, waiting: Waiting): readonly number[] | undefined {
  const { way, reading, shows } = going;
  going.tries += 1;
  if (going.tries > triesMost) return undefined;
  const next = way.nodes[at];
  if (next === undefined) {
    const { step, isWaiting } = way.last;
    const { standing } = waiting;
    const ends: readonly Outcome[] = isWaiting
      ? [{ before: standing.instances, seen: standing, after: standing, refused: "", taken: [] }]
      : outcomesOf(reading, waiting, step).map(([outcome]) => outcome);
    return ends
      .flatMap((outcome) => shows(reading, outcome).map((moment) => earliest(moment, outcome.after.marks)))
      .toSorted((one, other) => (one.at(-1) ?? 0) - (other.at(-1) ?? 0))[0];
  }
  for (const [, standing] of outcomesOf(reading, waiting, next.step))
    for (const arrived of arrivals(going, marked(standing), next.step === timePasses)) {
      if (arrived.name !== next.place.name || arrived.waiting.time !== next.time) continue;
      const times = go(going, at + 1, arrived.waiting);
      if (times !== undefined) return times;
    }
  return undefined;
}

/** Plays a story plainly; the last step that was made, or nothing if it cannot be played to its end. */
export function played(slice: Slice, law: Law, policy: Policy, story: Story): Made | undefined {
  const relevant = relevantFields(slice, law);
  const reading = readSlice(
    slice,
    law,
    policy,
    (instance, name) => relevant.has(`${instance} ${name}`),
    Infinity,
  );
  let world = reading.begins;
  let last: Made | undefined;
  for (const { waitMs, move } of story) {
    if (waitMs > 0 || move === undefined) {
      last = reading.wait(world, waitMs);
      if (last === undefined) return undefined;
      world = last.world;
    }
    if (move !== undefined) {
      last = reading.make(world, move);
      if (last === undefined) return undefined;
      world = last.world;
    }
  }
  return last;
}

/** Waits that follow one another are one, but for the last, which may be what the story is about. */
function told(steps: readonly StoryStep[]): Story {
  const story: StoryStep[] = [];
  let waited = 0;
  for (const [place, { waitMs, move }] of steps.entries()) {
    if (move === undefined && place < steps.length - 1) {
      waited += waitMs;
      continue;
    }
    if (move === undefined && waited > 0) story.push({ waitMs: waited });
    story.push(move === undefined ? { waitMs } : { waitMs: waitMs + waited, move });
    waited = 0;
  }
  return story;
}

/** The story of a way, if it can happen. */
export function storyOf(slice: Slice, law: Law, policy: Policy, way: Way, shows: Shows): Story | undefined {
  const reading = readingOf(slice, law, policy, {
    grain: 1,
    durations: "known",
    followsDays: true,
    daysMost,
    pastThat: "none",
  });
  const going: Going = { reading, place: placer(reading), way, shows, tries: 0 };
  for (const { waiting, name } of arrivals(going, beginning(reading, "at midnight"), false)) {
    if (name !== way.nodes[0]?.place.name) continue;
    const times = go(going, 1, waiting);
    if (times === undefined) continue;
    const steps = [...way.nodes.slice(1).map(({ step }) => step), way.last.step];
    return told(
      steps.map((step, at): StoryStep => {
        const waitMs = (times[at] ?? 0) - (at === 0 ? 0 : (times[at - 1] ?? 0));
        return step === timePasses ? { waitMs } : { waitMs, move: step };
      }),
    );
  }
  return undefined;
}
