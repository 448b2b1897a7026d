// The custodian as a process: its services over its own rooms, its log with the others as witnesses, and its two listeners.
// `entrylog serve custodian` loads this file and nothing of another party. It sweeps by itself and needs no other party to run.
// What it believes of the others stands on the cards and in the roster that an administrator put into its folder.
import { Context, Effect, Layer } from "effect";
import { PolicyInForce } from "../lifecycle/desk.ts";
import { logHandlers, witnessedHandlers } from "../log/loghandlers.ts";
import { openLogKeys, pinnedWitnessKey } from "../log/logkeys.ts";
import { logCardKeys, openPartyLog } from "../log/partylog.ts";
import { pinnedLogOf } from "../log/pinning.ts";
import { witnessHandlers } from "../log/witnesshandlers.ts";
import type { Card } from "../protocol/card.ts";
import { countsApi, custodianApi } from "../protocol/http/custodian.ts";
import { OpenApi } from "../protocol/http/effecthttp.ts";
import { healthApi } from "../protocol/http/health.ts";
import { logApi } from "../protocol/http/log.ts";
import { rostersApi } from "../protocol/http/rosters.ts";
import { witnessApi } from "../protocol/http/witness.ts";
import { RosterKept, rostersHandlers } from "../roster/handlers.ts";
import { officerOfKey } from "../roster/officerkeys.ts";
import { openServedRoster } from "../roster/openingroster.ts";
import type { PartyFrame, PartyMain, StartFailure } from "../server/party.ts";
import { routesOf } from "../server/routes.ts";
import { firstCaller } from "../server/tlslistener.ts";
import { Vault } from "../store/vault.ts";
import { custodianSigningKey } from "./configuration.ts";
import { Custodian, custodianLayer } from "./custodian.ts";
import { callerOfDevice, custodianHandlers } from "./partieshandlers.ts";
import { countsHandlers } from "./publichandlers.ts";
import { custodianSweeperLayer } from "./sweeper.ts";

const publicApi = healthApi
  .addHttpApi(countsApi)
  .addHttpApi(logApi)
  .annotate(OpenApi.Title, "Custodian, for everybody");
const partiesApi = custodianApi
  .addHttpApi(rostersApi)
  .addHttpApi(witnessApi)
  .annotate(OpenApi.Title, "Custodian, for parties");

type Others = NonNullable<PartyFrame["others"]>;

const keyMissing = (card: Card, key: string): StartFailure => ({
  code: "config-invalid",
  message: `peers/${card.name}.json: keys.${key}: Missing or no public key`,
});

const keyOf = (card: Card, name: string): Effect.Effect<Uint8Array, StartFailure> => {
  const key = card.keys[name];
  return key === undefined ? Effect.fail(keyMissing(card, name)) : Effect.succeed(key);
};

/** The authority's log with everybody who may cosign it, this custodian among them. */
const authorityLogOf = Effect.fnUntraced(function* (frame: PartyFrame) {
  const card = yield* frame.card("authority");
  const pinned = pinnedLogOf(card, frame.cards);
  if (pinned === undefined) return yield* Effect.fail(keyMissing(card, "log"));
  const own = pinnedWitnessKey(yield* openLogKeys(yield* Vault, frame.name));
  return { ...pinned, witnesses: [...pinned.witnesses, own] };
});

/** The custodian as one of several processes; what that needs is loaded only then. */
const among = Effect.fnUntraced(function* (others: Others, custodian: Custodian["Service"]) {
  const { openShards } = yield* Effect.promise(() => import("./shards.ts"));
  const recordOne = yield* Effect.provideContext(openShards(custodian), yield* Layer.build(others));
  return { ...custodian, recordOne };
});

export const main: PartyMain = {
  cardKeys: ({ name }) =>
    Effect.gen(function* () {
      const { publicKey } = yield* custodianSigningKey;
      return { releases: publicKey, ...(yield* logCardKeys(name)) };
    }),
  open: Effect.fnUntraced(function* (frame) {
    const logs = yield* openPartyLog(frame);
    const issuers = yield* Effect.forEach(frame.cardsOf("issuer"), (card) =>
      Effect.map(keyOf(card, "deposits"), (depositKey) => ({ issuer: card.number, depositKey })),
    );
    const roster = yield* Effect.provide(openServedRoster(frame), logs.layer);
    const configuration = {
      issuers,
      roster,
      authorityLog: yield* authorityLogOf(frame),
      version: frame.version,
      signingKey: yield* custodianSigningKey,
    };
    const built = yield* Layer.build(
      custodianSweeperLayer.pipe(
        Layer.provideMerge(custodianLayer(configuration)),
        Layer.provide(logs.layer),
      ),
    );
    const alone = Context.get(built, Custodian);
    const custodian = frame.others === undefined ? alone : yield* among(frame.others, alone);
    const given = Layer.merge(
      Layer.succeed(Custodian, custodian),
      Layer.succeed(PolicyInForce, yield* PolicyInForce),
    );
    return {
      publicRoutes: routesOf(
        publicApi,
        Layer.mergeAll(
          frame.health(),
          Layer.provide(countsHandlers, given),
          Layer.provide(Layer.merge(logHandlers, witnessedHandlers), logs.layer),
        ),
      ),
      partiesRoutes: routesOf(
        partiesApi,
        Layer.mergeAll(
          Layer.provide(custodianHandlers, given),
          Layer.provide(rostersHandlers, Layer.succeed(RosterKept, roster)),
          Layer.provide(witnessHandlers, logs.layer),
        ),
      ),
      callerOfKey: firstCaller(officerOfKey(roster), callerOfDevice(custodian)),
    };
  }),
};
