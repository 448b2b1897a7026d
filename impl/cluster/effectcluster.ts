// The one door to Effect's cluster modules, which its authors still call unstable, and to the sockets and calls that they take.
// Whoever runs or asks in a cluster imports them from here, so that a change of theirs is met in one place.
// It adds nothing of its own. Loading it takes a while: a process that is in no cluster does not.
export { layerDigest } from "@effect/platform-node/NodeCrypto";
export * as NodeSocket from "@effect/platform-node/NodeSocket";
export * as NodeSocketServer from "@effect/platform-node/NodeSocketServer";
export { layer as pooledClientLayer } from "@effect/sql-pg/PgClient";
export {
  ClusterSchema,
  Entity,
  RunnerAddress,
  RunnerHealth,
  Runners,
  RunnerStorage,
  Sharding,
  ShardingConfig,
  SocketRunner,
  SqlMessageStorage,
  SqlRunnerStorage,
} from "effect/cluster";
export { Rpc, RpcClient, RpcSerialization } from "effect/rpc";
export { Socket } from "effect/socket/Socket";
