// The national office at work: it tells issuers and custodian the crisis level, and the board the figures of a day.
// It runs where the office's key is, asks each party over mutual TLS under that key, and keeps nothing afterwards.
// Every party is asked, whatever another one answered; what each said is told, and asking again is always safe.
import { Effect, type Scope } from "effect";
import type { Card } from "../protocol/card.ts";
import type { DailyFigures } from "../protocol/figures.ts";
import { publishingApi } from "../protocol/http/board.ts";
import { HttpApiClient } from "../protocol/http/effecthttp.ts";
import { levelsApi, type CrisisLevel } from "../protocol/http/levels.ts";
import { openPeer, type ClientIdentity } from "../protocol/remote/peerclient.ts";

/** What one party answered: nothing wrong, or a failure with its code and words. */
export interface Told {
  readonly party: string;
  readonly failure?: { readonly code: string; readonly message: string };
}

const answerWithinMs = 20_000;

const peerOf = (identity: ClientIdentity, card: Card, url: string) =>
  openPeer({ name: card.name, url, pinnedKey: card.tlsKey, identity, answerWithinMs });

/** Asks the holder of a card; a card without an address is told like a party that is away. */
const asked = (
  identity: ClientIdentity,
  card: Card,
  question: (
    peer: Effect.Success<ReturnType<typeof openPeer>>,
  ) => Effect.Effect<unknown, { readonly code: string; readonly message: string }>,
): Effect.Effect<Told, never, Scope.Scope> => {
  const { name, urls } = card;
  const url = urls.parties;
  if (url === undefined) {
    const failure = { code: "peer-unavailable", message: `The card of ${name} tells no URL for parties.` };
    return Effect.succeed({ party: name, failure });
  }
  return Effect.flatMap(peerOf(identity, card, url), question).pipe(
    Effect.match({
      onSuccess: (): Told => ({ party: name }),
      onFailure: ({ code, message }): Told => ({ party: name, failure: { code, message } }),
    }),
  );
};

/** Tells everyone who collects or issues the level. */
export const announceLevel = (
  identity: ClientIdentity,
  cards: ReadonlyArray<Card>,
  level: typeof CrisisLevel.Type,
): Effect.Effect<ReadonlyArray<Told>> =>
  Effect.scoped(
    Effect.forEach(
      cards.filter(({ kind }) => kind === "issuer" || kind === "custodian"),
      (card) =>
        asked(identity, card, (peer) =>
          Effect.flatMap(HttpApiClient.makeWith(levelsApi, { httpClient: peer.client }), ({ levels }) =>
            peer.ask(levels.announce({ payload: { level } })),
          ),
        ),
      { concurrency: "unbounded" },
    ),
  );

/** Publishes the figures of a day on the board. */
export const publishFigures = (
  identity: ClientIdentity,
  cards: ReadonlyArray<Card>,
  date: string,
  figures: typeof DailyFigures.Type,
): Effect.Effect<ReadonlyArray<Told>> =>
  Effect.scoped(
    Effect.forEach(
      cards.filter(({ kind }) => kind === "board"),
      (card) =>
        asked(identity, card, (peer) =>
          Effect.flatMap(
            HttpApiClient.makeWith(publishingApi, { httpClient: peer.client }),
            ({ publishing }) => peer.ask(publishing.publish({ params: { date }, payload: figures })),
          ),
        ),
      { concurrency: "unbounded" },
    ),
  );
