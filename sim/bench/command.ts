// `entrylog bench`: each row with both sides in one run, as a table or as JSON.
// Exit codes: 0 measured, 2 an unknown row or a folder that cannot be used, 12 a row under its least where --require asked for it.
// Measuring lies in bench.ts; a ratio says something only of the machine and the hour it was measured in.
import { Console, Effect, Option } from "effect";
import { Command, Flag } from "effect/cli";
import { exitCodes, Stop } from "../../impl/exit.ts";
import { makeProgress } from "../output/progress.ts";
import { isSpinInstalled } from "../prove/spin/installed.ts";
import { leftOut, SpinFailed, SpinMissing, spinStop } from "../prove/spin/problem.ts";
import { Stopwatch } from "../stopwatch.ts";
import { postgresPrograms } from "../postgres/server.ts";
import { type BenchSizes, fullSizes, PostgresMissing, postgresRows, quickSizes, runBench } from "./bench.ts";
import { rowIds, type BenchReport, type RowId } from "./row.ts";
import { renderBench } from "./table.ts";

const folder = ".entrylog";
const installPostgres = "On Debian: apt-get install postgresql.";
/** Ten million visits in a day, for those who have the time and the disk. */
const largestDay = 10_000_000;

const isRowId = (word: string): word is RowId => rowIds.some((id) => id === word);

/** All rows; those whose program is not installed are left out, aloud, where nobody asked for them. */
const everyRow = Effect.fnUntraced(function* (say: (line: string) => Effect.Effect<void>) {
  const absent: RowId[] = [];
  if (!(yield* isSpinInstalled)) {
    yield* say(leftOut("--only prove", "the row prove "));
    absent.push("prove");
  }
  if (postgresPrograms() === undefined) {
    yield* say(
      `PostgreSQL is not installed: the rows ${postgresRows.join(", ")} are left out. ${installPostgres}`,
    );
    absent.push(...postgresRows);
  }
  return rowIds.filter((id) => !absent.includes(id));
});

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
  error instanceof PostgresMissing
    ? new Stop({
        code: exitCodes.usage,
        reason: "postgres-missing",
        sentence: `The row ${error.row} needs a PostgreSQL server on this machine, and there is none.`,
        advice: installPostgres,
      })
    : otherwiseUnusable(error);

const otherwiseUnusable = (error: unknown): Stop =>
  error instanceof SpinMissing || error instanceof SpinFailed
    ? spinStop(error)
    : new Stop({
        code: exitCodes.usage,
        reason: "bench-folder",
        sentence: `The parties could not keep their stores below ${folder}: ${error instanceof Error ? error.message : String(error)}.`,
        advice:
          "Start it in a folder where this process may write and the disk has some hundred megabytes left.",
      });

/** Fails when a row stays under its least, or its two sides did not do the same work. */
export const required = ({ rows }: BenchReport): Effect.Effect<void, Stop> => {
  const missed = rows.filter(({ ratio, goal, equal }) => !equal || !(ratio >= goal));
  if (missed.length === 0) return Effect.void;
  return Effect.fail(
    new Stop({
      code: exitCodes.thresholdMissed,
      reason: "threshold-missed",
      sentence: `Missed: ${missed
        .map(({ id, ratio, goal, equal }) =>
          equal ? `${id} (${ratio.toPrecision(3)} of ${String(goal)})` : `${id} (unequal work)`,
        )
        .join(", ")}.`,
      advice: "Measure again on a machine that does nothing else before you believe it.",
    }),
  );
};

const withLargestDay = (sizes: BenchSizes): BenchSizes => ({
  ...sizes,
  eraseDay: { times: 3, visits: [...sizes.eraseDay.visits, largestDay] },
});

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
      Flag.withDescription("a few seconds in all, to see that it runs; its ratios mean nothing"),
    ),
    large: Flag.Boolean("large").pipe(
      Flag.withDefault(false),
      Flag.withDescription("erase-day up to ten million visits a day: minutes, and some gigabytes of disk"),
    ),
    require: Flag.Boolean("require").pipe(
      Flag.withDefault(false),
      Flag.withDescription("exit 12 when a row stays under its least ratio"),
    ),
  },
  ({ json, only, quick, large, require }) =>
    Effect.gen(function* () {
      const progress = makeProgress(yield* Stopwatch);
      const rows = yield* Option.match(only, {
        onNone: () => everyRow(progress.say),
        onSome: rowsNamed,
      });
      const sizes = quick ? quickSizes : large ? withLargestDay(fullSizes) : fullSizes;
      const beginning = (row: RowId, place: number): void => {
        progress.show((place + 0.5) / rows.length, `measuring ${row}`);
      };
      const report = yield* runBench({ rows, sizes, quick, folder, beginning }).pipe(
        Effect.scoped,
        Effect.mapError(unusable),
        Effect.ensuring(progress.end),
      );
      yield* Console.log(json ? JSON.stringify(report, null, 2) : renderBench(report).join("\n"));
      if (require) yield* required(report);
    }),
).pipe(Command.withDescription("Measure ours against theirs, side by side, row by row"));
