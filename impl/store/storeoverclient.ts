// Makes the Store service over one connection: the short way to run a statement, beside effect/sql's own.
// Both stores use it, each with its own statements. A statement inside a transaction runs at once; any other waits
// for the lock, so that no statement of one request slips into the transaction of another.
import { Context, Effect, Semaphore } from "effect";
import type { Dialect } from "./dialect.ts";
import { isSqlError, type SqlClient, type SqlError } from "./sql.ts";
import type { SqlRow, SqlValue, SqlValues, StoreService } from "./store.ts";
import type { StoreUnavailable } from "./unavailable.ts";

/** The statements of one connection, wherever it is in a transaction. */
export interface Statements {
  readonly rows: (
    text: string,
    parameters: ReadonlyArray<SqlValue>,
  ) => Effect.Effect<ReadonlyArray<SqlRow>, SqlError>;
  readonly values: (
    text: string,
    parameters: ReadonlyArray<SqlValue>,
  ) => Effect.Effect<ReadonlyArray<SqlValues>, SqlError>;
  readonly runEach: (
    text: string,
    parameterLists: ReadonlyArray<ReadonlyArray<SqlValue>>,
  ) => Effect.Effect<number, SqlError>;
  readonly script: (text: string) => Effect.Effect<void, SqlError>;
}

export interface StoreParts {
  readonly sql: SqlClient.SqlClient;
  readonly statements: Statements;
  readonly lock: Semaphore.Semaphore;
  readonly dialect: Dialect;
  readonly erasure: string;
  readonly rewrite: Effect.Effect<void, SqlError>;
  readonly checkpoint: Effect.Effect<void, SqlError | StoreUnavailable>;
  /** The place is at fault; undefined when the statement is. */
  readonly unavailable: (error: SqlError) => StoreUnavailable | undefined;
}

export const makeStore = (parts: StoreParts): StoreService => {
  const { sql, statements, lock } = parts;
  const batches = Semaphore.makeUnsafe(1);
  const ours = sql.transactionService;

  /** The place is at fault: a typed failure. The statement is at fault: a defect, with SQL's reason in it. */
  const failed = <E>(error: E | SqlError): Effect.Effect<never, E | StoreUnavailable> => {
    if (!isSqlError(error)) return Effect.fail(error);
    const unavailable = parts.unavailable(error);
    return unavailable === undefined ? Effect.die(error) : Effect.fail(unavailable);
  };

  const perform = <A>(
    statement: Effect.Effect<A, SqlError | StoreUnavailable>,
  ): Effect.Effect<A, StoreUnavailable> => {
    const now = Effect.catch(statement, failed<StoreUnavailable>);
    return Effect.withFiber((fiber) =>
      Context.getOrUndefined(fiber.context, ours) === undefined ? lock.withPermit(now) : now,
    );
  };

  return {
    dialect: parts.dialect,
    sql,
    all: (text, parameters = []) => perform(statements.rows(text, parameters)),
    values: (text, parameters = []) => perform(statements.values(text, parameters)),
    run: (text, parameters = []) => perform(statements.runEach(text, [parameters])),
    runEach: (text, parameterLists) => perform(statements.runEach(text, parameterLists)),
    script: (text) => perform(statements.script(text)),
    transaction: <A, E, R>(body: Effect.Effect<A, E, R>) =>
      Effect.catch(sql.withTransaction(body), (error) => failed<E>(error)),
    oneBatchAtATime: batches.withPermit,
    isShared: false,
    erasure: parts.erasure,
    rewrite: perform(parts.rewrite),
    checkpoint: perform(parts.checkpoint),
  };
};
