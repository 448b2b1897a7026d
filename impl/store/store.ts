// A party's store as its services see it: statements by text and parameters, one transaction at a time.
// It is the short way beside effect/sql's own statements, without their span and compiler, for the paths that
// must be fast; both share one connection and one lock, so they may be mixed inside a transaction.
// It fails only with StoreUnavailable: a statement that SQL refuses is a defect, for the law was decided before.
import { Context, type Effect } from "effect";
import type { Dialect } from "./dialect.ts";
import type { SqlRow, SqlValue, SqlValues } from "./preparedstatements.ts";
import type { SqlClient } from "./sql.ts";
import type { StoreUnavailable } from "./unavailable.ts";

export type { SqlRow, SqlValue, SqlValues } from "./preparedstatements.ts";

export interface StoreService {
  /** How this store says what the other stores say differently. */
  readonly dialect: Dialect;
  /** effect/sql's client over the same connection, for everything that need not be fast. */
  readonly sql: SqlClient.SqlClient;
  /** Rows as objects. */
  readonly all: (
    text: string,
    parameters?: ReadonlyArray<SqlValue>,
  ) => Effect.Effect<ReadonlyArray<SqlRow>, StoreUnavailable>;
  /** Rows as arrays, in the order of the columns asked for. */
  readonly values: (
    text: string,
    parameters?: ReadonlyArray<SqlValue>,
  ) => Effect.Effect<ReadonlyArray<SqlValues>, StoreUnavailable>;
  /** One statement; answers the number of changed rows. */
  readonly run: (
    text: string,
    parameters?: ReadonlyArray<SqlValue>,
  ) => Effect.Effect<number, StoreUnavailable>;
  /** One statement for many lists of parameters: the fast way to write a batch, inside a transaction. */
  readonly runEach: (
    text: string,
    parameterLists: ReadonlyArray<ReadonlyArray<SqlValue>>,
  ) => Effect.Effect<number, StoreUnavailable>;
  /** Several statements without parameters, such as the tables of a machine. */
  readonly script: (text: string) => Effect.Effect<void, StoreUnavailable>;
  /** All or nothing, durable when it answers; inside another one it is a savepoint. */
  readonly transaction: <A, E, R>(body: Effect.Effect<A, E, R>) => Effect.Effect<A, E | StoreUnavailable, R>;
  /** Waits until no other batch is at work on this store; `inOneBatch` alone uses it. */
  readonly oneBatchAtATime: <A, E, R>(batch: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>;
  /** Whether other processes of the party use this store too: then what is in memory may be older than what is stored. */
  readonly isShared: boolean;
  /** What erasing a row here is worth, in words for people. */
  readonly erasure: string;
  /** Writes the tables anew, so that no copy of deleted rows is left in their files; not inside a transaction. */
  readonly rewrite: Effect.Effect<void, StoreUnavailable>;
  /** Writes the log back into the file and empties it, so that what was deleted is on no page and in no log. */
  readonly checkpoint: Effect.Effect<void, StoreUnavailable>;
}

export class Store extends Context.Service<Store, StoreService>()("entrylog/impl/store/Store") {}
