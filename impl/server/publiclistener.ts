// The public listener of a party: plain HTTP, on this machine only unless told otherwise, or TLS with given files.
// It serves people, pages and monitors; nobody proves a key here, so a party that knows sessions or door keys
// hands in its own way to find out who asks. Calls between parties never come this way.
import { createServer } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { Effect } from "effect";
import type { Identify } from "./asking.ts";
import { listen, nodeOptions, type ListenerOptions } from "./listener.ts";

export interface Certificate {
  readonly certificatePem: string;
  readonly privateKeyPem: string;
}

/** At a public listener everybody is anyone. */
export const anyone: Identify = () => Effect.succeed({ kind: "anyone" });

export const publicListener = (options: ListenerOptions, certificate?: Certificate) =>
  certificate === undefined
    ? listen("http", () => createServer(nodeOptions(options.limits)), options)
    : listen(
        "https",
        () =>
          createTlsServer({
            ...nodeOptions(options.limits),
            // Who opens a connection and says nothing, or too little, is not waited for.
            handshakeTimeout: options.limits.headersWithinMs,
            minVersion: "TLSv1.2",
            cert: certificate.certificatePem,
            key: certificate.privateKeyPem,
          }),
        options,
      );
