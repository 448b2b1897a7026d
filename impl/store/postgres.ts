// The store of a real deployment: one schema of a PostgreSQL database a party, over effect's own PostgreSQL client.
// It means what the SQLite store means: one process serves it, one transaction at a time, and what is answered is on disk.
// Only where it is opened as shared may several processes of the party serve it, and then they take turns.
// Rows deleted here are not overwritten: what must be unreadable is encrypted under keys of the vault, which lies elsewhere.
// It refuses a server that answers before it writes, and a schema that another process serves.
import { Context, Effect, Layer, Semaphore } from "effect";
import { postgresDialect } from "./dialect.ts";
import { makeConnection, type PostgresConnection } from "./postgresconnection.ts";
import { makeCompiler } from "./postgresdriver.ts";
import { cannotOpen, openSession, type PostgresOptions } from "./postgressession.ts";
import { makePlaces, scriptText } from "./postgrestext.ts";
import { unavailablePostgres } from "./postgresunavailable.ts";
import { areRows, areValues, parametersOf } from "./postgresvalues.ts";
import { reactivityLayer, SqlClient, type SqlError } from "./sql.ts";
import { Store } from "./store.ts";
import { makeStore, type Statements } from "./storeoverclient.ts";
import { openVersion } from "./storeversion.ts";
import { takingTurns } from "./takingturns.ts";
import type { StoreUnavailable } from "./unavailable.ts";

export type { PostgresOptions } from "./postgressession.ts";

/** How many statements of one list are under way at once. */
const statementsAtOnce = 64;

const strange = (text: string): Effect.Effect<never> =>
  Effect.die(new Error(`this statement answers a kind of value that only one store knows: ${text}`));

const statementsOver = (connection: PostgresConnection): Statements => {
  const places = makePlaces();
  return {
    rows: (text, parameters) =>
      Effect.flatMap(
        connection.read((line) => line.query(places(text), parametersOf(parameters))),
        ({ rows }) => (areRows(rows) ? Effect.succeed(rows) : strange(text)),
      ),
    values: (text, parameters) =>
      Effect.flatMap(
        connection.read((line) => line.queryValues(places(text), parametersOf(parameters))),
        (rows) => (areValues(rows) ? Effect.succeed(rows) : strange(text)),
      ),
    runEach: (text, parameterLists) =>
      connection.change((line) =>
        Effect.map(
          Effect.forEach(parameterLists, (parameters) => line.query(places(text), parametersOf(parameters)), {
            concurrency: statementsAtOnce,
          }),
          (results) => results.reduce((changed, { rowCount }) => changed + rowCount, 0),
        ),
      ),
    script: (text) => {
      const whole = scriptText(text);
      return whole === undefined
        ? Effect.void
        : Effect.asVoid(connection.change((line) => line.query(whole, [], false)));
    },
  };
};

/** Tables that belong to a day are dropped whole; the others are where rows go one by one. */
const lastingTables = `SELECT quote_ident(tablename) FROM pg_tables
  WHERE schemaname = current_schema() AND tablename !~ '[0-9]$' ORDER BY tablename`;

const vacuum = (
  connection: PostgresConnection,
  statements: Statements,
  how: string,
): Effect.Effect<void, SqlError> =>
  Effect.flatMap(statements.values(lastingTables, []), (tables) =>
    Effect.asVoid(
      connection.change((line) =>
        line.query(`VACUUM ${how} ${tables.map(([name]) => String(name)).join(", ")}`, [], false),
      ),
    ),
  );

/** Opens the schema and gives both services; the session ends with the scope. */
export const openPostgres = Effect.fnUntraced(function* (options: PostgresOptions) {
  const connection = yield* Effect.acquireRelease(
    Effect.map(Effect.mapError(openSession(options), cannotOpen), (session) =>
      makeConnection(session, options),
    ),
    ({ close }) => close,
  );
  const lock = yield* Semaphore.make(1);
  const sql = yield* SqlClient.make({
    // One connection under one lock, which is all that is SQLite's in it.
    ...SqlClient.makeSqliteAcquirers({
      connection: Effect.succeed(connection),
      semaphore: lock,
      isTransaction: connection.isTransaction,
    }),
    compiler: makeCompiler(),
    driver: "sql-pg",
    spanAttributes: [["db.system.name", "postgresql"]],
    prepareTransactionControls: true,
    commit: () => connection.commit,
    releaseSavepoint: (name) => `RELEASE SAVEPOINT ${name}`,
  });
  const statements = statementsOver(connection);
  const store = makeStore({
    sql,
    statements,
    lock,
    dialect: postgresDialect,
    erasure:
      "deleted from the tables, which are then vacuumed; the server does not overwrite, and its write-ahead log, " +
      "its replicas and its backups keep what was deleted for as long as it is set up to keep them",
    rewrite: vacuum(connection, statements, "FULL"),
    checkpoint: vacuum(connection, statements, ""),
    unavailable: unavailablePostgres,
  });
  return { sql, store: yield* openVersion(options.isShared === true ? takingTurns(store) : store) };
});

export const postgresLayer = (
  options: PostgresOptions,
): Layer.Layer<SqlClient.SqlClient | Store, StoreUnavailable> =>
  Layer.effectContext(
    Effect.map(openPostgres(options), ({ sql, store }) =>
      Context.make(SqlClient.SqlClient, sql).pipe(Context.add(Store, store)),
    ),
  ).pipe(Layer.provide(reactivityLayer));
