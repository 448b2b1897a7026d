// `entrylog bench`: each row with both sides in one run, as a table or as JSON.
// What some rows measure against is installed first where that may be. Exit codes: 0 measured, 2 an unknown row, one that cannot be
// measured here, or a folder that cannot be used, 12 a row that does not reach its least where --require asked for it.
// Measuring lies in bench.ts; a ratio says something only of the machine and the hour it was measured in.
import { Console, Effect, Option } from "effect";
import { Command, Flag } from "effect/cli";
import { exitCodes, Stop } from "../../impl/exit.ts";
import { makeProgress } from "../output/progress.ts";
import { SpinFailed, SpinMissing, spinStop } from "../prove/spin/problem.ts";
import { Stopwatch } from "../stopwatch.ts";
import { runBench } from "./bench.ts";
import { missingFor, type Missing } from "./outside.ts";
import { isReached, rowIds, type BenchReport, type BenchRow, type RowId } from "./row.ts";
import { fullSizes, largeSizes, quickSizes } from "./sizes.ts";
import { renderBench } from "./table.ts";

const folder = ".entrylog";

const isRowId = (word: string): word is RowId => rowIds.some((id) => id === word);

/** The rows of a list like `core,issue`. */
const rowsNamed = (only: string): Effect.Effect<readonly RowId[], Stop> => {
  const words = only.split(",").map((word) => word.trim());
  const unknown = words.filter((word) => !isRowId(word));
  if (unknown.length === 0) return Effect.succeed(words.filter(isRowId));
  return Effect.fail(
    new Stop({
      code: exitCodes.usage,
      reason: "row-unknown",
      sentence: `There is no row ${unknown.map((word) => `"${word}"`).join(", ")} in the benchmark.`,
      advice: `The rows are ${rowIds.join(", ")}; give some of them, with commas in between.`,
    }),
  );
};

const unusable = (error: unknown): Stop =>
  error instanceof SpinFailed || error instanceof SpinMissing
    ? spinStop(error)
    : new Stop({
        code: exitCodes.usage,
        reason: "bench-folder",
        sentence: `The parties could not keep their stores below ${folder}: ${error instanceof Error ? error.message : String(error)}.`,
        advice:
          "Start it in a folder where this process may write and the disk has some hundred megabytes left.",
      });

/** Who asked for a row by name is told where it cannot be measured; otherwise the report says so. */
const insisted = (missing: readonly Missing[]): Effect.Effect<void, Stop> =>
  missing.length === 0
    ? Effect.void
    : Effect.fail(
        new Stop({
          code: exitCodes.usage,
          reason: "row-unmeasurable",
          sentence: `The rows ${missing.map(({ id }) => id).join(", ")} cannot be measured here.`,
          advice: `${[...new Set(missing.map(({ needs }) => needs))].join("; ")}.`,
        }),
      );

const missedBy = (row: BenchRow): string => {
  if (!row.equal) return `${row.id} (unequal work)`;
  const [reached, goal] = ["ratio" in row ? row.ratio : row.ours, row.goal];
  return `${row.id} (${reached.toPrecision(3)} of ${String(goal)})`;
};

/** Fails when a row does not reach its least, or its two sides did not do the same work. */
export const required = ({ rows }: BenchReport): Effect.Effect<void, Stop> => {
  const missed = rows.filter((row) => !isReached(row));
  if (missed.length === 0) return Effect.void;
  return Effect.fail(
    new Stop({
      code: exitCodes.thresholdMissed,
      reason: "threshold-missed",
      sentence: `Missed: ${missed.map(missedBy).join(", ")}.`,
      advice: "Measure again on a machine that does nothing else before you believe it.",
    }),
  );
};

export const benchCommand = Command.make(
  "bench",
  {
    json: Flag.Boolean("json").pipe(
      Flag.withDefault(false),
      Flag.withDescription("print the report as JSON"),
    ),
    only: Flag.String("only").pipe(
      Flag.withDescription(`some of the rows: ${rowIds.join(",")}`),
      Flag.optional,
    ),
    quick: Flag.Boolean("quick").pipe(
      Flag.withDefault(false),
      Flag.withDescription("small sizes, to see that it runs; its ratios mean nothing"),
    ),
    large: Flag.Boolean("large").pipe(
      Flag.withDefault(false),
      Flag.withDescription(
        "ten million people, and ten million visits in a day: many minutes, and some gigabytes of memory and disk",
      ),
    ),
    require: Flag.Boolean("require").pipe(
      Flag.withDefault(false),
      Flag.withDescription("exit 12 when a row does not reach its least"),
    ),
  },
  ({ json, only, quick, large, require }) =>
    Effect.gen(function* () {
      const progress = makeProgress(yield* Stopwatch);
      const asked = Option.isSome(only) ? yield* rowsNamed(only.value) : rowIds;
      const missing = yield* missingFor(asked, (line) => Effect.runSync(progress.say(line)));
      if (Option.isSome(only)) yield* insisted(missing);
      const rows = asked.filter((row) => missing.every(({ id }) => id !== row));
      const sizes = quick ? quickSizes : large ? largeSizes : fullSizes;
      const beginning = (row: RowId, place: number): void => {
        progress.show((place + 0.5) / rows.length, `measuring ${row}`);
      };
      const report = yield* runBench({ rows, missing, sizes, quick, folder, beginning }).pipe(
        Effect.scoped,
        Effect.mapError(unusable),
        Effect.ensuring(progress.end),
      );
      yield* Console.log(json ? JSON.stringify(report, null, 2) : renderBench(report).join("\n"));
      if (require) yield* required(report);
    }),
).pipe(Command.withDescription("Measure ours against theirs, side by side, row by row"));
