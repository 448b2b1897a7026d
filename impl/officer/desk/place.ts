// Under which name a desk is found: http://localhost at its own port, unless it was told another origin that leads to it.
// Browsers make keys for a name, so there is one name only; a request for any other is refused, because a foreign page could
// lead a name of its own to this machine. So is a request that a page of another origin makes.
import { networkInterfaces } from "node:os";
import { Effect } from "effect";
import { HttpRouter, HttpServerRequest } from "../../protocol/http/effecthttp.ts";
import { problem, problemResponse } from "../../protocol/http/problem.ts";
import { nodeRequest } from "../../server/noderequest.ts";

export interface DeskPlace {
  /** As browsers write it: `http://localhost:4410`. */
  readonly origin: string;
  readonly host: string;
  /** The name that keys are made for. */
  readonly rpId: string;
}

const placeOf = (url: URL): DeskPlace => ({ origin: url.origin, host: url.host, rpId: url.hostname });

/**
 * The addresses that browsers may mean by `localhost`. A desk holds every one: another user of this machine who held one of them
 * would be taken for the desk.
 */
export const ownAddresses = (): readonly [string, ...string[]] => {
  const known = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return ["127.0.0.1", ...(known.some(({ address }) => address === "::1") ? ["::1"] : [])];
};

/** The origin of a desk that listens at a port of this machine. */
export const originAt = (port: number): string => `http://localhost:${String(port)}`;

/** Whether browsers make keys for it: a name with TLS, and nothing behind it. */
export const isOrigin = (text: string): boolean =>
  URL.canParse(text) && text.startsWith("https://") && new URL(text).origin === text;

/** The place of the desk that got a request. */
export type PlaceOf = (request: HttpServerRequest.HttpServerRequest) => DeskPlace;

export const placeUnder =
  (origin: string | undefined): PlaceOf =>
  (request) =>
    placeOf(new URL(origin ?? originAt(nodeRequest(request).socket.localPort ?? 0)));

const refused = {
  host: problemResponse(problem("host-unknown")),
  origin: problemResponse(problem("caller-not-allowed")),
};

/** Stands before every route, files of the page included. */
export const ownNameOnly = (placeAt: PlaceOf) =>
  HttpRouter.middleware(
    (handled) =>
      Effect.flatMap(HttpServerRequest.HttpServerRequest, (request) => {
        const { host, origin } = placeAt(request);
        if (request.headers["host"] !== host) return Effect.succeed(refused.host);
        const from = request.headers["origin"];
        return from === undefined || from === origin ? handled : Effect.succeed(refused.origin);
      }),
    { global: true },
  );
