/**
 * The issuer as a process: people at its public listener, other parties at the other, its log, and a client of the custodian.
 * `entrylog serve issuer` loads this file and nothing of another party. It sweeps by itself, and opens while the others are still away.
 * No request that it takes or sends carries a place.
 */
import * as NodeFileSystem from "@effect/platform-node/NodeFileSystem";
import { Context, Effect, Layer } from "effect";
import { policyNumbers } from "../generated/policy.ts";
import { PolicyInForce } from "../lifecycle/desk.ts";
import { logHandlers, witnessedHandlers } from "../log/loghandlers.ts";
import { openLogKeys, pinnedWitnessKey } from "../log/logkeys.ts";
import { logCardKeys, openPartyLog } from "../log/partylog.ts";
import { pinnedLogOf } from "../log/pinning.ts";
import { TransparencyLog } from "../log/transparencylog.ts";
import { witnessHandlers } from "../log/witnesshandlers.ts";
import { pageRoutes, withPages } from "../page/serving.ts";
import type { Card } from "../protocol/card.ts";
import { CustodianPort } from "../protocol/contracts.ts";
import { importVerifyingKey } from "../protocol/ed25519.ts";
import { statusBoardApi } from "../protocol/http/board.ts";
import { OpenApi } from "../protocol/http/effecthttp.ts";
import { healthApi } from "../protocol/http/health.ts";
import { joinsApi } from "../protocol/http/issuerparties.ts";
import { peopleApi } from "../protocol/http/issuerpeople.ts";
import { levelsApi } from "../protocol/http/levels.ts";
import { logApi } from "../protocol/http/log.ts";
import { rostersApi } from "../protocol/http/rosters.ts";
import { witnessApi } from "../protocol/http/witness.ts";
import { randomBytes } from "../protocol/randomness.ts";
import { remoteBoard } from "../protocol/remote/board.ts";
import { remoteCustodian } from "../protocol/remote/custodian.ts";
import { startOfSeoulDayMs } from "../protocol/seoulday.ts";
import { RosterKept, rostersHandlers } from "../roster/handlers.ts";
import { officerOfKey } from "../roster/officerkeys.ts";
import { openServedRoster } from "../roster/openingroster.ts";
import type { PartyFrame, PartyMain, StartFailure } from "../server/party.ts";
import { routesOf } from "../server/routes.ts";
import { aliasBookLayer } from "../store/aliasbook.ts";
import { unlessOtherLaw } from "../store/erasingonly.ts";
import { Vault } from "../store/vault.ts";
import { boardShownHandlers, BoardShown, keepBoard, noBoard } from "./boardshown.ts";
import { IssuerConfiguration } from "./configuration.ts";
import { Issuer, issuerLayer, issuerSweeper } from "./issuer.ts";
import { joinsHandlers } from "./joinshandlers.ts";
import { makeIssuerKeys } from "./keys.ts";
import { levelsHandlers } from "./levelshandlers.ts";
import { issuerPage, issuerPageFolder } from "./page.ts";
import { identifyPerson, noticesHandlers, peopleHandlers, sessionsHandlers } from "./peoplehandlers.ts";
import { gatewayOf, IssuerSettings } from "./settings.ts";
import { SmsGateway } from "./smsgateway.ts";

const publicApi = healthApi
  .addHttpApi(peopleApi)
  .addHttpApi(statusBoardApi)
  .addHttpApi(logApi)
  .annotate(OpenApi.Title, "Issuer, for people");
const partiesApi = joinsApi
  .addHttpApi(levelsApi)
  .addHttpApi(rostersApi)
  .addHttpApi(witnessApi)
  .annotate(OpenApi.Title, "Issuer, for other parties");

/** A pass waits for its epoch's deposit, and no longer than this. */
const answerWithinMs = 5_000;

const keyMissing = (card: Card, key: string): StartFailure => ({
  code: "config-invalid",
  message: `peers/${card.name}.json: keys.${key}: Missing or no public key`,
});

