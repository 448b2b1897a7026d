// The one connection of a PostgreSQL store: it finds out that its line is cut, and opens another one by itself.
// A transaction belongs to the line on which it began; when that is cut, all of it fails, its COMMIT too, and never says yes.
// What only reads is asked again on the new line. It must be used under the store's lock, one thing at a time.
import { Effect, Stream } from "effect";
import type { PgConnection } from "./postgresdriver.ts";
import { openSession, type PostgresOptions, type PostgresSession } from "./postgressession.ts";
import { isLoss } from "./postgresunavailable.ts";
import { parametersOf } from "./postgresvalues.ts";
import { type Connection, ConnectionError, SqlError, UnknownError } from "./sql.ts";
import type { StoreUnavailable } from "./unavailable.ts";

type Asked<A> = (connection: PgConnection.PgConnection) => Effect.Effect<A, SqlError>;

export interface PostgresConnection extends Connection {
  readonly isTransaction: () => boolean;
  readonly commit: Effect.Effect<void, SqlError>;
  /** Changes something: outside a transaction it is asked once only. */
  readonly change: <A>(asked: Asked<A>) => Effect.Effect<A, SqlError>;
  /** Only reads. */
  readonly read: <A>(asked: Asked<A>) => Effect.Effect<A, SqlError>;
  readonly close: Effect.Effect<void>;
}

/** A store that cannot be had is told by the driver's own kind of failure, which effect/sql passes on. */
const unopened = (error: SqlError | StoreUnavailable): SqlError =>
  error._tag === "SqlError"
    ? error
    : new SqlError({
        reason: new ConnectionError({ cause: error, message: error.message, operation: "connect" }),
      });

const abortedAtCommit = new SqlError({
  reason: new UnknownError({
    cause: new Error("a statement had failed before, and its failure was passed over"),
    message: "COMMIT rolled an aborted transaction back",
    operation: "commit",
  }),
});

export const makeConnection = (first: PostgresSession, options: PostgresOptions): PostgresConnection => {
  let session: PostgresSession | undefined = first;
  /** The line on which the open transaction began. */
  let transaction: PgConnection.PgConnection | undefined;

  const drop = (lost: PgConnection.PgConnection): Effect.Effect<void> =>
    Effect.suspend(() => {
      if (session?.connection !== lost) return Effect.void;
      const { close } = session;
      session = undefined;
      return close;
    });

  const live = Effect.suspend(() =>
    session === undefined
      ? Effect.tap(Effect.mapError(openSession(options, first.opened), unopened), (opened) =>
          Effect.sync(() => {
            session = opened;
          }),
        )
      : Effect.succeed(session),
  );

  const on = <A>(connection: PgConnection.PgConnection, asked: Asked<A>): Effect.Effect<A, SqlError> =>
    Effect.tapError(asked(connection), (error) => (isLoss(error) ? drop(connection) : Effect.void));

  const change = <A>(asked: Asked<A>): Effect.Effect<A, SqlError> =>
    Effect.suspend(() =>
      transaction === undefined
        ? Effect.flatMap(live, ({ connection }) => on(connection, asked))
        : on(transaction, asked),
    );

  const read = <A>(asked: Asked<A>): Effect.Effect<A, SqlError> =>
    Effect.suspend(() => {
      const once = change(asked);
      return transaction === undefined
        ? Effect.catch(once, (error) => (isLoss(error) && session === undefined ? once : Effect.fail(error)))
        : once;
    });

  const controlled =
    (text: string): Asked<PgConnection.Result> =>
    (connection) =>
      connection.query(text);

  // Nothing has happened yet when BEGIN fails: a line that was cut while nobody asked is noticed here, and replaced.
  const begin = Effect.suspend(() =>
    read((connection) =>
      Effect.tap(connection.query("BEGIN"), () =>
        Effect.sync(() => {
          transaction = connection;
        }),
      ),
    ),
  );

  const ended = Effect.sync(() => {
    transaction = undefined;
  });
  const commit = Effect.flatMap(change(controlled("COMMIT")), ({ command }) =>
    command === "ROLLBACK" ? Effect.fail(abortedAtCommit) : Effect.void,
  ).pipe(Effect.ensuring(ended));
  // A line that is cut has rolled back.
  const rollback = Effect.catch(change(controlled("ROLLBACK")), (error) =>
    isLoss(error) ? Effect.succeed(undefined) : Effect.fail(error),
  ).pipe(Effect.ensuring(ended));

  const query = (text: string, parameters: ReadonlyArray<unknown>, prepare = true) => {
    if (text === "BEGIN") return begin;
    if (text === "ROLLBACK") return rollback;
    return change((connection) => connection.query(text, parametersOf(parameters), prepare));
  };
  const rows: Connection["execute"] = (text, parameters, transformRows) => {
    const found = Effect.map(query(text, parameters), (result) => result?.rows ?? []);
    return transformRows === undefined ? found : Effect.map(found, transformRows);
  };
  const values: Connection["executeValues"] = (text, parameters) =>
    change((connection) => connection.queryValues(text, parametersOf(parameters)));

  return {
    isTransaction: () => transaction !== undefined,
    commit,
    change,
    read,
    close: Effect.suspend(() => session?.close ?? Effect.void),
    execute: rows,
    executeRaw: query,
    executeStream: (text, parameters, transformRows) =>
      Stream.unwrap(Effect.map(rows(text, parameters, transformRows), Stream.fromIterable)),
    executeValues: values,
    executeValuesUnprepared: values,
    executeUnprepared: rows,
  };
};
