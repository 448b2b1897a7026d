// The cells of a source's records: counts and days as such files write them, decoded once, here.
// A count is a whole number, also where it is written "9785.0", or nothing; everything else is a wrong value and is told by its column.
// It never repeats a value of which it knows nothing.
import { Result, Schema } from "effect";
import { mistakesIn } from "../../protocol/mistakes.ts";
import type { Line } from "./records.ts";
import { trouble } from "./trouble.ts";

export const CountCell = Schema.String.check(
  Schema.isPattern(/^(\d{1,11}(\.0+)?)?$/, { expected: "a whole number, or nothing" }),
);

export const countOf = (cell: string): number | null => (cell === "" ? null : Number(cell));

/** A record as its form describes it; a wrong value ends the reading. */
export const decoded = <A, I>(schema: Schema.Codec<A, I>, line: Line, file: string): A => {
  const result = Schema.decodeUnknownResult(schema, { errors: "all" })(line.row());
  if (Result.isSuccess(result)) return result.success;
  const [mistake] = mistakesIn(result.failure.issue);
  const where = `${file}, record ${String(line.place)}: ${mistake?.path.join(".") ?? ""}`;
  throw trouble("feed-value-wrong", `${where}: ${mistake?.message ?? "wrong"}`);
};

export const demandColumns = (
  file: string,
  columns: readonly string[],
  demanded: readonly string[],
): void => {
  const missing = demanded.filter((column) => !columns.includes(column));
  if (missing.length > 0)
    throw trouble("feed-columns-missing", `${file} has no column ${missing.join(", ")}`);
};

/** A place and day that came twice would be counted twice. */
export const demandOnce = (seen: Set<string>, key: string, file: string, { place }: Line): void => {
  if (seen.has(key)) throw trouble("feed-value-wrong", `${file}, record ${String(place)}: it came before`);
  seen.add(key);
};
