// A story as a place in the address, so that a link shows another reader the same steps: the slice, what was set, and what was done.
// Play reads it there, and whoever finds a story (a file, a table of the prover, a reader's own hand) goes there with it.
// What the address says wrongly is answered by nothing, and the view says so; a story that does not play is answered likewise.
import type { Asked } from "../../address.ts";
import { defaultPolicy } from "../../../../../models/policy.ts";
import { isPolicyName, presetNamed, setIn, setOver, unsettableIn } from "../../../../../models/settings.ts";
import { isSliceId, sliceOf } from "../../../../../models/slices.ts";
import type { Played, Story, StoryStep } from "../../../../../models/story/story.ts";

/** Every name that a place of Play may have, taken away: a new story leaves nothing of the old one. */
export const nothingAsked = {
  scenario: undefined,
  slice: undefined,
  form: undefined,
  clock: undefined,
  preset: undefined,
  set: undefined,
  made: undefined,
  trace: undefined,
  step: undefined,
  at: undefined,
} as const;

const between = "~";

const written = ({ waitMs, move }: StoryStep): readonly string[] => [
  ...(waitMs > 0 ? [String(waitMs)] : []),
  ...(move === undefined ? [] : [move]),
];

const read = (text: string): StoryStep =>
  /^\d{1,15}$/.test(text) ? { waitMs: Number(text) } : { waitMs: 0, move: text };

/** The names by which Play finds the story. */
export function askedOf({ slice, form, policy, clock, steps }: Story): Asked {
  const set = Object.entries(setIn(policy)).map(([name, value]) => `${name}=${value}`);
  return {
    slice: slice.id,
    ...(form === "timed" ? { form } : {}),
    ...(clock === "small" ? { clock } : {}),
    ...(policy.preset === defaultPolicy.preset ? {} : { preset: policy.preset }),
    ...(set.length === 0 ? {} : { set: set.join(between) }),
    ...(steps.length === 0 ? {} : { made: steps.flatMap(written).join(between) }),
  };
}

const settingsIn = (text: string): Readonly<Record<string, number | string>> =>
  Object.fromEntries(
    text.split(between).map((setting) => {
      const [name = "", value = ""] = setting.split("=");
      const isNumber = isPolicyName(name) && typeof defaultPolicy.constants[name] === "number";
      return [name, isNumber ? Number(value) : value];
    }),
  );

/** The story that a place asks for; nothing where it asks for none that there can be. */
export function storyAt({ slice: id, form, clock, preset, set, made }: Asked): Story | undefined {
  const ofForm = form === "timed" ? "timed" : "counted";
  const slice = id !== undefined && isSliceId(id) ? sliceOf(id, ofForm) : undefined;
  const base = presetNamed(preset ?? defaultPolicy.preset);
  const settings = set === undefined ? {} : settingsIn(set);
  if (slice === undefined || base === undefined || unsettableIn(settings) !== undefined) return undefined;
  return {
    slice,
    form: ofForm,
    policy: setOver(base, settings),
    clock: clock === "small" ? "small" : "real",
    steps: made === undefined ? [] : made.split(between).map(read),
  };
}

/** The steps that led to a place in a story, to go on from there by hand. */
export const stepsUntil = ({ happened }: Played, step: number): readonly StoryStep[] =>
  happened
    .slice(0, step)
    .map(({ atMs, move }, place) =>
      move === undefined ? { waitMs: atMs - (happened[place - 1]?.atMs ?? 0) } : { waitMs: 0, move: move.id },
    );
