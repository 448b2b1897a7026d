// The records of a CSV file (RFC 4180), one after the other, each by the names of its columns.
// Every form of source is read through here. It refuses what is no UTF-8, a record with another number of cells than the first line,
// a quote that never closes, and a file without a record.
import { isUtf8 } from "node:buffer";
import { Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { CsvError, parse } from "csv-parse";
import { Effect, Schema } from "effect";
import { FeedTrouble, trouble } from "./trouble.ts";

export type Row = Readonly<Record<string, string>>;

/** One record; most are of other places, and nobody asks for their rows. */
export interface Line {
  /** Counted from 1. */
  readonly place: number;
  readonly at: (column: string) => string;
  readonly row: () => Row;
}

/** What is done with each record; what it throws ends the reading. */
export type Take = (line: Line) => void;

const recordBytesMost = 100_000;
const pieceBytes = 65_536;

const isCells = Schema.is(Schema.Array(Schema.String));

/** Between two pieces everybody else has a turn: a file may be large, and readers of the board are not to wait for it. */
async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    await setImmediate();
    yield bytes.subarray(from, from + pieceBytes);
  }
}

const eachOf = async (
  bytes: Uint8Array,
  named: (column: string) => string,
  takeOf: (columns: readonly string[]) => Take,
): Promise<number> => {
  const records = Readable.from(piecesOf(bytes), { objectMode: false }).pipe(
    parse({ bom: true, max_record_size: recordBytesMost, skip_empty_lines: true }),
  );
  let columns: ReadonlyMap<string, number> | undefined;
  let take: Take = () => undefined;
  let place = 0;
  for await (const record of records) {
    const cells: unknown = record;
    if (!isCells(cells)) continue;
    if (columns === undefined) {
      columns = new Map(cells.map((column, at) => [named(column.trim()), at]));
      take = takeOf([...columns.keys()]);
      continue;
    }
    const known = columns;
    place += 1;
    take({
      place,
      at: (column) => cells[known.get(column) ?? -1] ?? "",
      row: () => Object.fromEntries([...known].map(([column, at]) => [column, cells[at] ?? ""])),
    });
  }
  return place;
};

/** Gives every record to what `takeOf` makes of the columns; `named` may write the columns of several ages alike. */
export const eachRecord = Effect.fnUntraced(function* (
  file: string,
  bytes: Uint8Array,
  takeOf: (columns: readonly string[]) => Take,
  named: (column: string) => string = (column) => column,
): Effect.fn.Return<void, FeedTrouble> {
  if (!isUtf8(bytes)) return yield* trouble("feed-unreadable", `${file} is no UTF-8`);
  const count = yield* Effect.tryPromise({
    try: () => eachOf(bytes, named, takeOf),
    catch: (cause) => cause,
  }).pipe(
    Effect.catch((cause) => {
      if (cause instanceof FeedTrouble) return Effect.fail(cause);
      return cause instanceof CsvError
        ? Effect.fail(trouble("feed-unreadable", `${file}: ${cause.code}`))
        : Effect.die(cause);
    }),
  );
  if (count === 0) return yield* trouble("feed-unreadable", `${file} has no record`);
});
