// The parties' listener: mutual TLS 1.3, where each side proves that it holds the key the other side knows.
// The key becomes a caller through the cards of this party's peers, or through a look-up of the party's own
// (officers on the roster, registered devices). Whoever shows no key is not answered beyond the documents.
import { constants } from "node:crypto";
import { createServer } from "node:https";
import { Effect } from "effect";
import type { Caller } from "../protocol/http/caller.ts";
import { hexOf } from "../protocol/fields.ts";
import { problem, type Problem } from "../protocol/http/problem.ts";
import { provenKeyOf } from "../protocol/provenkey.ts";
import type { Identify } from "./asking.ts";
import type { TlsIdentity } from "./identity.ts";
import { listen, nodeOptions, type ListenerOptions } from "./listener.ts";

/** Who holds a key; undefined for a stranger. */
export type CallerOfKey = (key: Uint8Array) => Effect.Effect<Caller | undefined, Problem>;

/** The look-up of keys that are pinned: those of the peers' cards. */
export const pinnedCallers = (
  pinned: ReadonlyArray<{ readonly key: Uint8Array; readonly caller: Caller }>,
): CallerOfKey => {
  const byKey = new Map(pinned.map(({ key, caller }) => [hexOf(key), caller]));
  return (key) => Effect.succeed(byKey.get(hexOf(key)));
};

/** The first look-up that knows the key answers. */
export const firstCaller =
  (...lookUps: ReadonlyArray<CallerOfKey>): CallerOfKey =>
  (key) =>
    Effect.gen(function* () {
      for (const lookUp of lookUps) {
        const caller = yield* lookUp(key);
        if (caller !== undefined) return caller;
      }
      return undefined;
    });

export const identifyByKey =
  (callerOfKey: CallerOfKey): Identify =>
  (request) => {
    const key = provenKeyOf(request.socket);
    return key === undefined
      ? Effect.fail(problem("caller-unknown"))
      : Effect.map(callerOfKey(key), (caller): Caller => caller ?? { kind: "stranger", key });
  };

export const tlsListener = (
  options: Omit<ListenerOptions, "identify"> & {
    readonly identity: TlsIdentity;
    readonly callerOfKey: CallerOfKey;
  },
) =>
  listen(
    "https",
    () =>
      createServer({
        ...nodeOptions(options.limits),
        // Who opens a connection and says nothing, or too little, is not waited for.
        handshakeTimeout: options.limits.headersWithinMs,
        key: options.identity.privateKeyPem,
        cert: options.identity.certificatePem,
        minVersion: "TLSv1.3",
        requestCert: true,
        // Certificates are self-signed: who it is follows from the key that the handshake proved, above.
        rejectUnauthorized: false,
        // No resumption: every connection proves its key anew.
        secureOptions: constants.SSL_OP_NO_TICKET,
        ALPNProtocols: ["http/1.1"],
      }),
    { ...options, identify: identifyByKey(options.callerOfKey) },
  );
