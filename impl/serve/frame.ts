// What a party's main is given: its identity, the cards that are pinned, clients for them, its settings and its health.
// It is the same for every party, so that each main only says what its party is.
// It opens no connection itself: a client connects when it is first asked.
import { Effect, type FileSystem, Schema } from "effect";
import type { Card } from "../protocol/card.ts";
import { passVersions } from "../protocol/pass.ts";
import { openPeer } from "../protocol/remote/peerclient.ts";
import { healthHandlers } from "../server/health.ts";
import type { TlsIdentity } from "../server/identity.ts";
import type { PartyFrame } from "../server/party.ts";
import { Store, type StoreService } from "../store/store.ts";
import { ConfigInvalid, configMistakes } from "./configinvalid.ts";
import { configurationFile, type PartyConfiguration } from "./configuration.ts";
import { readRoster } from "./rosterfile.ts";
import { peersFolder } from "./cards.ts";

/** The store answers a question that touches no table. */
const storeMissing = (store: StoreService) =>
  store.values("SELECT 1").pipe(
    Effect.as<ReadonlyArray<string>>([]),
    Effect.catch(({ sentence }) => Effect.succeed([sentence])),
  );

const cardMissing = (what: string) =>
  new ConfigInvalid({ mistakes: [`${peersFolder}: Expected the card of the ${what}`] });

export const makeFrame = Effect.fnUntraced(function* (
  folder: string,
  configuration: PartyConfiguration,
  identity: TlsIdentity,
  cards: ReadonlyArray<Card>,
): Effect.fn.Return<PartyFrame, never, Store | FileSystem.FileSystem> {
  const store = yield* Store;
  const files = yield* Effect.context<FileSystem.FileSystem>();
  const cardsOf: PartyFrame["cardsOf"] = (kind) => cards.filter((card) => card.kind === kind);
  return {
    name: configuration.name,
    number: configuration.number,
    folder,
    version: passVersions.deployed,
    identity,
    cards,
    cardsOf,
    card: (kind) => {
      const [card, second] = cardsOf(kind);
      if (card === undefined) return Effect.fail(cardMissing(kind));
      return second === undefined
        ? Effect.succeed(card)
        : Effect.fail(new ConfigInvalid({ mistakes: [`${peersFolder}: Expected one card of the ${kind}`] }));
    },
    peer: (card, options = {}) =>
      card.urls.parties === undefined
        ? Effect.fail(
            new ConfigInvalid({ mistakes: [`${peersFolder}/${card.name}.json: urls.parties: Missing key`] }),
          )
        : openPeer({
            name: card.name,
            url: card.urls.parties,
            pinnedKey: card.tlsKey,
            identity,
            ...options,
          }),
    settings: (schema) =>
      Effect.mapError(
        Schema.decodeUnknownEffect(schema, { errors: "all", onExcessProperty: "error" })(
          configuration.settings,
        ),
        (error) => configMistakes(configurationFile, error, ["settings"]),
      ),
    roster: Effect.provide(readRoster(folder), files),
    health: (missing) =>
      healthHandlers(
        missing === undefined
          ? storeMissing(store)
          : Effect.map(Effect.all([storeMissing(store), missing]), (sentences) => sentences.flat()),
      ),
  };
});
