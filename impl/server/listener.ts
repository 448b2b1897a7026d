// One listener of a party: Node's server with its limits, the routes of a contract, and a stop that loses nothing.
// publiclistener.ts and tlslistener.ts make theirs here. When its scope ends it takes nothing new, finishes what is
// under way within its bound, and only then are the services behind it closed. It knows no party.
import type * as Http from "node:http";
import * as NodeHttpServer from "@effect/platform-node/NodeHttpServer";
import { ByteSize, Duration, Effect, Layer, Schema, type Scope } from "effect";
import type { KnownCaller } from "../protocol/http/caller.ts";
import {
  HttpIncomingMessage,
  HttpMiddleware,
  HttpRouter,
  type HttpServerError,
} from "../protocol/http/effecthttp.ts";
import { makeAnswering } from "./answering.ts";
import { knownCallerLayer, type Identify } from "./asking.ts";
import { answerBrokenRequests } from "./brokenrequests.ts";
import type { ListenerLimits } from "./limits.ts";
import type { Address } from "./routes.ts";

/** Where a party listens. */
export interface Place {
  readonly host: string;
  /** 0 is any free one. */
  readonly port: number;
}

/** What a listener gives to its routes; everything else a party has provided before. */
export type GivenToRoutes =
  HttpRouter.HttpRouter | KnownCaller | Layer.Success<typeof NodeHttpServer.layerHttpServices>;

/** As `routesOf` makes them. */
export interface Routes {
  readonly addresses: ReadonlyArray<Address>;
  readonly layer: Layer.Layer<never, never, GivenToRoutes>;
}

export interface ListenerOptions {
  readonly place: Place;
  readonly routes: Routes;
  readonly identify: Identify;
  readonly limits: ListenerLimits;
}

export interface Listening {
  readonly url: string;
  readonly port: number;
  readonly underWay: () => number;
}

/** The place cannot be listened at: it is taken, or not this machine's. */
export class PlaceTaken extends Schema.TaggedError<PlaceTaken>()("PlaceTaken", {
  host: Schema.String,
  port: Schema.Int,
  detail: Schema.String,
}) {
  readonly code = "place-taken";
  readonly advice = "Stop what listens there, or choose another port.";

  override get message(): string {
    return `${this.host}:${String(this.port)} cannot be listened at (${this.detail}).`;
  }
}

/** What Node is told for every server. */
export const nodeOptions = (limits: ListenerLimits) => ({
  maxHeaderSize: limits.headersBytesMost,
  headersTimeout: limits.headersWithinMs,
  requestTimeout: limits.requestWithinMs,
  keepAliveTimeout: limits.keepAliveMs,
  connectionsCheckingInterval: Math.max(50, Math.min(1_000, Math.floor(limits.headersWithinMs / 4))),
});

const detailOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

export const listen = Effect.fnUntraced(function* (
  scheme: "http" | "https",
  makeServer: () => Http.Server,
  options: ListenerOptions,
): Effect.fn.Return<Listening, PlaceTaken, Scope.Scope> {
  const { place, limits, routes } = options;
  const server = yield* NodeHttpServer.make(
    () => {
      const made = makeServer();
      made.maxConnections = limits.connectionsMost;
      answerBrokenRequests(made);
      return made;
    },
    { host: place.host, port: place.port, gracefulShutdownTimeout: Duration.millis(limits.stopWithinMs) },
  ).pipe(
    Effect.mapError(
      ({ cause }: HttpServerError.ServeError) => new PlaceTaken({ ...place, detail: detailOf(cause) }),
    ),
  );
  const answering = makeAnswering(routes.addresses, limits);
  const routed = yield* HttpRouter.toHttpEffect(
    routes.layer.pipe(
      Layer.provide(knownCallerLayer(options.identify)),
      Layer.provide(NodeHttpServer.layerHttpServices),
    ),
  );
  yield* server.serve(answering.around(routed)).pipe(
    Effect.provideService(HttpMiddleware.TracerDisabledWhen, () => true),
    Effect.provideService(HttpIncomingMessage.MaxBodySize, ByteSize.bytes(limits.bodyBytesMost)),
  );
  yield* Effect.addFinalizer(() => Effect.sync(answering.stop));
  const { address } = server;
  const port = address._tag === "UnixPathAddress" ? place.port : address.port;
  return { url: `${scheme}://${place.host}:${String(port)}`, port, underWay: answering.underWay };
});
