// Opens one session with a PostgreSQL server for one party's store, and makes sure that it may be relied on:
// nobody else serves this schema, but for those who share it, the server writes to disk before it answers, and nobody served it since we did.
// The reconnecting connection uses it. It never waits by its own clock: the server waits for the lock, and gives up.
import { Effect, Exit, type Redacted, Scope } from "effect";
import type { Durability } from "./database.ts";
import { PgConnection } from "./postgresdriver.ts";
import { scriptText } from "./postgrestext.ts";
import { unavailablePostgres } from "./postgresunavailable.ts";
import { parametersOf, valueTypes } from "./postgresvalues.ts";
import type { SqlError } from "./sql.ts";
import { detailOf, StoreUnavailable } from "./unavailable.ts";

export interface PostgresOptions {
  /** As libpq writes it: postgres://name:password@host:port/database. */
  readonly url: Redacted.Redacted;
  /** The schema of this party; made if it is not there. The server's default (public) unless given. */
  readonly schema?: string;
  readonly durability?: Durability;
  /** Several processes of the party serve it, each opened so; none that would be alone is let in beside them. */
  readonly isShared?: boolean;
}

export interface PostgresSession {
  readonly connection: PgConnection.PgConnection;
  readonly close: Effect.Effect<void>;
  /** How often this schema has been opened by a process, this time included. */
  readonly opened: number;
}

const lockTimeoutMs = 5_000;
/** Less than others wait for a lock. */
const idleTimeoutMs = 3_000;
const statementsMax = 256;
const messageBytesMax = 268_435_456;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** How often the schema was opened: by it a process that lost its line sees whether another one came in between. */
const holderSql = `CREATE TABLE IF NOT EXISTS store_holder (
  single INTEGER PRIMARY KEY CHECK (single = 1),
  opened INTEGER NOT NULL
) STRICT;
INSERT INTO store_holder VALUES (1, 0) ON CONFLICT DO NOTHING;`;

const connect = ({ url, schema, durability = "full", isShared = false }: PostgresOptions) =>
  PgConnection.make({
    url,
    types: valueTypes(),
    applicationName: "entrylog",
    preparedStatementCacheSize: statementsMax,
    maxMessageSize: messageBytesMax,
    // One session serves one store: what stands in a list is sent without waiting for each answer.
    multiplex: true,
    startupParameters: {
      // On: a COMMIT is answered after the write-ahead log is on disk. Off: it survives this process, not the server.
      synchronous_commit: durability === "full" ? "on" : "off",
      lock_timeout: `${String(lockTimeoutMs)}ms`,
      timezone: "UTC",
      // Each text is planned once, and by its indexes: a plan that was made while a table was small must serve when it is large.
      plan_cache_mode: "force_generic_plan",
      enable_seqscan: "off",
      client_min_messages: "warning",
      // The others wait for what it holds: a process that is frozen in the midst of a transaction loses it, and its line.
      ...(isShared ? { idle_in_transaction_session_timeout: `${String(idleTimeoutMs)}ms` } : {}),
      ...(schema === undefined ? {} : { search_path: quoted(schema) }),
    },
  });

const takenOver = new StoreUnavailable({
  reason: "busy",
  detail: "while the line was cut another process has served this store; start this party anew",
});

const prepare = Effect.fnUntraced(function* (
  connection: PgConnection.PgConnection,
  { schema, durability = "full", isShared = false }: PostgresOptions,
  openedBefore: number | undefined,
) {
  const ask = (text: string, ...values: ReadonlyArray<unknown>) =>
    Effect.map(connection.queryValues(text, parametersOf(values), false), ([row]) => row?.[0]);
  if (durability === "full") {
    for (const setting of ["fsync", "full_page_writes"]) {
      if ((yield* ask(`SHOW ${setting}`)) !== "on")
        return yield* new StoreUnavailable({ reason: "not-durable", detail: `${setting} is off` });
    }
  }
  if (schema !== undefined && (yield* ask("SELECT 1 FROM pg_namespace WHERE nspname = $1", schema)) !== 1)
    yield* ask(`CREATE SCHEMA IF NOT EXISTS ${quoted(schema)}`);
  // Held as long as the session lives, and no longer: a process that died holds nothing.
  const lock = isShared ? "pg_advisory_lock_shared" : "pg_advisory_lock";
  yield* ask(`SELECT ${lock}(hashtextextended('entrylog ' || current_schema(), 0))::text`);
  // The right to write is asked for at once, so that a read-only place is found now and not with the first visit.
  yield* ask(scriptText(holderSql) ?? "");
  const opened = Number(
    openedBefore === undefined
      ? yield* ask("UPDATE store_holder SET opened = opened + 1 RETURNING opened")
      : yield* ask("SELECT opened FROM store_holder"),
  );
  if (openedBefore !== undefined && opened !== openedBefore && !isShared) return yield* takenOver;
  return opened;
});

/** A session, or the reason why there is none. After a lost line it is told how often the schema was opened before. */
export const openSession = (
  options: PostgresOptions,
  openedBefore?: number,
): Effect.Effect<PostgresSession, SqlError | StoreUnavailable> =>
  Effect.gen(function* () {
    const scope = yield* Scope.make();
    const close = Scope.close(scope, Exit.void);
    return yield* Effect.gen(function* () {
      const connection = yield* Scope.provide(connect(options), scope);
      const opened = yield* prepare(connection, options, openedBefore);
      return { connection, close, opened };
    }).pipe(Effect.onError(() => close));
  });

/** Opening is asked by people who can do something about it: a refusal of any kind is theirs to read. */
export const cannotOpen = (error: SqlError | StoreUnavailable): StoreUnavailable =>
  error._tag === "StoreUnavailable"
    ? error
    : (unavailablePostgres(error) ??
      new StoreUnavailable({ reason: "cannot-open", detail: detailOf(error.reason.cause) }));
