// One process as a runner of a cluster: runners find each other, and hold the locks of their shards, in a schema of a PostgreSQL database.
// There is no manager: a runner that dies loses its locks with its session, and the others take its shards within seconds.
// Runners hold one secret, and hear nobody who does not (lines.ts).
import { Duration, Effect, Layer, Option } from "effect";
import {
  databaseLayer,
  shared,
  storageLayer,
  unavailable,
  type ClusterPlace,
  type ClusterUnavailable,
} from "./database.ts";
import {
  RpcSerialization,
  RunnerAddress,
  RunnerHealth,
  Runners,
  Sharding,
  ShardingConfig,
  SocketRunner,
} from "./effectcluster.ts";
import { callingLayer, listeningLayer } from "./lines.ts";

export interface RunnerOptions extends ClusterPlace {
  /** Where this runner listens, and where the others find it. */
  readonly place: { readonly host: string; readonly port: number };
  /** That all runners of this cluster hold, 32 bytes. */
  readonly secret: Uint8Array;
  /** How often it looks for stored messages of those who reach the database alone. */
  readonly looksEvery?: Duration.Input;
}

/** Entities are registered over it; it takes shards as soon as it is built, and gives them back when its scope ends. */
export const runnerLayer = ({
  url,
  schema,
  place,
  secret,
  looksEvery = "10 seconds",
}: RunnerOptions): Layer.Layer<Sharding.Sharding, ClusterUnavailable> => {
  const calling = callingLayer(secret);
  const health = RunnerHealth.layerPing.pipe(Layer.provide(Runners.layerRpc), Layer.provide(calling));
  const sharding = ShardingConfig.layer({
    runnerAddress: Option.some(RunnerAddress.make(place.host, place.port)),
    ...shared,
    shardLockRefreshInterval: Duration.seconds(3),
    runnerHealthCheckInterval: Duration.seconds(2),
    entityTerminationTimeout: Duration.seconds(5),
    entityMessagePollInterval: looksEvery,
    // Within one process a message is handed over as it is.
    simulateRemoteSerialization: false,
  });
  return SocketRunner.layer.pipe(
    Layer.provide([listeningLayer(place, secret), calling, health]),
    Layer.provide(storageLayer),
    Layer.provide([sharding, RpcSerialization.layerSchemaBinary()]),
    Layer.provide(databaseLayer({ url, schema })),
    Layer.catch((error) => Layer.effect(Sharding.Sharding, Effect.fail(unavailable(error)))),
  );
};
