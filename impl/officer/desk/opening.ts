// Opens an officer's desk: the officer's folder, the keys of browsers that may sign in, and a page with its answers on this machine alone.
// `entrylog officer desk` opens one for an officer; a demonstration opens one for each, and says so on every page of it.
// The officer's keys stay in this process: the page is shown texts and results, and gives back what a key of the browser proves.
import { Effect, Layer } from "effect";
import { openLoggedParties } from "../../log/audit/places.ts";
import { readingClient } from "../../log/audit/source.ts";
import { pageRoutes, withPages } from "../../page/serving.ts";
import { OpenApi } from "../../protocol/http/effecthttp.ts";
import { healthApi } from "../../protocol/http/health.ts";
import { deskApi } from "../../protocol/http/desk.ts";
import { alwaysReady, healthHandlers } from "../../server/health.ts";
import { defaultLimits } from "../../server/limits.ts";
import { ownNameOnly } from "../../server/ownname.ts";
import { publicListener } from "../../server/publiclistener.ts";
import { routesOf } from "../../server/routes.ts";
import { openOffice } from "../office.ts";
import { makeQuestions } from "./asked.ts";
import { openBrowserKeys } from "./browserkeys.ts";
import { caseHandlers } from "./casehandlers.ts";
import type { About, DeskParts } from "./deskparts.ts";
import { doorHandlers } from "./doorhandlers.ts";
import { makeFirstCode } from "./firstcode.ts";
import { deskPage } from "./page.ts";
import { originAt, ownAddresses, placeUnder } from "./place.ts";
import { makeSessions } from "./sessions.ts";

export interface DeskOptions {
  /** 0 is any free one. */
  readonly port: number;
  /** Where browsers find it, if not at http://localhost with its port: an origin with TLS in front of it. */
  readonly origin?: string | undefined;
  /** Lets one sign in without a key, and says on every page that this is a demonstration. */
  readonly demonstration?: boolean;
}

export interface OpenedDesk {
  readonly url: string;
  /** Lines for whoever starts it. */
  readonly says: readonly string[];
}

const api = healthApi.addHttpApi(deskApi).annotate(OpenApi.Title, "An officer's desk");

/** It is closed with the scope. */
export const openDesk = Effect.fnUntraced(function* (
  folder: string,
  { port, origin, demonstration = false }: DeskOptions,
) {
  const office = yield* openOffice(folder);
  const keys = yield* openBrowserKeys(folder);
  const parts: DeskParts = {
    office,
    demonstration,
    placeAt: placeUnder(origin),
    keys,
    firstCode: makeFirstCode(keys.all().length === 0),
    sessions: makeSessions(),
    questions: makeQuestions<About>((about) => ("session" in about ? about.session : undefined)),
    logged: yield* Effect.provide(openLoggedParties(office.cards), readingClient),
  };
  const page = yield* pageRoutes(deskPage);
  const routes = withPages(
    routesOf(api, Layer.mergeAll(healthHandlers(alwaysReady), doorHandlers(parts), caseHandlers(parts))),
    page,
    { addresses: [], layer: ownNameOnly(parts.placeAt) },
  );
  const listenAt = (host: string, at: number) =>
    publicListener({
      place: { host, port: at },
      limits: defaultLimits,
      routes,
      identify: parts.sessions.identify,
    });
  const [first, ...others] = ownAddresses();
  const listening = yield* listenAt(first, port);
  for (const host of others) yield* listenAt(host, listening.port);
  const code = parts.firstCode.shown();
  return {
    url: origin ?? originAt(listening.port),
    says: code === undefined ? [] : [`enrolment code ${code}`],
  } satisfies OpenedDesk;
});
