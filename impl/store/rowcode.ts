// How one row crosses between SQL and the columns: words for states and choices, text for ids, NULL for never and none.
// The book uses it for every load and flush. It refuses a row that the table's descriptor does not explain,
// because a word read wrongly would put a person into a state that nobody decided.
import type { ColumnSet } from "./columns.ts";
import type { InternedIds } from "./internedids.ts";
import type { FieldColumn, RowTable } from "./rowtable.ts";
import type { SqlValue, SqlValues } from "./store.ts";

export interface RowCode {
  /** Key, state and fields, in the order of the table. */
  readonly encode: (key: string, slot: number) => ReadonlyArray<SqlValue>;
  /** Puts a row (key, state, fields…) into a slot; false when it cannot be understood. */
  readonly decode: (row: SqlValues, slot: number) => boolean;
  readonly stateWord: (state: number) => string;
}

export const makeRowCode = (table: RowTable, columns: ColumnSet, ids: InternedIds): RowCode => {
  const stateNumbers = new Map(table.states.map((word, index) => [word, index]));
  const words = table.fields.map(({ name }) => table.choices[name] ?? []);
  const numbers = words.map((list) => new Map(list.map((word, index) => [word, index])));
  const stateWord = (state: number): string => table.states[state] ?? "";

  const toSql = ({ kind }: FieldColumn, index: number, value: number): SqlValue => {
    switch (kind) {
      case "instant":
        return value === table.never ? null : value;
      case "choice":
        return words[index]?.[value] ?? null;
      case "id":
        return ids.textOf(value) ?? null;
      case "count":
      case "flag":
        return value;
    }
  };

  const fromSql = ({ kind }: FieldColumn, index: number, value: unknown): number | undefined => {
    switch (kind) {
      case "instant":
        return value === null ? table.never : typeof value === "number" ? value : undefined;
      case "choice":
        return value === null ? 0 : typeof value === "string" ? numbers[index]?.get(value) : undefined;
      case "id":
        return value === null ? 0 : typeof value === "string" ? ids.idOf(value) : undefined;
      case "count":
      case "flag":
        return typeof value === "number" ? value : undefined;
    }
  };

  return {
    stateWord,
    encode: (key, slot) => {
      const row: Array<SqlValue> = [key, stateWord(columns.state()[slot] ?? 0)];
      for (const [index, field] of table.fields.entries()) {
        row.push(toSql(field, index, columns.field(index)[slot] ?? 0));
      }
      return row;
    },
    decode: (row, slot) => {
      const word = row[1];
      const state = typeof word === "string" ? stateNumbers.get(word) : undefined;
      if (state === undefined) return false;
      columns.state()[slot] = state;
      for (const [index, field] of table.fields.entries()) {
        const value = fromSql(field, index, row[index + 2]);
        if (value === undefined) return false;
        columns.field(index)[slot] = value;
      }
      return true;
    },
  };
};
