// The custodian at its two listeners, for tests: the real service over a real file, on free ports of this machine, with the keys of
// an issuer, the office and the authority at hand. Devices and strangers bring their own. It knows no rule of the custodian.
import { Context, Effect, Layer } from "effect";
import { Custodian, type CustodianService } from "../../../impl/custodian/custodian.ts";
import { callerOfDevice, custodianHandlers } from "../../../impl/custodian/partieshandlers.ts";
import { countsHandlers } from "../../../impl/custodian/publichandlers.ts";
import { PolicyInForce } from "../../../impl/lifecycle/desk.ts";
import type { SigningKey } from "../../../impl/protocol/ed25519.ts";
import { countsApi, custodianApi } from "../../../impl/protocol/http/custodian.ts";
import { remoteCustodian } from "../../../impl/protocol/remote/custodian.ts";
import { openPeer } from "../../../impl/protocol/remote/peerclient.ts";
import { tlsIdentityOf } from "../../../impl/server/identity.ts";
import { defaultLimits } from "../../../impl/server/limits.ts";
import { anyone, publicListener } from "../../../impl/server/publiclistener.ts";
import { routesOf } from "../../../impl/server/routes.ts";
import { firstCaller, pinnedCallers, tlsListener } from "../../../impl/server/tlslistener.ts";
import { newKey } from "./issuer.ts";
import { placeLayer, type Place } from "./rooms.ts";

const free = { host: "127.0.0.1", port: 0 };

export const partyKeys = {
  "issuer 1": newKey(),
  "issuer 2": newKey(),
  office: newKey(),
  authority: newKey(),
};

export const openCustodianServer = Effect.fnUntraced(function* (
  place: Place,
  change: (custodian: CustodianService) => CustodianService = (same) => same,
) {
  const built = yield* Layer.build(placeLayer(place));
  const custodian = change(Context.get(built, Custodian));
  const given = Layer.mergeAll(
    Layer.succeed(Custodian, custodian),
    Layer.succeed(PolicyInForce, place.policy),
  );
  const identity = yield* tlsIdentityOf(newKey(), "custodian");
  const parties = yield* tlsListener({
    place: free,
    limits: defaultLimits,
    identity,
    routes: routesOf(custodianApi, Layer.provide(custodianHandlers, given)),
    callerOfKey: firstCaller(
      pinnedCallers([
        { key: partyKeys["issuer 1"].publicKey, caller: { kind: "issuer", number: 1 } },
        { key: partyKeys["issuer 2"].publicKey, caller: { kind: "issuer", number: 2 } },
        { key: partyKeys.office.publicKey, caller: { kind: "office" } },
        { key: partyKeys.authority.publicKey, caller: { kind: "authority" } },
      ]),
      callerOfDevice(custodian),
    ),
  });
  const open = yield* publicListener({
    place: free,
    limits: defaultLimits,
    identify: anyone,
    routes: routesOf(countsApi, Layer.provide(countsHandlers, given)),
  });
  /** The custodian as the holder of a key reaches it. */
  const peerOf = Effect.fnUntraced(function* (key: SigningKey) {
    return yield* openPeer({
      name: "custodian",
      url: parties.url,
      pinnedKey: identity.publicKey,
      identity: yield* tlsIdentityOf(key, "somebody"),
    });
  });
  const portOf = (key: SigningKey) => Effect.flatMap(peerOf(key), remoteCustodian);
  return { custodian, parties, public: open, identity, peerOf, portOf };
});

export type CustodianServer = Effect.Success<ReturnType<typeof openCustodianServer>>;
