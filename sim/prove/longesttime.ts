// `prove --longest FROM TO`: the longest time that can lie between two events of a slice, with the real constants, and a story that takes it.
// An event is the name of a move or of a transition; where the slice is not named, the first that knows both is taken.
// A bound that no story reaches is told as what it is: sure, and perhaps not reached.
import { Effect, Option } from "effect";
import { exitCodes, Stop } from "../../impl/exit.ts";
import { sayDuration } from "../../models/labels/duration.ts";
import type { Language } from "../../models/labels/labels.ts";
import type { Slice, SliceId } from "../../models/language/slice.ts";
import { law } from "../../models/law.ts";
import type { Policy } from "../../models/policy.ts";
import { sliceOf, slices } from "../../models/slices.ts";
import { play, type Story } from "../../models/story/story.ts";
import { tellStory } from "./story/lanes.ts";
import { eventsOf, longest, type Longest } from "./zones/longest.ts";

export interface LongestAsked {
  readonly slice: SliceId | undefined;
  readonly from: string;
  readonly to: Option.Option<string>;
  readonly policy: Policy;
}

export interface LongestFound {
  readonly slice: Slice;
  readonly policy: Policy;
  readonly from: string;
  readonly to: string;
  readonly found: Longest;
}

const usage = (reason: string, sentence: string, advice: string): Stop =>
  new Stop({ code: exitCodes.usage, reason, sentence, advice });

const timed = (asked: SliceId | undefined): readonly Slice[] =>
  (asked === undefined ? slices.map(({ id }) => id) : [asked]).flatMap((id) => sliceOf(id, "timed") ?? []);

export const findLongest = Effect.fnUntraced(function* (asked: LongestAsked) {
  const { from, policy } = asked;
  if (Option.isNone(asked.to))
    return yield* usage(
      "event-missing",
      "The second event is missing.",
      "Write: prove --longest FROM TO, each the name of a move or a transition.",
    );
  const to = asked.to.value;
  const among = timed(asked.slice);
  if (among.length === 0)
    return yield* usage(
      "slice-untimed",
      `The slice ${asked.slice ?? ""} is not searched in real time.`,
      `Name one that is: ${timed(undefined)
        .map(({ id }) => id)
        .join(", ")}.`,
    );
  const slice = among.find((one) => [from, to].every((event) => eventsOf(one, law).has(event)));
  if (slice === undefined) {
    const known = among.flatMap(({ id, moves }) => moves.map((move) => `${id}: ${move.id}`));
    return yield* usage(
      "event-unknown",
      `No slice that is searched in real time knows both "${from}" and "${to}".`,
      `Moves are, for instance, ${known.slice(0, 12).join("; ")}; transitions go by names such as verification:verified--verifiedUntil-->expired.`,
    );
  }
  const found = longest({ slice, law, policy, from, to });
  return { slice, policy, from, to, found } satisfies LongestFound;
});

/** As JSON: no bound is null. */
export const longestJson = ({ slice, from, to, found }: LongestFound) => ({
  slice: slice.id,
  from,
  to,
  follows: found.follows,
  longestMs: Number.isFinite(found.longestMs) ? found.longestMs : null,
  reached: found.story !== undefined,
  cut: found.cut,
  story: found.story ?? [],
});

export function renderLongest(
  { slice, policy, from, to, found }: LongestFound,
  language: Language,
): readonly string[] {
  if (!found.follows) return [`On the slice ${slice.id}, "${to}" never follows "${from}".`];
  if (!Number.isFinite(found.longestMs))
    return [`On the slice ${slice.id}, "${to}" can follow "${from}" after any time, however long.`];
  const story: Story | undefined =
    found.story === undefined
      ? undefined
      : { slice, form: "timed", policy, clock: "real", steps: found.story };
  return [
    `On the slice ${slice.id}, "${to}" follows "${from}" after ${sayDuration(found.longestMs, language)} at the most${story === undefined ? ", and perhaps always sooner" : ""}.`,
    ...(found.cut === 0
      ? []
      : [`${String(found.cut)} zones were left out for lack of room: the bound is not sure.`]),
    ...(story === undefined ? [] : tellStory(story, play(story, law), language)),
  ];
}
