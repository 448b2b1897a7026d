// A story as an ITF file (Informal Trace Format, as Apalache and Quint write it): every state with the move that led to it.
// Other tools can look at it, `entrylog replay` plays it, and pictures step through it.
// What is read is decoded by a Schema; a file that is none is answered as that.
import { Effect, Schema } from "effect";
import { exitCodes, Stop } from "../../../impl/exit.ts";
import { modelHash } from "../../../impl/generated/stamp.ts";
import { companions } from "../../../models/companions.ts";
import type { Value } from "../../../models/language/expression.ts";
import type { World } from "../../../models/language/slice.ts";
import { timePasses } from "../../../models/language/slice.ts";
import { setIn } from "../../../models/settings.ts";
import type { Played, Story, StoryStep } from "../../../models/story/story.ts";

type Plain = number | boolean | string;

const Step = Schema.Struct({
  index: Schema.Int,
  move: Schema.String,
  waitMs: Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)),
  atMs: Schema.Int,
  refused: Schema.String,
  breaks: Schema.Array(Schema.String),
});

export const StoryFile = Schema.Struct({
  "#meta": Schema.Struct({
    format: Schema.Literal("ITF"),
    "format-description": Schema.String,
    schemaVersion: Schema.Literal(1),
    modelHash: Schema.String,
    slice: Schema.String,
    /** Which form of the slice: the one whose states are counted, or the smaller one that is searched in real time. */
    form: Schema.Literals(["counted", "timed"]),
    preset: Schema.String,
    set: Schema.Record(Schema.String, Schema.Union([Schema.Number, Schema.String])),
    clock: Schema.Literals(["real", "small"]),
    /** The deliberate mistake by which the law was changed, named by the promise that it breaks. */
    mistake: Schema.optionalKey(Schema.Literals(companions.map(({ promise }) => promise))),
    breaks: Schema.Array(Schema.String),
  }),
  vars: Schema.Array(Schema.String),
  states: Schema.Array(
    Schema.StructWithRest(Schema.Struct({ "#meta": Step }), [Schema.Record(Schema.String, Schema.Unknown)]),
  ),
});
export type StoryFile = typeof StoryFile.Type;

/** "consent1.endsAt" is no name in TLA+ or Quint, "consent1_endsAt" is. */
const never = "never";
const plain = (value: Value): Plain => (value === null ? never : value);

/** The variables of a world with instants as milliseconds from now, by names that other tools can take. */
export const variablesOf = ({ now, instances, variables }: World): Readonly<Record<string, Plain>> => {
  const relative = (value: Value): Plain =>
    typeof value === "number" && value > 1_000_000_000_000 ? value - now : plain(value);
  return Object.fromEntries([
    ...Object.entries(instances).flatMap(([name, { state, fields }]) => [
      [name, state] as const,
      ...Object.entries(fields).map(([field, value]) => [`${name}_${field}`, relative(value)] as const),
    ]),
    ...Object.entries(variables).map(([name, value]) => [name, relative(value)] as const),
  ]);
};

export function storyFileOf(
  story: Story,
  played: Played,
  mistake?: StoryFile["#meta"]["mistake"],
): StoryFile {
  const first = variablesOf(played.begins);
  let lastMs = 0;
  const states = played.happened.map(({ atMs, move, refused, breaks, world }, index) => {
    const waitMs = atMs - lastMs;
    lastMs = atMs;
    const step = { index: index + 1, move: move?.id ?? timePasses, waitMs, atMs, refused, breaks };
    return { "#meta": step, ...variablesOf(world) };
  });
  return {
    "#meta": {
      format: "ITF",
      "format-description": "https://apalache.informal.systems/docs/adr/015adr-trace.html",
      schemaVersion: 1,
      modelHash,
      slice: story.slice.id,
      form: story.form,
      preset: story.policy.preset,
      set: setIn(story.policy),
      clock: story.clock,
      ...(mistake === undefined ? {} : { mistake }),
      breaks: played.happened.at(-1)?.breaks ?? [],
    },
    vars: Object.keys(first),
    states: [
      {
        "#meta": { index: 0, move: "begin", waitMs: 0, atMs: 0, refused: "", breaks: [] },
        ...first,
      },
      ...states,
    ],
  };
}

/** The steps that a file tells. */
export const stepsIn = ({ states }: StoryFile): readonly StoryStep[] =>
  states
    .slice(1)
    .map(({ "#meta": { move, waitMs } }) => (move === timePasses ? { waitMs } : { waitMs, move }));

const decode = Schema.decodeUnknownEffect(Schema.fromJsonString(StoryFile));

export const readStoryFile = (text: string): Effect.Effect<StoryFile, Stop> =>
  Effect.mapError(
    decode(text),
    () =>
      new Stop({
        code: exitCodes.usage,
        reason: "story-unknown",
        sentence: "This is no story in the form that this version writes.",
        advice: "Stories are written by `entrylog prove`, as files that end in .itf.json.",
      }),
  );
