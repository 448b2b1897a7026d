// How one party asks another: an HTTP client over mutual TLS 1.3 that shows its own key and accepts one other alone.
// The remote ports beside this file make their typed clients over it, and officers' clients too. It sends no trace
// context, follows no redirection, and sends nothing before the other end has proved the pinned key.
import * as NodeHttpClient from "@effect/platform-node/NodeHttpClient";
import { Agent, buildConnector } from "@effect/platform-node/Undici";
import { Cause, Effect, Schema, type Scope, Tracer } from "effect";
import { hexOf, sameBytes } from "../fields.ts";
import { HttpClient, HttpClientError, HttpClientRequest } from "../http/effecthttp.ts";
import { Problem } from "../http/problem.ts";
import { provenKeyOf } from "../provenkey.ts";
import { PeerUnavailable } from "./peerunavailable.ts";

/** What a caller shows: a key and the certificate around it. */
export interface ClientIdentity {
  readonly privateKeyPem: string;
  readonly certificatePem: string;
}

export interface PeerOptions {
  /** The name on the peer's card, for failures. */
  readonly name: string;
  readonly url: string;
  /** The Ed25519 key that the other end must prove. */
  readonly pinnedKey: Uint8Array;
  readonly identity: ClientIdentity;
  readonly connectWithinMs?: number;
  /** How long a whole answer may take. */
  readonly answerWithinMs?: number;
  readonly connectionsMost?: number;
}

export interface Peer {
  readonly name: string;
  /** For `HttpApiClient.makeWith(api, { httpClient: peer.client })`. */
  readonly client: HttpClient.HttpClient;
  /** One call: the peer's own problems stay problems, everything else is PeerUnavailable. */
  readonly ask: <A>(
    call: Effect.Effect<A, Problem | HttpClientError.HttpClientError | Schema.SchemaError>,
  ) => Effect.Effect<A, Problem | PeerUnavailable>;
}

class WrongPeer extends Error {
  override readonly name = "WrongPeer";
}

/** Connects, and hands the connection over only when its other end proved the pinned key. */
const pinnedConnector = (options: PeerOptions): buildConnector.connector => {
  const connect = buildConnector({
    key: options.identity.privateKeyPem,
    cert: options.identity.certificatePem,
    minVersion: "TLSv1.3",
    // Certificates are self-signed; the key is what counts, and it is compared below.
    rejectUnauthorized: false,
    maxCachedSessions: 0,
    allowH2: false,
    timeout: options.connectWithinMs ?? 5_000,
  });
  return (target, callback) => {
    connect(target, (error, socket) => {
      if (error !== null) {
        callback(error, null);
        return;
      }
      const key = provenKeyOf(socket);
      if (key !== undefined && sameBytes(key, options.pinnedKey)) {
        callback(null, socket);
        return;
      }
      socket.destroy();
      callback(new WrongPeer(key === undefined ? "it showed no key" : `it showed ${hexOf(key)}`), null);
    });
  };
};

const decodeProblem = Schema.decodeUnknownEffect(Problem);

/** A client for one peer; its connections are closed with the scope. */
export const openPeer = Effect.fnUntraced(function* (
  options: PeerOptions,
): Effect.fn.Return<Peer, never, Scope.Scope> {
  const { name, url, answerWithinMs = 30_000 } = options;
  const dispatcher = yield* Effect.acquireRelease(
    Effect.sync(
      () =>
        new Agent({
          connect: pinnedConnector(options),
          connections: options.connectionsMost ?? 16,
          keepAliveTimeout: 30_000,
        }),
    ),
    (agent) => Effect.promise(() => agent.destroy()),
  );
  const client = yield* NodeHttpClient.makeUndici.pipe(
    Effect.provideService(NodeHttpClient.Dispatcher, dispatcher),
  );

  const unavailable = (reason: PeerUnavailable["reason"], detail: string) =>
    new PeerUnavailable({ peer: name, reason, detail });
  /** A status that the contract does not list may still carry a problem document. */
  const problemOrUnreadable = (error: HttpClientError.StatusCodeError) =>
    error.response.json.pipe(
      Effect.flatMap(decodeProblem),
      Effect.mapError(() => unavailable("unreadable", `status ${String(error.response.status)}`)),
      Effect.flatMap((stated) => Effect.fail(stated)),
    );
  const ofClient = ({ reason }: HttpClientError.HttpClientError) => {
    switch (reason._tag) {
      case "StatusCodeError":
        return problemOrUnreadable(reason);
      case "TransportError": {
        const { cause } = reason;
        const detail = cause instanceof Error ? cause.message : "the connection failed";
        return Effect.fail(unavailable(cause instanceof WrongPeer ? "imposter" : "unreachable", detail));
      }
      default:
        return Effect.fail(unavailable("unreadable", reason._tag));
    }
  };
  return {
    name,
    client: HttpClient.mapRequest(client, HttpClientRequest.prependUrl(url)),
    ask: (call) =>
      call.pipe(
        Effect.timeout(answerWithinMs),
        Effect.catch((error) => {
          if (error instanceof Problem) return Effect.fail(error);
          if (Cause.isTimeoutError(error)) {
            return Effect.fail(unavailable("slow", `nothing within ${String(answerWithinMs)} ms`));
          }
          if (error instanceof HttpClientError.HttpClientError) return ofClient(error);
          return Effect.fail(unavailable("unreadable", "an answer of another form"));
        }),
        Effect.provideService(HttpClient.TracerDisabledWhen, () => true),
        Effect.provideService(Tracer.DisablePropagation, true),
      ),
  };
});