/** Whose releases are answered, and the log in which they must stand; this issuer is one of its witnesses. */
const custodianOf = Effect.fnUntraced(function* (frame: PartyFrame, card: Card) {
  const key = card.keys["releases"];
  const custodianKey = key === undefined ? undefined : importVerifyingKey(key);
  if (custodianKey === undefined) return yield* Effect.fail(keyMissing(card, "releases"));
  const pinned = pinnedLogOf(card, frame.cards);
  if (pinned === undefined) return yield* Effect.fail(keyMissing(card, "log"));
  const own = pinnedWitnessKey(yield* openLogKeys(yield* Vault, frame.name));
  return { custodianKey, custodianLog: { ...pinned, witnesses: [...pinned.witnesses, own] } };
});

const openIssuer = Effect.fnUntraced(function* (frame: PartyFrame, log: TransparencyLog["Service"]) {
  const policy = policyNumbers(yield* PolicyInForce);
  const settings = yield* frame.settings(IssuerSettings);
  const gateway = yield* Effect.provide(gatewayOf(settings, frame.folder, policy), NodeFileSystem.layer);
  const own = Layer.succeed(TransparencyLog, log);
  const roster = yield* Effect.provide(openServedRoster(frame), own);
  const custodian = yield* frame.card("custodian");
  const port = yield* remoteCustodian(yield* frame.peer(custodian, { answerWithinMs }));
  const configuration = Layer.succeed(IssuerConfiguration, {
    issuer: frame.number,
    version: frame.version,
    roster,
    ...(yield* custodianOf(frame, custodian)),
    children: settings.children,
    ...(settings.controller === undefined ? {} : { controller: settings.controller }),
  });
  const aliases = aliasBookLayer({
    folder: `${frame.folder}/aliases`,
    randomBytes,
    endOfDayMs: (day) => startOfSeoulDayMs(day) + policy.retention,
  });
  const built = yield* Layer.build(
    issuerLayer().pipe(
      Layer.provide([
        configuration,
        aliases,
        own,
        Layer.succeed(CustodianPort, port),
        Layer.succeed(SmsGateway, gateway),
      ]),
    ),
  );
  const issuer = Context.get(built, Issuer);
  // Consents to another notice than this program's are outdated from here on.
  yield* unlessOtherLaw(issuer.publishNotice(policy.noticeVersion));
  const layer = Layer.succeed(Issuer, issuer);
  yield* Effect.provide(issuerSweeper, layer);
  return { issuer, roster, layer: Layer.merge(layer, configuration) };
});

/** The board's card is the one that an issuer does without. */
const boardOf = Effect.fnUntraced(function* (frame: PartyFrame) {
  const [card] = frame.cardsOf("board");
  if (card === undefined) return noBoard;
  return yield* keepBoard(yield* remoteBoard(yield* frame.peer(card, { answerWithinMs })));
});

export const main: PartyMain = {
  pages: [issuerPageFolder],
  cardKeys: ({ name }) =>
    Effect.gen(function* () {
      const policy = policyNumbers(yield* PolicyInForce);
      const { deposits, sealing } = yield* makeIssuerKeys(yield* Vault, policy);
      return { deposits: deposits.publicKey, sealing: sealing.publicKey, ...(yield* logCardKeys(name)) };
    }),
  open: Effect.fnUntraced(function* (frame) {
    const logs = yield* openPartyLog(frame);
    const { issuer, roster, layer } = yield* openIssuer(frame, logs.log);
    const board = yield* boardOf(frame);
    return {
      publicRoutes: withPages(
        routesOf(
          publicApi,
          Layer.mergeAll(
            frame.health(),
            Layer.provide(Layer.mergeAll(sessionsHandlers, noticesHandlers, peopleHandlers), layer),
            Layer.provide(boardShownHandlers, Layer.succeed(BoardShown, board)),
            Layer.provide(Layer.merge(logHandlers, witnessedHandlers), logs.layer),
          ),
        ),
        yield* pageRoutes(issuerPage(board)),
      ),
      identify: identifyPerson(issuer.people),
      partiesRoutes: routesOf(
        partiesApi,
        Layer.mergeAll(
          Layer.provide(Layer.merge(joinsHandlers, levelsHandlers), layer),
          Layer.provide(rostersHandlers, Layer.succeed(RosterKept, roster)),
          Layer.provide(witnessHandlers, logs.layer),
        ),
      ),
      callerOfKey: officerOfKey(roster),
    };
  }),
};
