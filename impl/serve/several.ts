// A party that several processes serve together: what `--cluster` needs, said before anything opens, and the way to the others.
// Only the custodian's check-in is made for it. The processes share a store, so it must be a PostgreSQL server, and a folder.
// It joins nobody: the party's main does, when its services are ready.
import { Effect, Layer, Redacted } from "effect";
import type { Sharding } from "../cluster/effectcluster.ts";
import { exitCodes, Stop } from "../exit.ts";
import type { StartFailure } from "../server/party.ts";
import { ConfigInvalid } from "./configinvalid.ts";
import { configurationFile, type PartyConfiguration } from "./configuration.ts";

const stop = (reason: string, sentence: string, advice: string): Stop =>
  new Stop({ code: exitCodes.usage, reason, sentence, advice });

/** The way to the others, under a secret that only processes of this party hold. */
export type Others = (secret: Uint8Array) => Layer.Layer<Sharding.Sharding, StartFailure>;

/** `serve all` starts one process for each party. */
export const notTogether = Effect.fail(
  stop(
    "cluster-for-custodian",
    "Everybody on one machine is one process for each party.",
    "Serve the custodian by itself to have it served by several processes.",
  ),
);

export const othersOf = ({
  party,
  store,
  cluster,
}: PartyConfiguration): Effect.Effect<Others, Stop | ConfigInvalid> => {
  if (party !== "custodian")
    return Effect.fail(
      stop(
        "cluster-for-custodian",
        `Several processes can serve the custodian together, but not the ${party}.`,
        "Leave --cluster out.",
      ),
    );
  if (store.kind !== "postgres")
    return Effect.fail(
      stop(
        "cluster-needs-postgres",
        "Several processes can share the custodian's store only where it lies on a PostgreSQL server.",
        `Name the server under \`store\` in ${configurationFile}, or in ENTRYLOG_STORE_URL.`,
      ),
    );
  if (cluster === undefined)
    return Effect.fail(
      new ConfigInvalid({
        mistakes: [
          `${configurationFile}: cluster: Expected host and port at which this process listens for the others`,
        ],
      }),
    );
  const { url, schema = "public" } = store;
  return Effect.succeed((secret) =>
    Layer.unwrap(
      Effect.map(
        Effect.promise(() => import("../cluster/runner.ts")),
        ({ runnerLayer }) =>
          runnerLayer({ url: Redacted.make(url), schema: `${schema}_cluster`, place: cluster, secret }),
      ),
    ),
  );
};
