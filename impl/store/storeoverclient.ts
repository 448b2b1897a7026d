// Makes the Store service over one connection: the short way to run a statement, beside effect/sql's own.
// Only the embedded store uses it. A statement inside a transaction runs at once; any other waits for the lock,
// so that no statement of one request slips into the transaction of another.
import { Context, Effect, Result, Semaphore } from "effect";
import { sqliteDialect } from "./dialect.ts";
import type { PreparedStatements } from "./preparedstatements.ts";
import { isSqlError, type SqlClient, type SqlError } from "./sql.ts";
import type { StoreService } from "./store.ts";
import { StoreUnavailable, unavailableSql } from "./unavailable.ts";

/** The place is at fault: a typed failure. The statement is at fault: a defect, with SQL's reason in it. */
const failed = (error: SqlError): Effect.Effect<never, StoreUnavailable> => {
  const unavailable = unavailableSql(error);
  return unavailable === undefined ? Effect.die(error) : Effect.fail(unavailable);
};

/** Someone else's open reading keeps the log alive: what was deleted is still in it, and that must not pass unsaid. */
const stillRead = new StoreUnavailable({
  reason: "busy",
  detail: "another process is reading the store's log",
});

export const makeStore = (
  sql: SqlClient.SqlClient,
  statements: PreparedStatements,
  lock: Semaphore.Semaphore,
): StoreService => {
  const batches = Semaphore.makeUnsafe(1);
  const ours = sql.transactionService;

  const perform = <A>(statement: () => Result.Result<A, SqlError>): Effect.Effect<A, StoreUnavailable> => {
    const now = Effect.suspend(() => {
      const result = statement();
      return Result.isSuccess(result) ? Effect.succeed(result.success) : failed(result.failure);
    });
    return Effect.withFiber((fiber) =>
      Context.getOrUndefined(fiber.context, ours) === undefined ? lock.withPermit(now) : now,
    );
  };

  const transaction = <A, E, R>(body: Effect.Effect<A, E, R>): Effect.Effect<A, E | StoreUnavailable, R> =>
    Effect.catch(sql.withTransaction(body), (error): Effect.Effect<never, E | StoreUnavailable> =>
      isSqlError(error) ? failed(error) : Effect.fail(error),
    );

  return {
    dialect: sqliteDialect,
    sql,
    all: (text, parameters = []) => perform(() => statements.rows(text, parameters)),
    values: (text, parameters = []) => perform(() => statements.values(text, parameters)),
    run: (text, parameters = []) => perform(() => statements.runEach(text, [parameters])),
    runEach: (text, parameterLists) => perform(() => statements.runEach(text, parameterLists)),
    script: (text) => perform(() => statements.script(text)),
    transaction,
    oneBatchAtATime: batches.withPermit,
    erasure: "overwritten in the file and its log; in software only",
    rewrite: perform(() => statements.script("VACUUM")),
    checkpoint: Effect.flatMap(
      perform(() => statements.values("PRAGMA wal_checkpoint(TRUNCATE)", [])),
      ([row]) => (row?.[0] === 0 ? Effect.void : Effect.fail(stillRead)),
    ),
  };
};
