// A small server for the tests of impl/server: the board's contract over a memory, on both listeners, on free ports.
// It gives the keys of every kind of caller, so that a test may ask as any of them.
// It is no party: what a real one stores and refuses is tested beside that party.
import { Effect, Layer } from "effect";
import { drawSigningSeed, importSigningKey } from "../../../impl/protocol/ed25519.ts";
import type { Caller } from "../../../impl/protocol/http/caller.ts";
import { figuresApi, publishingApi } from "../../../impl/protocol/http/board.ts";
import { HttpApiBuilder } from "../../../impl/protocol/http/effecthttp.ts";
import { healthApi } from "../../../impl/protocol/http/health.ts";
import { openPeer, type PeerOptions } from "../../../impl/protocol/remote/peerclient.ts";
import { alwaysReady, healthHandlers, type Readiness } from "../../../impl/server/health.ts";
import { tlsIdentityOf, type TlsIdentity } from "../../../impl/server/identity.ts";
import { defaultLimits, type ListenerLimits } from "../../../impl/server/limits.ts";
import { anyone, publicListener } from "../../../impl/server/publiclistener.ts";
import { routesOf } from "../../../impl/server/routes.ts";
import { pinnedCallers, tlsListener } from "../../../impl/server/tlslistener.ts";

export const newIdentity = (name: string): Effect.Effect<TlsIdentity> => {
  const key = importSigningKey(drawSigningSeed());
  return key === undefined ? Effect.die("no key") : tlsIdentityOf(key, name);
};

export const publicApi = healthApi.addHttpApi(figuresApi).addHttpApi(publishingApi);
export const partiesApi = publishingApi;

export interface SmallServer {
  /** What the handlers do before they answer. */
  readonly before?: Effect.Effect<void>;
  readonly missing?: Readiness;
  readonly limits?: Partial<ListenerLimits>;
  /** Who everybody at the public listener is who puts something there. */
  readonly everybodyPuttingIs?: Caller;
  readonly callers?: ReadonlyArray<{ readonly key: Uint8Array; readonly caller: Caller }>;
}

const free = { host: "127.0.0.1", port: 0 };

/** What stands in `everybodyPuttingIs` for a caller who may publish. */
export const office: Caller = { kind: "office" };

export const openSmallServer = Effect.fnUntraced(function* (options: SmallServer = {}) {
  const published: Array<{ date: string; confirmed: number }> = [];
  const before = options.before ?? Effect.void;
  const { everybodyPuttingIs } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const day = { inTreatment: 0, released: 0, deceased: 0, tested: 0, publishedAtMs: 0 };
  const figures = HttpApiBuilder.group(figuresApi, "figures", (handlers) =>
    handlers.handle("list", () =>
      Effect.as(before, { figures: published.map((each) => ({ ...day, ...each })) }),
    ),
  );
  const publishing = HttpApiBuilder.group(publishingApi, "publishing", (handlers) =>
    handlers.handle("publish", ({ params, payload }) =>
      Effect.gen(function* () {
        yield* before;
        published.push({ date: params.date, confirmed: payload.confirmed });
        return { ...day, date: params.date, ...payload };
      }),
    ),
  );
  const identity = yield* newIdentity("board");
  const open = yield* publicListener({
    place: free,
    limits,
    identify: (request) =>
      everybodyPuttingIs !== undefined && request.method === "PUT"
        ? Effect.succeed(everybodyPuttingIs)
        : anyone(request),
    routes: routesOf(
      publicApi,
      Layer.mergeAll(healthHandlers(options.missing ?? alwaysReady), figures, publishing),
    ),
  });
  const closed = yield* tlsListener({
    place: free,
    limits,
    identity,
    callerOfKey: pinnedCallers(options.callers ?? []),
    routes: routesOf(partiesApi, publishing),
  });
  return { identity, published, public: open, parties: closed };
});

export const peerOf = (
  server: { readonly identity: TlsIdentity; readonly parties: { readonly url: string } },
  identity: TlsIdentity,
  options: Partial<PeerOptions> = {},
) =>
  openPeer({
    name: "board",
    url: server.parties.url,
    pinnedKey: server.identity.publicKey,
    identity,
    ...options,
  });
