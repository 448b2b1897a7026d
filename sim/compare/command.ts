// `entrylog compare A [B]`: two scenarios, two policies of one scenario, or two folders of finished runs, held against each other with the same people.
// Exit codes: 0 compared, 2 nothing that can be compared, 130 interrupted, with what pairs there are by then compared.
import { Console, Effect, Option } from "effect";
import { Argument, Command, Flag } from "effect/cli";
import { exitCodes, Stop } from "../../impl/exit.ts";
import { peopleOf } from "../levelruns.ts";
import { makeProgress } from "../output/progress.ts";
import { isFolder } from "../results/readrun.ts";
import { manyRunsFlags, sizesOf } from "../runflags.ts";
import { Stopwatch } from "../stopwatch.ts";
import { untilStopped } from "../untilstopped.ts";
import { comparisonOf } from "./comparing.ts";
import type { Pair } from "./comparison.ts";
import { renderComparison } from "./comparetext.ts";
import { pairOfFolders, pairsBySeed } from "./pairing.ts";

const seedsMost = 200;
const defaultSeeds = 10;

const usage = (reason: string, sentence: string, advice: string): Stop =>
  new Stop({ code: exitCodes.usage, reason, sentence, advice });

const say = (pairs: readonly Pair[], asked: number, json: boolean): Effect.Effect<void> => {
  const comparison = comparisonOf(pairs, asked);
  if (comparison === undefined) return Effect.void;
  return Console.log(json ? JSON.stringify(comparison, null, 2) : renderComparison(comparison).join("\n"));
};

const setFlag = (side: "A" | "B") =>
  Flag.KeyValuePair(`set-${side.toLowerCase()}`).pipe(
    Flag.withDefault({}),
    Flag.withDescription(`a constant of the policy set otherwise in ${side}, as in retention=14d`),
  );

export const compareCommand = Command.make(
  "compare",
  {
    a: Argument.String("a").pipe(
      Argument.withDescription("a scenario, by name or file, or the folder of a run"),
    ),
    b: Argument.String("b").pipe(
      Argument.withDescription("what it is compared with; the same scenario if not given"),
      Argument.optional,
    ),
    setA: setFlag("A"),
    setB: setFlag("B"),
    seeds: Flag.Int("seeds").pipe(
      Flag.withDefault(defaultSeeds),
      Flag.withDescription("how many seeds, from --seed on; both are run with each"),
    ),
    ...manyRunsFlags,
    json: Flag.Boolean("json").pipe(
      Flag.withDefault(false),
      Flag.withDescription("print the comparison as JSON"),
    ),
  },
  ({ a, b: given, setA, setB, seeds, seed, json, ...sizes }) =>
    Effect.gen(function* () {
      const b = Option.getOrElse(given, () => a);
      const [isFolderA, isFolderB] = [yield* isFolder(a), yield* isFolder(b)];
      if (isFolderA && isFolderB) return yield* say([yield* pairOfFolders(a, b)], 1, json);
      if (isFolderA || isFolderB)
        return yield* usage(
          "one-folder",
          "A folder of a run can only be compared with another one.",
          "Give two folders of runs, or two scenarios.",
        );
      if (!(seeds >= 1) || seeds > seedsMost)
        return yield* usage(
          "seeds-unusable",
          `--seeds ${String(seeds)} is no number of seeds.`,
          `Give a number from 1 to ${String(seedsMost)}.`,
        );
      const sides = [
        { scenario: a, set: setA },
        { scenario: b, set: setB },
      ] as const;
      const shared = yield* sizesOf(sizes);
      const people = yield* peopleOf(shared, sides);
      const progress = makeProgress(yield* Stopwatch);
      yield* untilStopped(
        (isStopped) =>
          Effect.gen(function* () {
            const pairs = yield* pairsBySeed(
              sides,
              { ...shared, people },
              { first: Option.getOrElse(seed, () => 1), count: seeds },
              progress.show,
              isStopped,
            );
            yield* progress.end;
            yield* say(pairs, seeds, json);
          }),
        progress.say("Interrupted; the pairs there are by now are compared."),
      );
    }),
).pipe(
  Command.withDescription(
    "Compare two scenarios or two policies with the same people, seed by seed, at the policy level",
  ),
);
