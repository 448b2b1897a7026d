// The one door to Effect's cluster modules, which its authors still call unstable, and to the calls that its entities take.
// Whoever runs or asks in a cluster imports them from here, so that a change of theirs is met in one place.
// It adds nothing of its own. Loading it takes a while: a process that is in no cluster does not.
export { layer as nodeClusterLayer } from "@effect/platform-node/NodeClusterSocket";
export { layer as pooledClientLayer } from "@effect/sql-pg/PgClient";
export { ClusterSchema, Entity, RunnerAddress, Sharding } from "effect/cluster";
export { Rpc } from "effect/rpc";
