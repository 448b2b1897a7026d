// A runner: takes shards of runs from the cluster's database and answers them, one at a time, until it is ended.
// It knows no run beyond the shard it is at. Where it is killed, another runner takes what it had not answered.
// It refuses work of another law or version than its own, and leaves a run alone that nobody waits for.
import { Effect, Layer, Semaphore } from "effect";
import { databaseLayer, unavailable, type ClusterPlace } from "../../impl/cluster/database.ts";
import { runnerLayer, type RunnerOptions } from "../../impl/cluster/runner.ts";
import { SqlClient } from "../../impl/store/sql.ts";
import { NobodyWaits, Shard } from "./contract.ts";
import { OtherProgram, program } from "./program.ts";
import { clusterSecret } from "./secret.ts";
import { openThread } from "./thread.ts";
import { isWaitedFor } from "./waiting.ts";

/** How soon it finds stored work that nobody told it of. */
const looksEvery = "1 second";

/** One thread and one turn for all shards, each of which is an entity of its own. */
const shardsLayer = Layer.unwrap(
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient;
    const turn = yield* Semaphore.make(1);
    const live = yield* openThread;

    const perform = Effect.fnUntraced(
      function* (run: string, work: string) {
        // Where that cannot be asked the work is done: it does no harm.
        const isWaited = yield* Effect.orElseSucceed(isWaitedFor(run), () => true);
        return yield* isWaited ? live(work) : Effect.fail(new NobodyWaits());
      },
      Effect.provideService(SqlClient.SqlClient, sql),
    );

    const handlers = Shard.of({
      Live: ({ payload: { run, law, version, work } }) =>
        law === program.law && version === program.version
          ? turn.withPermits(1)(perform(run, work))
          : Effect.fail(new OtherProgram(program)),
    });
    // What fails is told to whoever asked, and not tried for ever.
    return Shard.toLayer(handlers, { disableFatalDefects: true });
  }),
);

/** Runs until the scope ends. */
export const openRunner = (cluster: ClusterPlace, place: RunnerOptions["place"]) =>
  Layer.build(
    Layer.unwrap(
      Effect.map(Effect.mapError(clusterSecret, unavailable), (secret) =>
        Layer.provide(shardsLayer, runnerLayer({ ...cluster, place, secret, looksEvery })),
      ),
    ).pipe(
      Layer.provide(
        Layer.catch(databaseLayer(cluster), (error) => Layer.effectContext(Effect.fail(unavailable(error)))),
      ),
    ),
  );
