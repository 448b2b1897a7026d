// Runners of a cluster for tests: real processes of the program over a real PostgreSQL server, and a run that is asked of them from here.
// They end with the scope, whatever has happened to them.
import { join } from "node:path";
import { Effect, Redacted, type Scope } from "effect";
import { runInCluster, type ClusterRunOptions } from "../../../sim/cluster/run.ts";
import type { Progress } from "../../../sim/output/progress.ts";
import { startPostgres } from "../../../sim/postgres/server.ts";
import { start, until, type Running } from "../../impl/serve/processes.ts";
import { root } from "../../house/source-files.ts";

/** An address of a server of its own; `program` is one of the server's programs. */
export const freshServer = (program: string) =>
  Effect.map(
    Effect.acquireRelease(
      Effect.promise(() => startPostgres(join(program, ".."))),
      ({ stop }) => Effect.promise(stop),
    ),
    ({ url }) => url,
  );

/** So many runners, ready. */
export const startRunners = Effect.fnUntraced(function* (
  url: string,
  count: number,
): Effect.fn.Return<readonly Running[], never, Scope.Scope> {
  const runners = yield* Effect.replicateEffect(
    start(["runner", "--cluster", url], {}, [join(root, "entrylog.ts")]),
    count,
  );
  for (const { said } of runners) yield* until(() => said().includes("works at the shards"));
  return runners;
});

/** Hears how many shards are done, where a terminal would show it. */
export const hearing = (shardsDone: (done: number) => void): Progress => ({
  show: (_, doing) => {
    const [, done] = /^(\d+) of \d+ shards$/.exec(doing) ?? [];
    if (done !== undefined) shardsDone(Number(done));
  },
  end: Effect.void,
  say: () => Effect.void,
});

export const runOver = (
  url: string,
  options: Omit<ClusterRunOptions, "url" | "progress">,
  shardsDone: (done: number) => void = () => undefined,
) => runInCluster({ ...options, url: Redacted.make(url), progress: hearing(shardsDone) });
