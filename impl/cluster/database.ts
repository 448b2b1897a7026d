// Where a cluster lies: a schema of a PostgreSQL database, in which runners are registered and messages wait for their answers.
// Runners (runner.ts) and those who only ask (asking.ts) open it in the same way, and count the same shards.
// It runs nothing, and keeps no data of a party.
import { Duration, Effect, Layer, type Redacted, Schema } from "effect";
import { SqlClient } from "../store/sql.ts";
import { detailOf } from "../store/unavailable.ts";
import { layerDigest, pooledClientLayer, SqlMessageStorage, SqlRunnerStorage } from "./effectcluster.ts";

export interface ClusterPlace {
  /** As libpq writes it. */
  readonly url: Redacted.Redacted;
  /** Of this cluster alone; made if it is not there. */
  readonly schema: string;
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

export const unavailable = (error: { readonly reason: { readonly cause?: unknown } }): ClusterUnavailable =>
  new ClusterUnavailable({ detail: detailOf(error.reason.cause) });

/** The same for everybody of a cluster, or messages would wait where nobody looks. */
export const shared = {
  shardsPerGroup: 60,
  /** How long a runner that is frozen, and not dead, keeps its shards; as long one that is dead is thought to be there. */
  shardLockExpiration: Duration.seconds(9),
  refreshAssignmentsInterval: Duration.seconds(1),
} as const;
const connectionsMost = 4;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** What runners that start at the same time would both find missing is made by one of them. */
export const oneAtATime = <A, E>(make: Effect.Effect<A, E>) =>
  Effect.flatMap(SqlClient.SqlClient, (sql) =>
    sql.withTransaction(
      Effect.andThen(
        sql.unsafe("SELECT pg_advisory_xact_lock(hashtextextended('entrylog cluster', 0))::text"),
        make,
      ),
    ),
  );

const schemaLayer = (schema: string) =>
  Layer.effectDiscard(
    Effect.flatMap(SqlClient.SqlClient, (sql) =>
      oneAtATime(sql.unsafe(`CREATE SCHEMA IF NOT EXISTS ${quoted(schema)}`)),
    ),
  );

/** The database, with the cluster's schema in it. */
export const databaseLayer = ({ url, schema }: ClusterPlace) =>
  Layer.provideMerge(
    schemaLayer(schema),
    pooledClientLayer({
      url,
      applicationName: "entrylog cluster",
      maxConnections: connectionsMost,
      startupParameters: { search_path: quoted(schema), client_min_messages: "warning" },
    }),
  );

export const storageLayer = Layer.merge(
  SqlMessageStorage.layer.pipe(Layer.provide(layerDigest)),
  SqlRunnerStorage.layer,
);
