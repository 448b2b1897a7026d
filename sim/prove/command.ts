// `entrylog prove`: searches the slices of the composed system for a way to break a promise, in three ways that must agree.
// Exit codes: 0 every promise held, 2 a mistake in what was asked, 10 a promise broken or not shown or ways that disagree, 130 interrupted.
// All of it takes minutes, most of them for the slice `whole`; one slice or one way takes seconds.
import { Console, Effect, Option } from "effect";
import { Argument, Command, Flag } from "effect/cli";
import { exitCodes, Stop } from "../../impl/exit.ts";
import type { SliceId } from "../../models/language/slice.ts";
import { isSliceId, isTimed, slices } from "../../models/slices.ts";
import { presetNames } from "../../models/policy.ts";
import { makeProgress } from "../output/progress.ts";
import { Stopwatch } from "../stopwatch.ts";
import { findLongest, longestJson, renderLongest } from "./longesttime.ts";
import { policyWith } from "./policyset.ts";
import { prove, type Proven } from "./proof.ts";
import { renderProof } from "./prooftext.ts";
import { isSpinInstalled } from "./spin/installed.ts";
import { leftOut, spinStop } from "./spin/problem.ts";
import { ways, type Way } from "./threeways.ts";

const flags = {
  slice: Flag.String("slice").pipe(
    Flag.withDescription(`one slice, and not all of them: ${slices.map(({ id }) => id).join(", ")}`),
    Flag.optional,
  ),
  states: Flag.Boolean("states").pipe(
    Flag.withDefault(false),
    Flag.withDescription("every state over the generated core, with small constants"),
  ),
  zones: Flag.Boolean("zones").pipe(
    Flag.withDefault(false),
    Flag.withDescription("all instants at once, with the real constants"),
  ),
  spin: Flag.Boolean("spin").pipe(
    Flag.withDefault(false),
    Flag.withDescription("by SPIN, on the exported Promela"),
  ),
  set: Flag.String("set").pipe(
    Flag.withDescription("a constant of the policy set otherwise, name=value; can be given several times"),
    Flag.atLeast(0),
  ),
  preset: Flag.Literals("preset", presetNames).pipe(
    Flag.withDefault("2020-07" as const),
    Flag.withDescription("the policy's preset"),
  ),
  longest: Flag.String("longest").pipe(
    Flag.withDescription(
      "instead, by zones: the longest time from this move or transition to the one named after it; it is printed, and --out is not written",
    ),
    Flag.optional,
  ),
  to: Argument.String("to").pipe(
    Argument.withDescription("with --longest: the second event"),
    Argument.optional,
  ),
  lang: Flag.Literals("lang", ["en", "ko"]).pipe(
    Flag.withDefault("en" as const),
    Flag.withDescription("the language in which stories are told"),
  ),
  json: Flag.Boolean("json").pipe(Flag.withDefault(false), Flag.withDescription("print the proof as JSON")),
  out: Flag.String("out").pipe(
    Flag.withDefault(".entrylog/proof"),
    Flag.withDescription("the folder for proof.json and the stories"),
  ),
};

const usage = (reason: string, sentence: string, advice: string): Stop =>
  new Stop({ code: exitCodes.usage, reason, sentence, advice });

const slicesOf = (asked: Option.Option<string>): Effect.Effect<readonly SliceId[], Stop> => {
  const all = slices.map(({ id }) => id);
  if (Option.isNone(asked)) return Effect.succeed(all);
  return isSliceId(asked.value)
    ? Effect.succeed([asked.value])
    : Effect.fail(
        usage("slice-unknown", `There is no slice "${asked.value}".`, `The slices are ${all.join(", ")}.`),
      );
};

/** All ways, unless some are named; SPIN is left out, aloud, where nobody asked for it and it is not installed. */
const waysOf = (asked: Readonly<Record<Way, boolean>>, say: (line: string) => Effect.Effect<void>) =>
  Effect.gen(function* () {
    const named = ways.filter((way) => asked[way]);
    if (named.length > 0) return new Set<Way>(named);
    if (yield* isSpinInstalled) return new Set<Way>(ways);
    yield* say(leftOut("--spin"));
    return new Set<Way>(["states", "zones"]);
  });

