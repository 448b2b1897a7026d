// The authority's real service behind its real listener for parties, on a clock that the test moves, and officers who reach it
// as they do from their own machines: mutual TLS with their own keys, and the cards in their folder.
// Custodian and issuers are those of country.ts. It knows no rule of the authority.
import { Context, Effect, Layer, type Scope } from "effect";
import { Authority, type AuthorityService } from "../../../impl/authority/authority.ts";
import { casesHandlers } from "../../../impl/authority/caseshandlers.ts";
import { officerClientOf } from "../../../impl/officer/client.ts";
import type { Office } from "../../../impl/officer/office.ts";
import { casesApi } from "../../../impl/protocol/http/authority.ts";
import { HttpApiClient } from "../../../impl/protocol/http/effecthttp.ts";
import type { Officer } from "../../../impl/protocol/officers.ts";
import { openPeer } from "../../../impl/protocol/remote/peerclient.ts";
import { officerOfKey } from "../../../impl/roster/officerkeys.ts";
import { tlsIdentityOf, type TlsIdentity } from "../../../impl/server/identity.ts";
import { defaultLimits } from "../../../impl/server/limits.ts";
import { routesOf } from "../../../impl/server/routes.ts";
import { tlsListener } from "../../../impl/server/tlslistener.ts";
import type { Country } from "../authority/country.ts";
import { officeLayer, type Office as AuthorityPlace } from "../authority/office.ts";
import { unchanging } from "../roster/unchanging.ts";
import { newIdentity } from "../server/listening.ts";

export interface ServedAuthority {
  readonly url: string;
  readonly identity: TlsIdentity;
  readonly country: Country;
}

/** What a server might do to the service behind it. */
export type Lying = (authority: AuthorityService) => AuthorityService;

/** Serves the authority of a place until the scope ends. */
export const serveAuthority = Effect.fnUntraced(function* (place: AuthorityPlace, lying: Lying) {
  const { country } = place;
  const services = yield* Layer.build(officeLayer(place));
  const authority = Context.get(services, Authority);
  const identity = yield* newIdentity("authority");
  const listener = yield* tlsListener({
    place: { host: "127.0.0.1", port: 0 },
    limits: defaultLimits,
    identity,
    callerOfKey: officerOfKey(unchanging(country.roster)),
    routes: routesOf(casesApi, Layer.provide(casesHandlers, Layer.succeed(Authority, lying(authority)))),
  });
  return { url: listener.url, identity, country } satisfies ServedAuthority;
});

/** An officer at their own machine. */
export const officeOf = (
  { url, identity, country }: ServedAuthority,
  officer: Officer,
): Effect.Effect<Office, never, Scope.Scope> =>
  Effect.gen(function* () {
    const own = yield* tlsIdentityOf(officer.signing, `officer-${String(officer.officer)}`);
    const peer = yield* openPeer({ name: "authority", url, pinnedKey: identity.publicKey, identity: own });
    const { cases } = yield* HttpApiClient.makeWith(casesApi, { httpClient: peer.client });
    return {
      officer,
      client: officerClientOf(officer),
      identity: own,
      cards: [],
      cases,
      ask: peer.ask,
      custodianKey: country.custodianKey,
      issuers: new Map(
        country.issuers.map(({ number, sealingKey, answerKey }) => [
          number,
          { sealing: sealingKey, answers: answerKey },
        ]),
      ),
    };
  });
