// `entrylog sweep SCENARIO --set retention=7d..35d:7d`: one run of the policy level for each value, the same people in all, and a table of what came out.
// Exit codes: 0 swept, broken promises included, for they are what one looks for; 2 a range or a scenario that cannot be run; 130 interrupted,
// with the runs there are by then.
import { Console, Effect, Option } from "effect";
import { Argument, Command, Flag } from "effect/cli";
import { exitCodes, Stop } from "../../impl/exit.ts";
import { peopleOf } from "../levelruns.ts";
import { makeProgress } from "../output/progress.ts";
import { nameOf } from "../scenarios.ts";
import { manyRunsFlags, sizesOf } from "../runflags.ts";
import { Stopwatch } from "../stopwatch.ts";
import { untilStopped } from "../untilstopped.ts";
import { gridOf } from "./grid.ts";
import { sweep } from "./sweeping.ts";
import { renderSweep } from "./sweeptext.ts";

export const sweepCommand = Command.make(
  "sweep",
  {
    scenario: Argument.String("scenario").pipe(
      Argument.withDescription("a JSON or YAML file, or the name of one that comes along, as retention"),
    ),
    set: Flag.KeyValuePair("set").pipe(
      Flag.withDefault({}),
      Flag.withDescription(
        "a constant of the policy and its values: retention=7d..35d:7d, or retention=7d,14d,28d; several make a grid",
      ),
    ),
    ...manyRunsFlags,
    out: Flag.String("out").pipe(
      Flag.withDescription("the folder for the table (else .entrylog/sweep- and the scenario's name)"),
      Flag.optional,
    ),
    json: Flag.Boolean("json").pipe(Flag.withDefault(false), Flag.withDescription("print the table as JSON")),
  },
  ({ scenario, set, seed, out: folder, json, ...sizes }) =>
    Effect.gen(function* () {
      const grid = yield* gridOf(set);
      if (Object.keys(set).length === 0)
        return yield* new Stop({
          code: exitCodes.usage,
          reason: "nothing-swept",
          sentence: "No constant was given any values.",
          advice: "Give one with --set, as in --set retention=7d..35d:7d.",
        });
      const out = Option.getOrElse(folder, () => `.entrylog/sweep-${nameOf(scenario)}`);
      const shared = yield* sizesOf(sizes);
      const people = yield* peopleOf(shared, [{ scenario, set: {} }]);
      const progress = makeProgress(yield* Stopwatch);
      yield* untilStopped(
        (isStopped) =>
          Effect.gen(function* () {
            const asked = { ...shared, people, scenario, seed: Option.getOrUndefined(seed), out };
            const swept = yield* sweep(asked, grid, progress.show, isStopped);
            yield* progress.end;
            if (swept !== undefined)
              yield* Console.log(json ? JSON.stringify(swept, null, 2) : renderSweep(swept, out).join("\n"));
          }),
        progress.say(`Interrupted; the runs there are stay in ${out}.`),
      );
    }),
).pipe(
  Command.withDescription(
    "Run a scenario for many values of the policy's constants, and table what came out",
  ),
);
