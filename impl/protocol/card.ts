// A card: what a party, an office or an officer makes public so that others can pin it. Its name, what it is, the
// key it proves at every connection, the other keys under which it signs or is written to, and where it listens.
// Administrators carry cards from folder to folder; nobody fetches one over the network, and it holds no secret.
import { Schema } from "effect";
import { Bytes, PublicKey } from "./http/bytes.ts";
import type { Caller } from "./http/caller.ts";

export const cardKinds = [
  "issuer",
  "custodian",
  "authority",
  "board",
  "venue",
  "office",
  "officer",
  "roster-keeper",
] as const;

export const CardName = Schema.String.check(
  Schema.isPattern(/^[a-z][a-z0-9-]{0,39}$/u, {
    expected: "a name of lower-case letters, digits and dashes",
  }),
);

const Url = Schema.String.check(
  Schema.isPattern(/^https?:\/\/[^\s/]+$/u, {
    expected: "a URL without a path, such as https://127.0.0.1:4301",
  }),
);

export const Card = Schema.Struct({
  name: CardName,
  kind: Schema.Literals(cardKinds),
  /** An issuer's, officer's or venue's number; 0 for those that exist once. */
  number: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 4_294_967_295 })),
  /** The Ed25519 key of its end of every connection between parties. */
  tlsKey: PublicKey,
  /** Its other public keys by purpose: `log`, `cosigner`, `deposits`, `releases`, `sealing`, `roster`. */
  keys: Schema.Record(Schema.String, Bytes),
  urls: Schema.Struct({ public: Schema.optionalKey(Url), parties: Schema.optionalKey(Url) }),
});

export type Card = typeof Card.Type;
export type CardKind = Card["kind"];

/**
 * As whom the holder of a card is answered. A roster keeper asks nobody for anything; who is an officer the roster says
 * alone, and who is a venue the custodian's registrations: a card that was carried once must not outlast them.
 */
export const callerOfCard = (card: Card): Caller | undefined => {
  switch (card.kind) {
    case "issuer":
      return { kind: card.kind, number: card.number };
    case "custodian":
    case "authority":
    case "board":
    case "office":
      return { kind: card.kind };
    case "officer":
    case "venue":
    case "roster-keeper":
      return undefined;
  }
};
