// The prepared statements of one SQLite connection, kept by their text so that each is parsed once.
// The connection uses it for every statement; it has a limit and lets the longest unused one go.
// It runs nothing inside a transaction of its own, and turns each thrown failure into a typed SqlError.
import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from "node:sqlite";
import { Result } from "effect";
import { classifySqliteError, SqlError } from "./sql.ts";
import { detailOf, resultCodeOf } from "./unavailable.ts";

export type SqlValue = SQLInputValue;
export type SqlRow = Readonly<Record<string, SQLOutputValue>>;
export type SqlValues = ReadonlyArray<SQLOutputValue>;

const statementsMax = 256;

export interface PreparedStatements {
  readonly rows: (
    text: string,
    parameters: ReadonlyArray<SqlValue>,
  ) => Result.Result<ReadonlyArray<SqlRow>, SqlError>;
  readonly values: (
    text: string,
    parameters: ReadonlyArray<SqlValue>,
  ) => Result.Result<ReadonlyArray<SqlValues>, SqlError>;
  /** Runs one statement for each list of parameters; the answer is the number of changed rows. */
  readonly runEach: (
    text: string,
    parameterLists: ReadonlyArray<ReadonlyArray<SqlValue>>,
  ) => Result.Result<number, SqlError>;
  readonly script: (text: string) => Result.Result<void, SqlError>;
}

/** The failure as effect/sql wants it: classified by SQLite's code, the thrown error kept as its cause. */
export const sqlErrorOf = (cause: unknown, operation: string): SqlError => {
  const message = detailOf(cause);
  return new SqlError({
    reason: classifySqliteError({ errno: resultCodeOf(cause), message, cause }, { message, operation }),
  });
};

const isArrays = (rows: ReadonlyArray<unknown>): rows is ReadonlyArray<SqlValues> =>
  rows.length === 0 || Array.isArray(rows[0]);

export const makePreparedStatements = (database: DatabaseSync): PreparedStatements => {
  const asObjects = new Map<string, StatementSync>();
  const asArrays = new Map<string, StatementSync>();

  const prepared = (text: string, cache: Map<string, StatementSync>): StatementSync => {
    const found = cache.get(text);
    if (found !== undefined) return found;
    const statement = database.prepare(text);
    if (cache === asArrays) statement.setReturnArrays(true);
    if (cache.size >= statementsMax) {
      for (const oldest of cache.keys()) {
        cache.delete(oldest);
        break;
      }
    }
    cache.set(text, statement);
    return statement;
  };

  return {
    rows: (text, parameters) => {
      try {
        return Result.succeed(prepared(text, asObjects).all(...parameters));
      } catch (cause) {
        return Result.fail(sqlErrorOf(cause, "rows"));
      }
    },
    values: (text, parameters) => {
      try {
        const rows: ReadonlyArray<unknown> = prepared(text, asArrays).all(...parameters);
        return isArrays(rows) ? Result.succeed(rows) : Result.succeed([]);
      } catch (cause) {
        return Result.fail(sqlErrorOf(cause, "values"));
      }
    },
    runEach: (text, parameterLists) => {
      try {
        const statement = prepared(text, asObjects);
        let changed = 0;
        for (const parameters of parameterLists) changed += Number(statement.run(...parameters).changes);
        return Result.succeed(changed);
      } catch (cause) {
        return Result.fail(sqlErrorOf(cause, "runEach"));
      }
    },
    script: (text) => {
      try {
        database.exec(text);
        return Result.void;
      } catch (cause) {
        return Result.fail(sqlErrorOf(cause, "script"));
      }
    },
  };
};
