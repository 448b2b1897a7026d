// An officer's own folder, opened: their keys, the cards of the parties they deal with, and the authority as they reach it,
// over mutual TLS with their own key. The steps of a case (steps.ts) are taken with it.
// What the parties sign is checked against their cards, which an administrator carried here; nothing that comes over the
// network is pinned. The folder holds no case and no answer.
import { Effect, FileSystem } from "effect";
import { HttpApiClient } from "../protocol/http/effecthttp.ts";
import type { Card } from "../protocol/card.ts";
import { casesApi } from "../protocol/http/authority.ts";
import type { Problem } from "../protocol/http/problem.ts";
import { rostersApi } from "../protocol/http/rosters.ts";
import { importOfficer, type Officer } from "../protocol/officers.ts";
import { openPeer, type Peer } from "../protocol/remote/peerclient.ts";
import type { PeerUnavailable } from "../protocol/remote/peerunavailable.ts";
import { ConfigInvalid } from "../serve/configinvalid.ts";
import { readPeers } from "../serve/cards.ts";
import { tlsIdentityOf, type TlsIdentity } from "../server/identity.ts";
import { officerClientOf, type OfficerClient } from "./client.ts";
import { officerFile } from "./preparing.ts";

/** Public keys of an issuer, as its card has them. */
export interface IssuerCard {
  readonly sealing: Uint8Array;
  readonly answers: Uint8Array;
}

/** The authority, asked by this officer. */
const casesOf = (peer: Peer) =>
  Effect.map(HttpApiClient.makeWith(casesApi, { httpClient: peer.client }), ({ cases }) => cases);
export type CasesClient = Effect.Success<ReturnType<typeof casesOf>>;

export interface Office {
  readonly officer: Officer;
  readonly client: OfficerClient;
  readonly identity: TlsIdentity;
  readonly cards: readonly Card[];
  readonly cases: CasesClient;
  /** One call to the authority. */
  readonly ask: Peer["ask"];
  readonly custodianKey: Uint8Array;
  readonly issuers: ReadonlyMap<number, IssuerCard>;
}

export type OfficeFailure = Problem | PeerUnavailable;

const missing = (what: string) => new ConfigInvalid({ mistakes: [what] });

/** The officer whose keys lie in a folder. */
export const officerIn = Effect.fnUntraced(function* (folder: string) {
  const files = yield* FileSystem.FileSystem;
  const file = `${folder}/${officerFile}`;
  if (!(yield* files.exists(file)))
    return yield* missing(`${officerFile}: there is no such file in ${folder}`);
  const kept = yield* files.readFile(file);
  const officer = yield* Effect.promise(() => importOfficer(kept));
  kept.fill(0);
  return officer ?? (yield* missing(`${officerFile}: holds no officer's keys`));
});

const issuerCards = (cards: readonly Card[]): ReadonlyMap<number, IssuerCard> =>
  new Map(
    cards.flatMap(({ kind, number, keys }) => {
      const [sealing, answers] = [keys["sealing"], keys["deposits"]];
      return kind !== "issuer" || sealing === undefined || answers === undefined
        ? []
        : [[number, { sealing, answers }] as const];
    }),
  );

/** A client for one party that this officer may ask: the authority, or whoever keeps a roster. */
export const peerOf = Effect.fnUntraced(function* (card: Card, identity: TlsIdentity) {
  const url = card.urls.parties;
  if (url === undefined) return yield* missing(`peers/${card.name}.json: urls.parties: Missing key`);
  return yield* openPeer({ name: card.name, url, pinnedKey: card.tlsKey, identity, answerWithinMs: 120_000 });
});

export const rosterOf = (peer: Peer) =>
  Effect.map(HttpApiClient.makeWith(rostersApi, { httpClient: peer.client }), ({ rosters }) => rosters);

/** Opens the officer's folder; connections are closed with the scope. */
export const openOffice = Effect.fnUntraced(function* (folder: string) {
  const officer = yield* officerIn(folder);
  const cards = yield* readPeers(folder);
  const authority = cards.find(({ kind }) => kind === "authority");
  const custodianKey = cards.find(({ kind }) => kind === "custodian")?.keys["releases"];
  if (authority === undefined) return yield* missing("peers: Expected the card of the authority");
  if (custodianKey === undefined)
    return yield* missing("peers: Expected the card of the custodian, with the key that signs releases");
  const identity = yield* tlsIdentityOf(officer.signing, `officer-${String(officer.officer)}`);
  const peer = yield* peerOf(authority, identity);
  return {
    officer,
    client: officerClientOf(officer),
    identity,
    cards,
    cases: yield* casesOf(peer),
    ask: peer.ask,
    custodianKey,
    issuers: issuerCards(cards),
  } satisfies Office;
});
