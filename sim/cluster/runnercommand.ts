// `entrylog runner --cluster URL`: works at the shards of runs that `simulate --cluster` brings to that database, until it is ended.
// Exit codes: 2 where the database cannot be had or the place is taken, 130 interrupted, which is how it ends.
import { Console, Effect, Option, References } from "effect";
import { Command, Flag } from "effect/cli";
import { freePorts } from "../../impl/serve/freeports.ts";
import { clusterSchema } from "./contract.ts";
import { openRunner } from "./runner.ts";
import { clusterStop, clusterUrl, placeUnusable } from "./stops.ts";

const flags = {
  cluster: Flag.Redacted("cluster").pipe(
    Flag.withDescription("the PostgreSQL database of the cluster, as postgres://user@host/database"),
  ),
  host: Flag.String("host").pipe(
    Flag.withDefault("127.0.0.1"),
    Flag.withDescription("the address of this machine at which it listens and the other runners find it"),
  ),
  port: Flag.Int("port").pipe(
    Flag.withDescription("where it listens there (else any free port)"),
    Flag.optional,
  ),
};

export const runnerCommand = Command.make("runner", flags, ({ cluster, host, port }) =>
  Effect.scoped(
    Effect.gen(function* () {
      const url = yield* clusterUrl(cluster);
      const [free = 0] = yield* Effect.catchDefect(freePorts(1, host), () =>
        Effect.fail(placeUnusable(host)),
      );
      const place = { host, port: Option.getOrElse(port, () => free) };
      yield* openRunner({ url, schema: clusterSchema }, place).pipe(
        Effect.catchTag("ClusterUnavailable", (error) => Effect.fail(clusterStop(error))),
      );
      yield* Console.log(
        `runner ${host}:${String(place.port)} works at the shards of the cluster; Ctrl-C ends it`,
      );
      return yield* Effect.never;
    }),
  ).pipe(Effect.provideService(References.MinimumLogLevel, "Warn")),
).pipe(
  Command.withDescription(
    "Work at the shards of runs of a cluster: one thread a runner, as many runners as there are cores, on any machines that reach the " +
      "database and each other; how it scales beyond two cores is not measured",
  ),
);
