// What crosses in a cluster of runners: the work of one shard, as a stored message, and its answer or why there is none.
// Work and answer are text (work.ts): those who carry them read nothing of them but by whose program they are to be done.
// A message may be delivered twice, and its work done twice, to the same answer.
import { Schema } from "effect";
import { ClusterSchema, Entity, Rpc } from "../../impl/cluster/effectcluster.ts";
import { OtherProgram } from "./program.ts";

/** Of all clusters of runners in one database. */
export const clusterSchema = "entrylog_runners";

/** Whoever asked has ended, or lost the line to the database. */
export class NobodyWaits extends Schema.TaggedError<NobodyWaits>()("NobodyWaits", {}) {}

/** In characters; the database would take a few times as many. */
export const textMost = 200_000_000;
const Text = Schema.String.check(Schema.isMaxLength(textMost));

export const Shard = Entity.make("Shard", [
  Rpc.make("Live", {
    payload: { run: Schema.String, law: Schema.String, version: Schema.String, work: Text },
    success: Text,
    error: Schema.Union([OtherProgram, NobodyWaits]),
  }).annotate(ClusterSchema.Persisted, true),
]);

/** The shards of a run are found by its id. */
export const shardId = (run: string, shard: number): string => `${run}/${String(shard)}`;
