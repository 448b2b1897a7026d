// The venue as a process: its door's own listener with the page of the people there, and a client of the custodian under the device's key.
// `entrylog serve venue` loads this file and nothing of another party. It delivers by itself what waits, and keeps nothing else.
// The key of its connections is the device's key, so that the custodian knows the device by what it registered.
import { Context, Effect, Layer, Schedule, Schema } from "effect";
import { pageRoutes, withPages } from "../page/serving.ts";
import { CustodianPort } from "../protocol/contracts.ts";
import { OpenApi } from "../protocol/http/effecthttp.ts";
import { healthApi } from "../protocol/http/health.ts";
import { doorApi } from "../protocol/http/venuedoor.ts";
import { remoteCustodian } from "../protocol/remote/custodian.ts";
import type { PartyMain } from "../server/party.ts";
import { routesOf } from "../server/routes.ts";
import { Vault } from "../store/vault.ts";
import { openDevice } from "./device.ts";
import { doorHandlers } from "./doorhandlers.ts";
import { identifyByDoorKey, openDoorKey } from "./doorkey.ts";
import { doorPage } from "./page.ts";
import { Venue, venueLayer } from "./venue.ts";

const Settings = Schema.Struct({
  /** Whether this door takes passes that are bound to none of its challenges. */
  challenge: Schema.Literals(["offered", "required"]).pipe(
    Schema.withDecodingDefaultKey(Effect.succeed("offered" as const)),
  ),
});

const api = healthApi.addHttpApi(doorApi).annotate(OpenApi.Title, "Venue, at its door");
/** A door waits this long for the custodian, and no longer. */
const answerWithinMs = 10_000;
const deliveredEveryMs = 5_000;

export const main: PartyMain = {
  pages: [doorPage.folder],
  tlsKey: Effect.flatMap(Vault, openDevice),
  cardKeys: () => Effect.succeed({}),
  open: Effect.fnUntraced(function* (frame) {
    const settings = yield* frame.settings(Settings);
    const doorKey = yield* openDoorKey(frame.folder);
    const peer = yield* frame.peer(yield* frame.card("custodian"), { answerWithinMs });
    const custodian = Layer.succeed(CustodianPort, yield* remoteCustodian(peer));
    const built = yield* Layer.build(venueLayer(frame.version, settings).pipe(Layer.provide(custodian)));
    const venue = Context.get(built, Venue);
    yield* venue.deliver.pipe(
      Effect.catch(({ message }) => Effect.logError(`What waits could not be read or erased: ${message}`)),
      Effect.repeat(Schedule.spaced(deliveredEveryMs)),
      Effect.forkScoped,
    );
    return {
      publicRoutes: withPages(
        routesOf(
          api,
          Layer.mergeAll(frame.health(), Layer.provide(doorHandlers, Layer.succeed(Venue, venue))),
        ),
        yield* pageRoutes(doorPage),
      ),
      identify: identifyByDoorKey(doorKey),
      says: [`door key ${doorKey}`],
    };
  }),
};
