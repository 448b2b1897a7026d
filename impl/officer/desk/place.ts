// Under which name a desk is found: http://localhost at its own port, unless it was told another origin that leads to it.
// Browsers make keys for a name, so there is one name only. Requests for others are refused by impl/server/ownname.ts.
import { networkInterfaces } from "node:os";
import type { HttpServerRequest } from "../../protocol/http/effecthttp.ts";
import type { OwnName } from "../../server/ownname.ts";
import { nodeRequest } from "../../server/noderequest.ts";

export interface DeskPlace extends OwnName {
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
