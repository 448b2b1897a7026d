// What a party's main is, for every party alike: the keys it puts on its card, and how it opens over its own rooms.
// impl/<party>/main.ts exports one; `entrylog serve` gives it a frame and serves what it answers.
// A main never opens a port, reads a configuration file or prints: that is done for all parties in one place.
import type { Effect, Layer, Schema, Scope } from "effect";
import type { Sharding } from "../cluster/effectcluster.ts";
import type { Card, CardKind } from "../protocol/card.ts";
import type { SigningKey } from "../protocol/ed25519.ts";
import type { KnownCaller } from "../protocol/http/caller.ts";
import type { HttpApiGroup } from "../protocol/http/effecthttp.ts";
import type { PassVersion } from "../protocol/pass.ts";
import type { Peer, PeerOptions } from "../protocol/remote/peerclient.ts";
import type { SqlClient } from "../store/sql.ts";
import type { Store } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { Vault } from "../store/vault.ts";
import type { Identify } from "./asking.ts";
import type { Readiness } from "./health.ts";
import type { TlsIdentity } from "./identity.ts";
import type { Routes } from "./listener.ts";
import type { CallerOfKey } from "./tlslistener.ts";

/** The party's own rooms: its store and its vault, opened and closed around it. */
export type Rooms = Store | SqlClient.SqlClient | Vault;

/** Why a party does not start: a stable code, and words for whoever runs it. */
export interface StartFailure {
  readonly code: string;
  readonly message: string;
}

export interface PartyFrame {
  /** On its card: `issuer-1`, `custodian`, `venue`, `authority`, `board`. */
  readonly name: string;
  /** An issuer's number in passes; a venue's number is in its own registration. */
  readonly number: number;
  /** Its own folder, for whatever does not belong in store or vault. */
  readonly folder: string;
  /** Deployed parties read and make passes of this version alone. */
  readonly version: PassVersion;
  readonly identity: TlsIdentity;
  /** Every card in its folder `peers`, pinned. */
  readonly cards: ReadonlyArray<Card>;
  /** The one card of a kind, or the failure that says which card is missing. */
  readonly card: (kind: CardKind) => Effect.Effect<Card, StartFailure>;
  readonly cardsOf: (kind: CardKind) => ReadonlyArray<Card>;
  /** A client for the holder of a card, over mutual TLS with this party's identity. */
  readonly peer: (
    card: Card,
    options?: Partial<Pick<PeerOptions, "answerWithinMs" | "connectionsMost">>,
  ) => Effect.Effect<Peer, StartFailure, Scope.Scope>;
  /** The party's part of the configuration, under `settings`; every mistake is told by its place. */
  readonly settings: <A, I>(schema: Schema.Codec<A, I>) => Effect.Effect<A, StartFailure>;
  /** The first signed roster, as `firstRoster` made it, out of roster.json in its folder. */
  readonly roster: Effect.Effect<Uint8Array, StartFailure>;
  /** The others that serve this party, where it is served by several processes: joined when it is built. */
  readonly others?: Layer.Layer<Sharding.Sharding, StartFailure>;
  /** Handlers of /health and /ready; the store is asked besides what is given. */
  readonly health: (
    missing?: Readiness,
  ) => Layer.Layer<HttpApiGroup.Service<"entrylog", "health">, never, KnownCaller>;
}

export interface OpenedParty {
  /** Of the public listener: `routesOf(api, handlers)`. */
  readonly publicRoutes: Routes;
  /** Lines for whoever starts it, behind its name: what is nowhere else to be read, such as a key of its people. */
  readonly says?: ReadonlyArray<string>;
  /** How the public listener finds out who asks; everybody is anyone unless told otherwise. */
  readonly identify?: Identify;
  /** Of the parties' listener; a venue has none. */
  readonly partiesRoutes?: Routes;
  /** Who holds a key that is on no card: officers of the roster, registered devices. */
  readonly callerOfKey?: CallerOfKey;
}

export interface PartyMain {
  /** The key of its connections, where it is not one of its own; a venue's is its device key. */
  readonly tlsKey?: Effect.Effect<SigningKey, StoreUnavailable, Vault>;
  /** The public keys on its card besides `tlsKey`; drawn at the first start. */
  readonly cardKeys: (about: {
    readonly name: string;
    readonly number: number;
  }) => Effect.Effect<Readonly<Record<string, Uint8Array>>, StartFailure, Rooms>;
  /** The folders of its pages, which are made when it is prepared, so that it starts quickly. */
  readonly pages?: ReadonlyArray<URL>;
  /** Builds the party's services and its sweeps in the scope, and answers its routes. Waits for no other party. */
  readonly open: (frame: PartyFrame) => Effect.Effect<OpenedParty, StartFailure, Rooms | Scope.Scope>;
}
