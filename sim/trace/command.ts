// `entrylog check-trace FILE`: replays the witness trace of a run against the models, and says whether its promises were kept.
// `simulate` keeps the trace of each run as witness.trace in the run's folder; a copy compressed with gzip is read as well.
// Exit codes: 0 replayed and no promise broken; 10 with `promise-broken`, or with `trace-refused` and the place where trace and
// models part; 2 for a file that is no trace to be checked: trace-unreadable, -damaged, -empty, -unknown, -version, -models, -policy.
import { Console, Effect } from "effect";
import { Argument, Command, Flag } from "effect/cli";
import { exitCodes, Stop } from "../../impl/exit.ts";
import { modelHash } from "../../impl/generated/stamp.ts";
import { makeProgress } from "../output/progress.ts";
import { Stopwatch } from "../stopwatch.ts";
import { checkedText, placeText } from "./checkedtext.ts";
import { checkTrace, type CheckedTrace } from "./checktrace.ts";

/** Fails unless the trace was replayed whole and every promise held. */
const verdictOf = ({ file, refused, promises }: CheckedTrace): Effect.Effect<void, Stop> => {
  const stop = (reason: string, sentence: string, advice: string) =>
    Effect.fail(new Stop({ code: exitCodes.promiseBroken, reason, sentence, advice }));
  if (refused !== null)
    return stop(
      "trace-refused",
      `${file}, ${placeText(refused)}: ${refused.sentence}`,
      "It is not what such a run has written: compare its sha256 with traceHash in run.json, or simulate again.",
    );
  const broken = promises.filter(({ verdict }) => verdict === "broken").map(({ id }) => id);
  return broken.length === 0
    ? Effect.void
    : stop(
        "promise-broken",
        `Broken: ${broken.join(", ")}.`,
        "The command in run.json beside the trace makes the same run again.",
      );
};

export const checkTraceCommand = Command.make(
  "check-trace",
  {
    file: Argument.String("file").pipe(
      Argument.withDescription("the witness.trace of a run, as it is or compressed with gzip"),
    ),
    json: Flag.Boolean("json").pipe(
      Flag.withDefault(false),
      Flag.withDescription("print what was found as JSON"),
    ),
  },
  ({ file, json }) =>
    Effect.gen(function* () {
      const progress = makeProgress(yield* Stopwatch);
      const checked = yield* Effect.ensuring(
        checkTrace({ file, modelHash, progress: progress.show }),
        progress.end,
      );
      yield* Console.log(json ? JSON.stringify(checked, null, 2) : checkedText(checked).join("\n"));
      yield* verdictOf(checked);
    }),
).pipe(
  Command.withDescription(
    "Replay the witness trace of a run against the models, and hold every promise against it",
  ),
);
