// A process that asks the runners of a cluster by stored messages alone, and is no runner itself.
// It reaches the database and nothing else: runners find there what they are asked, and their answers are found there.
// So it holds no secret, listens nowhere, and calls nobody.
import { Effect, Layer, Option } from "effect";
import {
  databaseLayer,
  shared,
  storageLayer,
  unavailable,
  type ClusterPlace,
  type ClusterUnavailable,
} from "./database.ts";
import type { RunnerStorage } from "./effectcluster.ts";
import { RunnerHealth, Runners, Sharding, ShardingConfig } from "./effectcluster.ts";
import type { SqlClient } from "../store/sql.ts";

/** With the runners there are, and the database itself. */
export type Asking = Sharding.Sharding | RunnerStorage.RunnerStorage | SqlClient.SqlClient;

export const askingLayer = (place: ClusterPlace): Layer.Layer<Asking, ClusterUnavailable> =>
  Sharding.layer.pipe(
    Layer.provide([Runners.layerNoop, RunnerHealth.layerNoop]),
    Layer.provideMerge(storageLayer),
    // Who holds no locks needs no session for them, which the server would end as that of a frozen runner.
    Layer.provide(
      ShardingConfig.layer({ ...shared, runnerAddress: Option.none(), shardLockDisableAdvisory: true }),
    ),
    Layer.provideMerge(databaseLayer(place)),
    Layer.catch((error) => Layer.effectContext(Effect.fail(unavailable(error)))),
  );
