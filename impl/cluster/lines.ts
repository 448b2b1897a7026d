// The lines between the runners of one cluster: TLS under a secret that all of them hold, with a fresh key for each line.
// A runner listens with one half of it and calls with the other. Whoever does not hold the secret is neither heard nor answered.
// Certificates have no part in it: runners are all the same party, and not each other's peers.
import { Effect, Layer } from "effect";
import {
  NodeSocket,
  NodeSocketServer,
  RpcClient,
  RpcSerialization,
  Runners,
  Socket,
} from "./effectcluster.ts";

const identity = "entrylog";
const openedWithinMs = 1_000;

// Node takes a secret instead of a certificate up to this version only.
const protocol = {
  ciphers: "ECDHE-PSK-CHACHA20-POLY1305",
  minVersion: "TLSv1.2",
  maxVersion: "TLSv1.2",
} as const;

export const listeningLayer = (place: { readonly host: string; readonly port: number }, secret: Uint8Array) =>
  NodeSocketServer.layerTls({ ...place, ...protocol, pskCallback: () => secret });

export const callingLayer = (
  secret: Uint8Array,
): Layer.Layer<Runners.RpcClientProtocol, never, RpcSerialization.RpcSerialization> =>
  Layer.effect(
    Runners.RpcClientProtocol,
    Effect.map(RpcSerialization.RpcSerialization, (serialization) => ({
      codecFor: serialization.codecFor,
      make: Effect.fnUntraced(function* ({ host, port }) {
        const socket = yield* NodeSocket.makeTls({
          host,
          port,
          ...protocol,
          openTimeout: openedWithinMs,
          pskCallback: () => ({ psk: secret, identity }),
          // There is no certificate to look at.
          checkServerIdentity: () => undefined,
        });
        return yield* RpcClient.makeProtocolSocket().pipe(
          Effect.provideService(Socket, socket),
          Effect.provideService(RpcSerialization.RpcSerialization, serialization),
        );
      }, Effect.orDie),
    })),
  );
