// Why a cluster of runners cannot be had, in a code, a sentence and what to do about it.
// The commands `simulate --cluster` and `runner` end with these.
import { Effect, Redacted } from "effect";
import type { ClusterUnavailable } from "../../impl/cluster/database.ts";
import { exitCodes, Stop } from "../../impl/exit.ts";
import { program, type OtherProgram } from "./program.ts";

const stop = (reason: string, sentence: string, advice: string): Stop =>
  new Stop({ code: exitCodes.usage, reason, sentence, advice });

/** The address as it may be shown: a password stays where it was typed. */
const shown = (url: Redacted.Redacted): string =>
  Redacted.value(url).replace(/^(\w+:\/\/[^:@/]*):[^@/]*@/, "$1@");

export const howToStart = (url: Redacted.Redacted): string =>
  `Start one, here or on any machine that reaches the database: npm run -s entrylog -- runner --cluster '${shown(url)}'`;

export const nobodyWorks = "Nobody works at the shards of this cluster.";

export const noRunner = (url: Redacted.Redacted): Stop => stop("no-runner", nobodyWorks, howToStart(url));

export const clusterStop = ({ code, detail }: Pick<ClusterUnavailable, "code" | "detail">): Stop =>
  stop(
    code,
    `The cluster cannot be joined (${detail}).`,
    "See that its database runs, that the address of --cluster is right and its user may make a schema there, and for a runner that its place is free.",
  );

export const placeUnusable = (host: string): Stop =>
  stop(
    "place-unusable",
    `Nobody can listen at ${host} on this machine.`,
    "Give an address of this machine with --host, at which the other runners find it.",
  );

export const lineLost: Stop = stop(
  "cluster-lost",
  "The line to the cluster's database was lost in the midst of the run.",
  "See that it runs, and ask for the run again.",
);

const said = ({ law, version }: Pick<OtherProgram, "law" | "version">): string =>
  `law ${law.slice(0, 12)} of entrylog ${version}`;

export const otherProgram = (other: OtherProgram): Stop =>
  stop(
    "runner-of-other-law",
    `A runner works by ${said(other)}, and this run is of ${said(program)}: they could come to different answers.`,
    "End the runners of the other program, and start some of this one.",
  );

export const shardTooLarge: Stop = stop(
  "shard-too-large",
  "The work of one shard is more than a message can carry.",
  "Ask for more shards with --shards.",
);

/** An address as libpq writes it. */
export const clusterUrl = (url: Redacted.Redacted): Effect.Effect<Redacted.Redacted, Stop> =>
  URL.canParse(Redacted.value(url)) && /^postgres(ql)?:$/.test(new URL(Redacted.value(url)).protocol)
    ? Effect.succeed(url)
    : Effect.fail(
        stop(
          "cluster-unusable",
          "--cluster is no address of a PostgreSQL database.",
          "Write it as postgres://user@host/database.",
        ),
      );
