// The embedded store: one SQLite file a party, opened through Node's own node:sqlite.
// It gives effect/sql's SqlClient and our Store over the same single connection, and closes it with its scope.
// Write-ahead log, full synchronisation unless told otherwise, foreign keys, and deleted bytes overwritten.
// It refuses to share a file between processes in the midst of a transaction, and to guess at a damaged file.
import { Context, Effect, Layer, Result, Semaphore, Stream } from "effect";
import { sqliteDialect } from "./dialect.ts";
import { openDatabase, type StoreOptions } from "./database.ts";
import {
  makePreparedStatements,
  type PreparedStatements,
  sqlErrorOf,
  type SqlValue,
} from "./preparedstatements.ts";
import { type Connection, makeCompilerSqlite, reactivityLayer, SqlClient, type SqlError } from "./sql.ts";
import { Store } from "./store.ts";
import { makeStore, type Statements } from "./storeoverclient.ts";
import { openVersion } from "./storeversion.ts";
import { StoreUnavailable, unavailableSql } from "./unavailable.ts";

export type { Durability, StoreOptions } from "./database.ts";

const isSqlValue = (value: unknown): value is SqlValue =>
  value === null ||
  typeof value === "string" ||
  typeof value === "number" ||
  typeof value === "bigint" ||
  ArrayBuffer.isView(value);

/** What effect/sql hands over untyped, as SQLite takes it: booleans are 1 and 0, an absent value is NULL. */
const bound = (parameters: ReadonlyArray<unknown>): Result.Result<ReadonlyArray<SqlValue>, SqlError> => {
  const values: Array<SqlValue> = [];
  for (const value of parameters) {
    if (isSqlValue(value)) values.push(value);
    else if (typeof value === "boolean") values.push(value ? 1 : 0);
    else if (value === undefined) values.push(null);
    else return Result.fail(sqlErrorOf(`no SQL value: a parameter of type ${typeof value}`, "bind"));
  }
  return Result.succeed(values);
};

const connectionOver = (statements: PreparedStatements): Connection => {
  const run = <A>(
    parameters: ReadonlyArray<unknown>,
    statement: (values: ReadonlyArray<SqlValue>) => Result.Result<A, SqlError>,
  ): Effect.Effect<A, SqlError> =>
    Effect.suspend(() => Effect.fromResult(Result.flatMap(bound(parameters), statement)));
  const execute: Connection["execute"] = (text, parameters, transformRows) => {
    const rows = run(parameters, (values) => statements.rows(text, values));
    return transformRows === undefined ? rows : Effect.map(rows, transformRows);
  };
  const executeValues: Connection["executeValues"] = (text, parameters) =>
    run(parameters, (values) => statements.values(text, values));
  return {
    execute,
    executeRaw: (text, parameters) => execute(text, parameters, undefined),
    executeStream: (text, parameters, transformRows) =>
      Stream.unwrap(Effect.map(execute(text, parameters, transformRows), Stream.fromIterable)),
    executeValues,
    executeValuesUnprepared: executeValues,
    executeUnprepared: execute,
  };
};

/** Each runs when it is asked for, and at once. */
const deferred = (statements: PreparedStatements): Statements => {
  const when = <A>(statement: () => Result.Result<A, SqlError>): Effect.Effect<A, SqlError> =>
    Effect.suspend(() => {
      const result = statement();
      return Result.isSuccess(result) ? Effect.succeed(result.success) : Effect.fail(result.failure);
    });
  return {
    rows: (text, parameters) => when(() => statements.rows(text, parameters)),
    values: (text, parameters) => when(() => statements.values(text, parameters)),
    runEach: (text, parameterLists) => when(() => statements.runEach(text, parameterLists)),
    script: (text) => when(() => statements.script(text)),
  };
};

/** Someone else's open reading keeps the log alive: what was deleted is still in it, and that must not pass unsaid. */
const stillRead = new StoreUnavailable({
  reason: "busy",
  detail: "another process is reading the store's log",
});

/** Opens the file and gives both services; the file is closed with the scope. */
export const openStore = Effect.fnUntraced(function* (options: StoreOptions) {
  const database = yield* openDatabase(options);
  const statements = makePreparedStatements(database);
  const lock = yield* Semaphore.make(1);
  const connection = connectionOver(statements);
  const sql = yield* SqlClient.make({
    ...SqlClient.makeSqliteAcquirers({
      connection: Effect.succeed(connection),
      semaphore: lock,
      isTransaction: () => database.isTransaction,
    }),
    compiler: makeCompilerSqlite(),
    driver: "sqlite-node",
    spanAttributes: [["db.system.name", "sqlite"]],
    beginTransaction: "BEGIN IMMEDIATE",
    prepareTransactionControls: true,
    releaseSavepoint: (name) => `RELEASE SAVEPOINT ${name}`,
  });
  const now = deferred(statements);
  const store = makeStore({
    sql,
    statements: now,
    lock,
    dialect: sqliteDialect,
    erasure: "overwritten in the file and in its log; in software only",
    rewrite: now.script("VACUUM"),
    checkpoint: Effect.flatMap(now.values("PRAGMA wal_checkpoint(TRUNCATE)", []), ([row]) =>
      row?.[0] === 0 ? Effect.void : Effect.fail(stillRead),
    ),
    unavailable: unavailableSql,
  });
  return { sql, store: yield* openVersion(store) };
});

export const storeLayer = (
  options: StoreOptions,
): Layer.Layer<SqlClient.SqlClient | Store, StoreUnavailable> =>
  Layer.effectContext(
    Effect.map(openStore(options), ({ sql, store }) =>
      Context.make(SqlClient.SqlClient, sql).pipe(Context.add(Store, store)),
    ),
  ).pipe(Layer.provide(reactivityLayer));
