// One process as a runner of a cluster: runners find each other, and hold the locks of their shards, in a schema of a PostgreSQL database.
// There is no manager: a runner that dies loses its locks with its session, and the others take its shards within seconds.
// Runners hold one secret, and hear nobody who does not (lines.ts).
import { Duration, Effect, Layer, Option, type Redacted, Schema } from "effect";
import { SqlClient } from "../store/sql.ts";
import { detailOf } from "../store/unavailable.ts";
import {
  layerDigest,
  pooledClientLayer,
  RpcSerialization,
  RunnerAddress,
  RunnerHealth,
  Runners,
  Sharding,
  ShardingConfig,
  SocketRunner,
  SqlMessageStorage,
  SqlRunnerStorage,
} from "./effectcluster.ts";
import { callingLayer, listeningLayer } from "./lines.ts";

export interface RunnerOptions {
  /** As libpq writes it. */
  readonly url: Redacted.Redacted;
  /** Of this cluster alone; made if it is not there. */
  readonly schema: string;
  /** Where this runner listens, and where the others find it. */
  readonly place: { readonly host: string; readonly port: number };
  /** That all runners of this cluster hold, 32 bytes. */
  readonly secret: Uint8Array;
}

/** The cluster cannot be joined: its database cannot be had, or its place is taken. */
export class ClusterUnavailable extends Schema.TaggedError<ClusterUnavailable>()("ClusterUnavailable", {
  detail: Schema.String,
}) {
  readonly code = "cluster-unavailable";

  override get message(): string {
    return `This process cannot join the others of its cluster (${this.detail}).`;
  }
}

const unavailable = (error: { readonly reason: { readonly cause?: unknown } }): ClusterUnavailable =>
  new ClusterUnavailable({ detail: detailOf(error.reason.cause) });

/** How long a runner that is frozen, and not dead, keeps its shards. */
const shardLockExpiration = Duration.seconds(9);
const shards = 60;
const connectionsMost = 4;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Runners that start at the same time would both find it missing. */
const schemaLayer = (schema: string) =>
  Layer.effectDiscard(
    Effect.flatMap(SqlClient.SqlClient, (sql) =>
      sql.withTransaction(
        Effect.andThen(
          sql.unsafe("SELECT pg_advisory_xact_lock(hashtextextended('entrylog cluster', 0))::text"),
          sql.unsafe(`CREATE SCHEMA IF NOT EXISTS ${quoted(schema)}`),
        ),
      ),
    ),
  );

/** Entities are registered over it; it takes shards as soon as it is built, and gives them back when its scope ends. */
export const runnerLayer = ({
  url,
  schema,
  place,
  secret,
}: RunnerOptions): Layer.Layer<Sharding.Sharding, ClusterUnavailable> => {
  const client = pooledClientLayer({
    url,
    applicationName: "entrylog cluster",
    maxConnections: connectionsMost,
    startupParameters: { search_path: quoted(schema), client_min_messages: "warning" },
  });
  const calling = callingLayer(secret);
  const health = RunnerHealth.layerPing.pipe(Layer.provide(Runners.layerRpc), Layer.provide(calling));
  const storage = Layer.merge(
    SqlMessageStorage.layer.pipe(Layer.provide(layerDigest)),
    SqlRunnerStorage.layer,
  );
  const sharding = ShardingConfig.layer({
    runnerAddress: Option.some(RunnerAddress.make(place.host, place.port)),
    shardsPerGroup: shards,
    shardLockExpiration,
    shardLockRefreshInterval: Duration.seconds(3),
    refreshAssignmentsInterval: Duration.seconds(1),
    runnerHealthCheckInterval: Duration.seconds(2),
    entityTerminationTimeout: Duration.seconds(5),
    // Within one process a message is handed over as it is.
    simulateRemoteSerialization: false,
  });
  return SocketRunner.layer.pipe(
    Layer.provide([listeningLayer(place, secret), calling, health]),
    Layer.provide(storage),
    Layer.provide([sharding, RpcSerialization.layerSchemaBinary()]),
    Layer.provide(Layer.provideMerge(schemaLayer(schema), client)),
    Layer.catch((error) => Layer.effect(Sharding.Sharding, Effect.fail(unavailable(error)))),
  );
};
