// What `simulate` is asked of a cluster: its database, and in how many shards the people are shared out.
// It says what cannot be before anything runs, and loads nothing of a cluster.
import { Effect, Option, type Redacted } from "effect";
import { Flag } from "effect/cli";
import { exitCodes, Stop } from "../../impl/exit.ts";
import type { Asked } from "../preparing.ts";
import { clusterUrl } from "./stops.ts";

const shardsMost = 1_024;

export const clusterFlags = {
  cluster: Flag.Redacted("cluster").pipe(
    Flag.withDescription(
      "with --level policy: the PostgreSQL database over which `entrylog runner` processes live the run in shards; the same comes out; " +
        "how it scales beyond two cores is not measured",
    ),
    Flag.optional,
  ),
  shards: Flag.Int("shards").pipe(
    Flag.withDefault(16),
    Flag.withDescription("with --cluster: ranges of people, a few times as many as runners"),
  ),
};

interface Given {
  readonly cluster: Option.Option<Redacted.Redacted>;
  readonly shards: number;
}

const refused = (reason: string, sentence: string, advice: string): Effect.Effect<never, Stop> =>
  Effect.fail(new Stop({ code: exitCodes.usage, reason, sentence, advice }));

/** What was asked, with the cluster if there is one. */
export const withCluster = (asked: Asked, { cluster, shards }: Given): Effect.Effect<Asked, Stop> => {
  if (Option.isNone(cluster)) return Effect.succeed(asked);
  if (asked.level !== "policy")
    return refused(
      "cluster-otherwise",
      `The level ${asked.level} cannot be lived in shards.`,
      "Leave --cluster out, or choose --level policy.",
    );
  if (asked.workers > 1)
    return refused(
      "workers-otherwise",
      "In a cluster the runners are the threads.",
      "Leave --workers out, and start more runners.",
    );
  if (!(shards >= 1) || shards > shardsMost)
    return refused(
      "shards-unusable",
      `--shards ${String(shards)} is no number of shards.`,
      `Give a number from 1 to ${String(shardsMost)}.`,
    );
  return Effect.map(clusterUrl(cluster.value), (url) => ({ ...asked, cluster: { url, shards } }));
};
