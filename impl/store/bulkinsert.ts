// Writes many rows into one table at the speed of its store: sixteen rows a statement in SQLite, all of them in one
// statement in PostgreSQL, where each column travels as one list. The custodian writes its visits with it.
// Values come column by column. It is part of the caller's transaction, and looks at nothing that it writes.
import { Effect } from "effect";
import type { SqlValue, StoreService } from "./store.ts";
import type { StoreUnavailable } from "./unavailable.ts";

/** Whole numbers as a Float64Array, NaN for NULL; texts as a list; bytes end to end, so many each. */
export type BulkColumn =
  | { readonly name: string; readonly kind: "whole" }
  | { readonly name: string; readonly kind: "text" }
  | { readonly name: string; readonly kind: "bytes"; readonly each: number };

export type BulkValues = Float64Array | ReadonlyArray<string> | Uint8Array;

/** Writes so many rows; the values in the order of the columns. */
export type BulkInsert = (
  rows: number,
  values: ReadonlyArray<BulkValues>,
) => Effect.Effect<void, StoreUnavailable>;

const rowsAtOnce = 16;

const valueAt = (column: BulkColumn, values: BulkValues | undefined, row: number): SqlValue => {
  if (values instanceof Uint8Array) {
    const each = column.kind === "bytes" ? column.each : 0;
    return values.subarray(row * each, (row + 1) * each);
  }
  const value = values?.[row];
  return value === undefined || Number.isNaN(value) ? null : value;
};

const rowByRow = (store: StoreService, table: string, columns: ReadonlyArray<BulkColumn>): BulkInsert => {
  const row = `(${columns.map(() => "?").join(", ")})`;
  const insert = (rows: number): string =>
    `INSERT INTO ${table} (${columns.map(({ name }) => name).join(", ")}) VALUES ${Array.from({ length: rows }, () => row).join(", ")}`;
  const many = insert(rowsAtOnce);
  const one = insert(1);
  return Effect.fnUntraced(function* (rows, values) {
    const whole: Array<Array<SqlValue>> = [];
    const rest: Array<Array<SqlValue>> = [];
    const wholeRows = rows - (rows % rowsAtOnce);
    let list: Array<SqlValue> = [];
    for (let place = 0; place < rows; place += 1) {
      if (place >= wholeRows || place % rowsAtOnce === 0) {
        list = [];
        (place >= wholeRows ? rest : whole).push(list);
      }
      for (const [index, column] of columns.entries()) list.push(valueAt(column, values[index], place));
    }
    if (whole.length > 0) yield* store.runEach(many, whole);
    if (rest.length > 0) yield* store.runEach(one, rest);
  });
};

const isTexts = (values: BulkValues): values is ReadonlyArray<string> => Array.isArray(values);

/** A list of texts in PostgreSQL's own notation. */
const listed = (texts: ReadonlyArray<string>): string =>
  `{${texts.map((text) => `"${text.replaceAll(/["\\]/g, "\\$&")}"`).join(",")}}`;

const columnByColumn = (
  store: StoreService,
  table: string,
  columns: ReadonlyArray<BulkColumn>,
): BulkInsert => {
  const names = columns.map(({ name }) => name).join(", ");
  const lists = columns.flatMap(({ kind }, index) =>
    kind === "bytes" ? [] : [`?${String(index + 1)}::${kind === "whole" ? "bigint" : "text"}[]`],
  );
  const listNames = columns.flatMap(({ kind }, index) => (kind === "bytes" ? [] : [`list${String(index)}`]));
  const chosen = columns.map((column, index) =>
    column.kind === "bytes"
      ? `substr(?${String(index + 1)}::bytea, (place - 1)::int * ${String(column.each)} + 1, ${String(column.each)})`
      : `list${String(index)}`,
  );
  const text =
    `INSERT INTO ${table} (${names}) SELECT ${chosen.join(", ")} ` +
    `FROM unnest(${lists.join(", ")}) WITH ORDINALITY AS given(${[...listNames, "place"].join(", ")})`;
  return (rows, values) =>
    rows === 0
      ? Effect.void
      : Effect.asVoid(
          store.run(
            text,
            values.map((column) => (isTexts(column) ? listed(column) : column)),
          ),
        );
};

export const makeBulkInsert = (
  store: StoreService,
  table: string,
  columns: ReadonlyArray<BulkColumn>,
): BulkInsert => {
  switch (store.dialect.name) {
    case "sqlite":
      return rowByRow(store, table, columns);
    case "postgres":
      return columnByColumn(store, table, columns);
  }
};
