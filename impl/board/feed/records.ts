// The records of a CSV file (RFC 4180), one after the other, each by the names of its columns.
// Every form of source is read through here. It refuses what is no UTF-8, a record with another number of cells than the first line,
// a quote that never closes, and a file without a record.
import { isUtf8 } from "node:buffer";
import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { Effect, Schema } from "effect";
import { FeedTrouble, trouble } from "./trouble.ts";

export type Row = Readonly<Record<string, string>>;

/** What is done with each record; what it throws ends the reading. */
export type Take = (row: Row, place: number) => void;

const recordBytesMost = 100_000;
const pieceBytes = 65_536;

const isRow = Schema.is(Schema.Record(Schema.String, Schema.String));

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += pieceBytes) yield bytes.subarray(from, from + pieceBytes);
}

const eachOf = async (bytes: Uint8Array, named: (column: string) => string, take: Take): Promise<number> => {
  const records = Readable.from(piecesOf(bytes), { objectMode: false }).pipe(
    parse({
      bom: true,
      columns: (header: readonly string[]) => header.map((column) => named(column.trim())),
      max_record_size: recordBytesMost,
      skip_empty_lines: true,
    }),
  );
  let place = 0;
  for await (const record of records) {
    const row: unknown = record;
    place += 1;
    if (isRow(row)) take(row, place);
  }
  return place;
};

/** Gives every record to `take`; `named` may write the columns of several ages alike. */
export const eachRecord = Effect.fnUntraced(function* (
  file: string,
  bytes: Uint8Array,
  take: Take,
  named: (column: string) => string = (column) => column,
): Effect.fn.Return<void, FeedTrouble> {
  if (!isUtf8(bytes)) return yield* trouble("feed-unreadable", `${file} is no UTF-8`);
  const count = yield* Effect.tryPromise({
    try: () => eachOf(bytes, named, take),
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
