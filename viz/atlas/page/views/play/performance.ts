// What is being played: a story with its title, everything that happened in it, and the reading to go on with by hand.
// Play makes one from the place in the address: a scenario, a story that stands there, or rows of the trace that was opened.
// A place that asks for none that there is, or for one that cannot be played to its end, is answered in a sentence.
import { law } from "../../../../../models/law.ts";
import type { Reading } from "../../../../../models/language/compose.ts";
import type { World } from "../../../../../models/language/slice.ts";
import { defaultPolicy } from "../../../../../models/policy.ts";
import { sliceOf } from "../../../../../models/slices.ts";
import { play, readingOf, type Played, type Story } from "../../../../../models/story/story.ts";
import { inBoth, type Said } from "../../../../said.ts";
import { scenarios } from "../../../scenarios.ts";
import type { Scenario } from "../../../scenarios/scenario.ts";
import type { Asked } from "../../address.ts";
import { follow } from "./following.ts";
import { storyAt } from "./storyplace.ts";
import { traceKinds, type TraceFile } from "./tracefile.ts";
import { playWords, type PlayWords } from "./words.ts";

export interface Performance {
  readonly story: Story;
  readonly played: Played;
  /** To go on by hand; nothing where rows of a trace are followed. */
  readonly reading?: Reading;
  readonly title?: Said;
  readonly introduction?: Said;
  /** The scenario that it is, if it is one. */
  readonly scenario?: string;
}

/** What is played, or the sentence that says why nothing is. */
export type Asking = Performance | { readonly problem: Said };

export const isPerformance = (asking: Asking): asking is Performance => "played" in asking;

const inWords = (say: (words: PlayWords) => string): Said => inBoth((language) => say(playWords[language]));

const playing = (story: Story | undefined): Asking => {
  if (story === undefined) return { problem: inWords(({ unknownPlace }) => unknownPlace) };
  const reading = readingOf(story, law);
  const played = play(story, law, reading);
  const { stopsAt } = played;
  return stopsAt === undefined
    ? { story, played, reading }
    : { problem: inWords(({ stops }) => stops(stopsAt + 1)) };
};

const playingScenario = ({ id, slice: of, steps, title, introduction }: Scenario): Asking => {
  const slice = sliceOf(of);
  const asking = playing(
    slice === undefined ? undefined : { slice, form: "counted", policy: defaultPolicy, clock: "real", steps },
  );
  return isPerformance(asking) ? { ...asking, scenario: id, title, introduction } : asking;
};

/** "visit 18444.0": of what kind, and its key. */
function following(asked: string, trace: TraceFile | undefined): Asking {
  if (trace === undefined) return { problem: inWords(({ noTrace }) => noTrace) };
  const [word = "", key = ""] = asked.split(" ");
  const kind = traceKinds.find((one) => one === word);
  const followed = kind === undefined ? undefined : follow(trace, kind, key);
  if (kind === undefined || followed === undefined)
    return { problem: inWords(({ notFollowed }) => notFollowed) };
  return {
    ...followed,
    title: inWords((words) => `${kind === "pass" ? words.tracedPass : words[kind]} ${key}`),
    introduction: inWords((words) => words.followed(trace.scenario)),
  };
}

/** What the place asks for; the first scenario where it asks for nothing. */
export function performanceAt(asked: Asked, trace: TraceFile | undefined): Asking {
  if (asked["trace"] !== undefined) return following(asked["trace"], trace);
  const id = asked["scenario"] ?? (asked["slice"] === undefined ? scenarios[0]?.id : undefined);
  const scenario = scenarios.find((one) => one.id === id);
  return scenario === undefined ? playing(storyAt(asked)) : playingScenario(scenario);
}

/** The step at which the place stands: 0 before the first. */
export const stepAt = ({ step }: Asked, { played }: Performance): number => {
  const wanted = /^\d{1,6}$/.test(step ?? "") ? Number(step) : 0;
  return Math.min(wanted, played.happened.length);
};

/** How things stand after so many steps. */
export const worldAt = ({ played }: Performance, step: number): World =>
  played.happened[step - 1]?.world ?? played.begins;
