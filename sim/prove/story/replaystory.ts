// A story that the prover wrote, played step by step by the law as it is now, and told; `replay FILE` does it.
// It fails with 2 where there is no story, or one of other models, and with 10 where it plays otherwise than the file says.
// A story of a deliberate mistake is played by the law with that mistake in it.
import { isDeepStrictEqual } from "node:util";
import { Console, Effect, FileSystem } from "effect";
import { exitCodes, Stop } from "../../../impl/exit.ts";
import { modelHash } from "../../../impl/generated/stamp.ts";
import type { Language } from "../../../models/labels/labels.ts";
import type { Law } from "../../../models/language/compose.ts";
import type { Slice } from "../../../models/language/slice.ts";
import { presetNamed, setOver, unsettableIn } from "../../../models/settings.ts";
import { isSliceId, sliceOf } from "../../../models/slices.ts";
import { play, type Played, type Story } from "../../../models/story/story.ts";
import { mistakenBy } from "../mistakes.ts";
import { readStoryFile, stepsIn, storyFileOf, type StoryFile } from "./itf.ts";
import { tellStory } from "./lanes.ts";

const usage = (reason: string, sentence: string, advice: string): Stop =>
  new Stop({ code: exitCodes.usage, reason, sentence, advice });

interface Told {
  readonly story: Story;
  readonly law: Law;
}

const storyIn = (file: StoryFile): Effect.Effect<Told, Stop> => {
  const { slice: id, form, preset, set, clock, mistake, modelHash: written } = file["#meta"];
  const base = presetNamed(preset);
  const slice: Slice | undefined = isSliceId(id) ? sliceOf(id, form) : undefined;
  if (slice === undefined || base === undefined)
    return Effect.fail(
      usage(
        "story-unknown",
        "The story is of a slice or a preset that is not known here.",
        "Make it anew with `entrylog prove`.",
      ),
    );
  if (written !== modelHash)
    return Effect.fail(
      usage(
        "story-models",
        `The story was made by the models ${written.slice(0, 12)}, and these are ${modelHash.slice(0, 12)}.`,
        "Make it anew with `entrylog prove`.",
      ),
    );
  const unsettable = unsettableIn(set);
  if (unsettable !== undefined)
    return Effect.fail(
      usage(
        "story-unknown",
        `The story sets ${unsettable}, which is no constant of the policy or cannot have that value.`,
        "Make it anew with `entrylog prove`.",
      ),
    );
  const mistaken = mistakenBy(mistake, slice);
  return Effect.succeed({
    story: { slice: mistaken.slice, form, policy: setOver(base, set), clock, steps: stepsIn(file) },
    law: mistaken.law,
  });
};

const shown = (value: unknown): string => (value === undefined ? "nothing" : JSON.stringify(value));

/** Where the file says otherwise than the law, in a sentence: it must be, in all that it tells, what would be written now. */
const difference = (file: StoryFile, story: Story, played: Played): string | undefined => {
  if (played.stopsAt !== undefined) return `Step ${String(played.stopsAt + 1)} cannot be made.`;
  const is = storyFileOf(story, played);
  if (!isDeepStrictEqual(file.vars, is.vars)) return "It names other variables than the story has.";
  for (const [place, { "#meta": step, ...values }] of is.states.entries()) {
    const written = file.states[place];
    if (written === undefined) return `State ${String(place)} is missing.`;
    const { "#meta": saidStep, ...said } = written;
    const names = new Set([...is.vars, ...Object.keys(said)]);
    const name = [...names].find((one) => !isDeepStrictEqual(said[one], values[one]));
    if (name !== undefined)
      return `In state ${String(place)}, ${name} is ${shown(values[name])} and not ${shown(said[name])}.`;
    if (saidStep.refused !== step.refused)
      return `Step ${String(place)} is answered "${step.refused}" and not "${saidStep.refused}".`;
    if (!isDeepStrictEqual(saidStep, step))
      return `State ${String(place)} is reached otherwise than it says.`;
  }
  if (file.states.length > is.states.length) return `State ${String(is.states.length)} is not reached.`;
  const { breaks } = is["#meta"];
  return isDeepStrictEqual(breaks, file["#meta"].breaks)
    ? undefined
    : `At its end it breaks ${breaks.length === 0 ? "no promise" : breaks.join(", ")}.`;
};

/** Plays the story of a file and tells it; fails where the file says otherwise than the law. */
export const replayStory = Effect.fnUntraced(function* (path: string, lang: Language) {
  const files = yield* FileSystem.FileSystem;
  const text = yield* Effect.mapError(files.readFileString(path), () =>
    usage(
      "story-unreadable",
      `${path} cannot be read.`,
      "Give the path of a story that `entrylog prove` wrote, or the folder of a run.",
    ),
  );
  const file = yield* readStoryFile(text);
  const { story, law } = yield* storyIn(file);
  const played = play(story, law);
  yield* Console.log(tellStory(story, played, lang).join("\n"));
  const otherwise = difference(file, story, played);
  if (otherwise !== undefined)
    return yield* new Stop({
      code: exitCodes.promiseBroken,
      reason: "story-differs",
      sentence: otherwise,
      advice: "The file and the law part here; make the story anew with `entrylog prove`.",
    });
});
