// Opens one party in its folder: rooms, identity, pinned cards, its main, and its two listeners, in that order.
// Closing goes the other way round: nothing new is taken, what is under way is finished, and the store closes last.
// It answers where the party listens; who prints that, and for how long it runs, is not its business.
import { Effect, Layer } from "effect";
import { presets, type Policy } from "../../models/policy.ts";
import { PolicyInForce } from "../lifecycle/desk.ts";
import { callerOfCard, type Card } from "../protocol/card.ts";
import { derivedKey } from "../protocol/derivedkey.ts";
import type { SigningKey } from "../protocol/ed25519.ts";
import { tlsIdentityOf, tlsKey } from "../server/identity.ts";
import { anyone, publicListener } from "../server/publiclistener.ts";
import { firstCaller, pinnedCallers, tlsListener } from "../server/tlslistener.ts";
import { readOwnCard, readPeers, writeOwnCard } from "./cards.ts";
import { certificateIn } from "./certificate.ts";
import { ConfigInvalid } from "./configinvalid.ts";
import { checkConfiguration, configurationFile, fileJson, type ServedParty } from "./configuration.ts";
import { environmentOverlay } from "./environment.ts";
import { makeFrame } from "./frame.ts";
import { mainOf } from "./mains.ts";
import { roomsIn } from "./rooms.ts";
import type { Others } from "./several.ts";

/** The checked configuration of a folder, with the environment laid over it. */
export const readConfiguration = Effect.fnUntraced(function* (folder: string, party: ServedParty) {
  const overlay = yield* environmentOverlay;
  const configuration = yield* checkConfiguration(yield* fileJson(folder, configurationFile), overlay);
  if (configuration.party === party) return configuration;
  return yield* new ConfigInvalid({
    mistakes: [`${configurationFile}: party: Expected ${party}, because that is what is to be served`],
  });
});

/** Who is known by card. Officers are known by the roster in force and devices by their registration, never by a card. */
const callersOf = (cards: ReadonlyArray<Card>) =>
  cards.flatMap((card) => {
    const caller = callerOfCard(card);
    return caller === undefined ? [] : [{ key: card.tlsKey, caller }];
  });

export interface Opened {
  readonly name: string;
  readonly urls: { readonly public: string; readonly parties?: string };
  readonly says: ReadonlyArray<string>;
}

/** What every process of the party can make from the key that all of them connect with, and nobody else can. */
const secretOf = ({ privateKey }: SigningKey): Uint8Array =>
  derivedKey(privateKey.export({ format: "der", type: "pkcs8" }), "entrylog 1 processes of one party\0");

export interface Opening {
  /** The configured preset's, but for whoever tries another. */
  readonly law?: Policy | undefined;
  /** The other processes that serve this party in this folder; each opens it so. */
  readonly others?: Others | undefined;
}

/** Opens the party; everything is closed with the scope. */
export const openParty = Effect.fnUntraced(function* (
  folder: string,
  party: ServedParty,
  { law, others }: Opening = {},
) {
  const isShared = others !== undefined;
  const configuration = yield* readConfiguration(folder, party);
  const certificate = yield* certificateIn(folder, configuration.public);
  const cards = yield* readPeers(folder);
  const main = yield* mainOf(party);
  const rooms = yield* Layer.build(roomsIn(folder, configuration, isShared));
  return yield* Effect.gen(function* () {
    const key = yield* main.tlsKey ?? tlsKey;
    const identity = yield* tlsIdentityOf(key, configuration.name);
    const frame = yield* makeFrame(folder, configuration, identity, cards);
    const opened = yield* main.open(
      others === undefined ? frame : { ...frame, others: others(secretOf(key)) },
    );
    const open = yield* publicListener(
      {
        place: configuration.public,
        limits: configuration.public.limits,
        routes: opened.publicRoutes,
        identify: opened.identify ?? anyone,
      },
      certificate,
    );
    const { partiesRoutes } = opened;
    const closed =
      partiesRoutes === undefined
        ? undefined
        : yield* tlsListener({
            place: configuration.parties,
            limits: configuration.parties.limits,
            routes: partiesRoutes,
            identity,
            callerOfKey: firstCaller(
              pinnedCallers(callersOf(cards)),
              ...(opened.callerOfKey === undefined ? [] : [opened.callerOfKey]),
            ),
          });
    const urls = { public: open.url, ...(closed === undefined ? {} : { parties: closed.url }) };
    // Where several processes serve it, the card names the one place at which all of them are reached.
    const card = isShared ? undefined : yield* readOwnCard(folder);
    if (card !== undefined && (card.urls.public !== urls.public || card.urls.parties !== urls.parties)) {
      yield* writeOwnCard(folder, { ...card, urls });
    }
    return { name: configuration.name, urls, says: opened.says ?? [] } satisfies Opened;
  }).pipe(
    Effect.provideContext(rooms),
    Effect.provideService(PolicyInForce, law ?? presets[configuration.preset]),
  );
});
