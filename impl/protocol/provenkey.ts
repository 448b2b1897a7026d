// The Ed25519 key that the other end of a TLS connection proved to hold, or nothing when it showed none.
// Both sides of a call between parties use it; TLS 1.3 has each end sign the handshake itself, so bytes recorded
// from another connection prove nothing. Names, dates and signers in the certificate are not believed.
import type { Socket } from "node:net";
import { TLSSocket } from "node:tls";
import { publicKeyBytes } from "./ed25519.ts";

const keys = new WeakMap<TLSSocket, Uint8Array | null>();

const readKey = (socket: TLSSocket): Uint8Array | undefined => {
  const key = socket.getPeerX509Certificate()?.publicKey;
  if (key?.asymmetricKeyType !== "ed25519") return undefined;
  const exported = key.export({ format: "der", type: "spki" });
  return Uint8Array.from(exported.subarray(exported.length - publicKeyBytes));
};

export const provenKeyOf = (socket: Socket): Uint8Array | undefined => {
  if (!(socket instanceof TLSSocket)) return undefined;
  const known = keys.get(socket);
  if (known !== undefined) return known ?? undefined;
  const key = readKey(socket);
  keys.set(socket, key ?? null);
  return key;
};
