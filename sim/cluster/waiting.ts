// Who waits for a run, told by a lock in the database that ends with the process that holds it, however that ends.
// Runners ask before they begin a shard, so that nobody works for a run that was given up; what is left of such runs is cleared by the next one.
import { Effect } from "effect";
import { SqlClient } from "../../impl/store/sql.ts";
import { Shard } from "./contract.ts";

const lock = "hashtextextended('entrylog run ' || $1, 0)";

/** This process waits for the run until the scope ends. */
export const waitFor = (run: string) =>
  Effect.gen(function* () {
    const line = yield* (yield* SqlClient.SqlClient).reserve;
    yield* Effect.acquireRelease(line.executeRaw(`SELECT pg_advisory_lock(${lock})::text`, [run]), () =>
      Effect.ignore(line.executeRaw(`SELECT pg_advisory_unlock(${lock})`, [run])),
    );
  });

export const isWaitedFor = (run: string) =>
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient;
    const [row] = yield* sql.unsafe<{ readonly free: boolean }>(
      `SELECT pg_try_advisory_xact_lock_shared(${lock}) AS free`,
      [run],
    );
    return row?.free !== true;
  });

const runOfMessage = "split_part(entity_id, '/', 1)";

const clear = (which: string, parameters: readonly string[]) =>
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient;
    const messages = `FROM cluster_messages WHERE entity_type = '${Shard.type}' AND ${which}`;
    yield* sql.withTransaction(
      Effect.andThen(
        sql.unsafe(`DELETE FROM cluster_replies WHERE request_id IN (SELECT id ${messages})`, parameters),
        sql.unsafe(`DELETE ${messages}`, parameters),
      ),
    );
  });

/** Messages and answers of a run that is over. */
export const clearRun = (run: string) => clear(`${runOfMessage} = $1`, [run]);

/** What is left of runs that nobody waits for any more. */
export const clearLeftovers = clear(
  `pg_try_advisory_xact_lock_shared(${lock.replace("$1", runOfMessage)})`,
  [],
);