/** A search that would look at nothing must not end as if it had. */
const checkSearchable = (chosen: readonly SliceId[], gone: ReadonlySet<Way>): Effect.Effect<void, Stop> =>
  [...gone].some((way) => way !== "zones") || chosen.some(isTimed)
    ? Effect.void
    : Effect.fail(
        usage(
          "slice-untimed",
          `The slice ${chosen.join(", ")} is not searched by zones, and no other way was asked for.`,
          "Search it with --states or --spin; its parts are searched by zones in the other slices.",
        ),
      );

/** A word without a flag is a second event; alone it would be passed over, and everything searched. */
const checkWord = (to: Option.Option<string>, longest: Option.Option<string>): Effect.Effect<void, Stop> =>
  Option.isSome(to) && Option.isNone(longest)
    ? Effect.fail(
        usage(
          "word-unexpected",
          `"${to.value}" stands there by itself.`,
          `For the longest time between two events write: prove --longest FROM TO. For a slice write: prove --slice NAME.`,
        ),
      )
    : Effect.void;

/** The longest time is asked of zones alone; another way named with it would be passed over. */
const checkLongestWays = (asked: Readonly<Record<Way, boolean>>): Effect.Effect<void, Stop> => {
  const idle = ways.filter((way) => way !== "zones" && asked[way]).map((way) => `--${way}`);
  if (idle.length === 0) return Effect.void;
  const named = idle.join(" and ");
  return Effect.fail(
    usage(
      "way-idle",
      `--longest and ${named} do not go together: the longest time is found by zones alone, with the real constants.`,
      `Leave out ${named}, or search for broken promises without --longest.`,
    ),
  );
};

/** Fails when a promise is broken or not shown, or the ways do not agree. */
export const verdictOf = (
  { proof: { promises, agree, slices: searched, ways: gone } }: Proven,
  whole: boolean,
): Effect.Effect<void, Stop> => {
  const broken = promises.filter(({ verdict }) => verdict === "broken").map(({ id }) => id);
  // A single slice need not show every promise.
  const unshown = whole ? promises.filter(({ verdict }) => verdict === "not shown").map(({ id }) => id) : [];
  const sentences = [
    ...(broken.length === 0 ? [] : [`Broken: ${broken.join(", ")}.`]),
    ...(unshown.length === 0 ? [] : [`Not shown: ${unshown.join(", ")}.`]),
    ...(agree
      ? []
      : [
          `The ways do not agree on ${searched
            .filter(({ disagreements }) => disagreements.length > 0)
            .map(({ id }) => id)
            .join(", ")}.`,
        ]),
  ];
  if (sentences.length === 0) return Effect.void;
  return Effect.fail(
    new Stop({
      code: exitCodes.promiseBroken,
      reason: broken.length > 0 ? "promise-broken" : agree ? "promise-not-shown" : "ways-disagree",
      sentence: sentences.join(" "),
      advice: `It was searched by ${gone.join(", ")}; the same command shows it again.`,
    }),
  );
};

export const proveCommand = Command.make("prove", flags, (given) =>
  Effect.gen(function* () {
    yield* checkWord(given.to, given.longest);
    const chosen = yield* slicesOf(given.slice);
    const policy = yield* policyWith(given.preset, given.set);
    const progress = makeProgress(yield* Stopwatch);
    if (Option.isSome(given.longest)) {
      yield* checkLongestWays(given);
      const slice = Option.isNone(given.slice) ? undefined : chosen[0];
      const found = yield* findLongest({ slice, from: given.longest.value, to: given.to, policy });
      return yield* Console.log(
        given.json
          ? JSON.stringify(longestJson(found), null, 2)
          : renderLongest(found, given.lang).join("\n"),
      );
    }
    const gone = yield* waysOf(given, progress.say);
    yield* checkSearchable(chosen, gone);
    const proven = yield* prove({
      slices: chosen,
      ways: gone,
      policy,
      folder: given.out,
      onProgress: progress.show,
    }).pipe(
      Effect.ensuring(progress.end),
      Effect.catchTag(["SpinMissing", "SpinFailed"], (problem) => Effect.fail(spinStop(problem))),
    );
    yield* Console.log(
      given.json
        ? JSON.stringify(proven.proof, null, 2)
        : renderProof(proven, Option.isNone(given.slice), given.out, given.lang).join("\n"),
    );
    yield* verdictOf(proven, Option.isNone(given.slice));
  }),
).pipe(Command.withDescription("Search for a way to break a promise: every state, every zone, and by SPIN"));
