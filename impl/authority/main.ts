// The authority as a process: officers on its parties' listener, its yearly counts and its log for everybody, and a client of
// the custodian and of every issuer. `entrylog serve authority` loads this file and nothing of another party.
// Officers' keys are never here; who is an officer, the roster says that the keeper signed.
import { Context, Effect, Layer } from "effect";
import { logHandlers, witnessedHandlers } from "../log/loghandlers.ts";
import { logCardKeys, openPartyLog } from "../log/partylog.ts";
import { TransparencyLog } from "../log/transparencylog.ts";
import { witnessHandlers } from "../log/witnesshandlers.ts";
import { pageRoutes, withPages } from "../page/serving.ts";
import type { Card } from "../protocol/card.ts";
import { CustodianPort } from "../protocol/contracts.ts";
import { casesApi, statisticsApi } from "../protocol/http/authority.ts";
import { OpenApi } from "../protocol/http/effecthttp.ts";
import { healthApi } from "../protocol/http/health.ts";
import { logApi } from "../protocol/http/log.ts";
import { rostersApi } from "../protocol/http/rosters.ts";
import { witnessApi } from "../protocol/http/witness.ts";
import { remoteCustodian } from "../protocol/remote/custodian.ts";
import { remoteIssuer } from "../protocol/remote/issuer.ts";
import { RosterKept, rostersHandlers } from "../roster/handlers.ts";
import { officerOfKey } from "../roster/officerkeys.ts";
import { openServedRoster } from "../roster/openingroster.ts";
import type { PartyFrame, PartyMain, StartFailure } from "../server/party.ts";
import { routesOf } from "../server/routes.ts";
import { Authority } from "./authority.ts";
import { authorityLayer } from "./authoritylayer.ts";
import { casesHandlers } from "./caseshandlers.ts";
import { authorityPage, authorityPageFolder } from "./page.ts";
import { reportHandlers, statisticsHandlers } from "./statisticshandlers.ts";
import { authoritySweeper } from "./sweeper.ts";

const publicApi = healthApi
  .addHttpApi(logApi)
  .addHttpApi(statisticsApi)
  .annotate(OpenApi.Title, "Authority, for everybody");
const partiesApi = casesApi
  .addHttpApi(rostersApi)
  .addHttpApi(witnessApi)
  .annotate(OpenApi.Title, "Authority, for officers and other parties");

/** A whole case's records are verified before the custodian answers, and opened before an issuer does. */
const answerWithinMs = 60_000;

/** A key that a card must carry. */
const keyOn = (card: Card, name: string): Effect.Effect<Uint8Array, StartFailure> => {
  const key = card.keys[name];
  return key === undefined
    ? Effect.fail({ code: "card-incomplete", message: `The card ${card.name} carries no key ${name}.` })
    : Effect.succeed(key);
};

const issuersOf = (frame: PartyFrame) =>
  Effect.forEach(frame.cardsOf("issuer"), (card) =>
    Effect.gen(function* () {
      const peer = yield* frame.peer(card, { answerWithinMs });
      const keys = { sealing: yield* keyOn(card, "sealing"), answers: yield* keyOn(card, "deposits") };
      return [card.number, yield* remoteIssuer(peer, keys)] as const;
    }),
  );

export const main: PartyMain = {
  pages: [authorityPageFolder],
  cardKeys: ({ name }) => logCardKeys(name),
  open: Effect.fnUntraced(function* (frame) {
    const { log, layer: logs } = yield* openPartyLog(frame);
    const own = Layer.succeed(TransparencyLog, log);
    const roster = yield* Effect.provide(openServedRoster(frame), own);
    const custodian = yield* frame.card("custodian");
    const port = yield* remoteCustodian(yield* frame.peer(custodian, { answerWithinMs }));
    const layer = authorityLayer({
      roster,
      custodianKey: yield* keyOn(custodian, "releases"),
      issuers: new Map(yield* issuersOf(frame)),
    }).pipe(Layer.provide([Layer.succeed(CustodianPort, port), own]));
    const authority = Layer.succeed(Authority, Context.get(yield* Layer.build(layer), Authority));
    yield* Layer.build(Layer.provide(authoritySweeper, authority));
    const page = yield* pageRoutes(yield* Effect.provide(authorityPage, Layer.merge(authority, own)));
    return {
      publicRoutes: withPages(
        routesOf(
          publicApi,
          Layer.mergeAll(
            frame.health(),
            logHandlers,
            witnessedHandlers,
            statisticsHandlers,
            reportHandlers,
          ).pipe(Layer.provide([logs, authority])),
        ),
        page,
      ),
      partiesRoutes: routesOf(
        partiesApi,
        Layer.mergeAll(casesHandlers, rostersHandlers, witnessHandlers).pipe(
          Layer.provide([logs, authority, Layer.succeed(RosterKept, roster)]),
        ),
      ),
      callerOfKey: officerOfKey(roster),
    };
  }),
};
