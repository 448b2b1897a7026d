/**
 * What crosses between parties: every message with the terms it carries, one for each of its fields.
 * A term says what a field is made of (a name, a place, something sealed under a key), so that what a party can know is derived
 * in knowledge.ts and never declared. A channel is bounded: so many messages may wait, be lost, be doubled or be late.
 */
import type { PartyName } from "./language/rule.ts";

export type KnowledgeTerm =
  | { readonly kind: "atom"; readonly name: string }
  | { readonly kind: "sealed"; readonly under: string; readonly holds: readonly KnowledgeTerm[] }
  /** One of several shares of a secret, itself sealed to its officer; two different ones make the secret. */
  | { readonly kind: "share"; readonly secret: string; readonly officer: string }
  | { readonly kind: "digest"; readonly of: readonly KnowledgeTerm[] };

export interface Message {
  readonly name: string;
  readonly from: PartyName;
  readonly to: PartyName;
  readonly says: string;
  readonly fields: Readonly<Record<string, KnowledgeTerm>>;
}

export const atom = (name: string): KnowledgeTerm => ({ kind: "atom", name });
export const sealed = (under: string, ...holds: readonly KnowledgeTerm[]): KnowledgeTerm => ({
  kind: "sealed",
  under,
  holds,
});
const share = (officer: string): KnowledgeTerm =>
  sealed(`officerKey.${officer}`, { kind: "share", secret: "epochSecret", officer });
export const digest = (...of: readonly KnowledgeTerm[]): KnowledgeTerm => ({ kind: "digest", of });

/** What a pass hides: the alias of the account for the day, under the issuer's key of the day, under the epoch's secret. */
export const sealedHandle = sealed("epochSecret", sealed("dayKey", atom("alias")));

/** A challenge crosses to the issuer, and in a pass, only as the hash of place and challenge together. */
export const binding = digest(atom("place"), atom("challenge"));

const passFields = {
  issuer: atom("issuer"),
  epoch: atom("epoch"),
  number: atom("number"),
  issuedAt: atom("timeOfPass"),
  binding,
  sealed: sealedHandle,
  passSignature: atom("issuerSignature"),
};

export const messages: readonly Message[] = [
  {
    name: "code",
    from: "issuer",
    to: "person",
    says: "The code of a verification, by SMS.",
    fields: { phone: atom("phone"), code: atom("code") },
  },
  {
    name: "deposit",
    from: "issuer",
    to: "custodian",
    says: "A new epoch: its id and time, the issuer's public key of the day, and its secret split among the officers of the day.",
    fields: {
      issuer: atom("issuer"),
      epoch: atom("epoch"),
      startedAt: atom("timeOfEpoch"),
      publicKey: atom("issuerPublicKey"),
      firstShare: share("first"),
      secondShare: share("second"),
      depositSignature: atom("issuerSignature"),
    },
  },
  {
    name: "issuedPass",
    from: "issuer",
    to: "person",
    says: "A new pass for the phone to show.",
    fields: passFields,
  },
  { name: "pass", from: "person", to: "venue", says: "The pass, shown as a QR code.", fields: passFields },
  {
    name: "scan",
    from: "venue",
    to: "custodian",
    says: "A scanned pass with the challenge that it answers and the venue's signature over pass, challenge, venue and time.",
    fields: {
      ...passFields,
      challenge: atom("challenge"),
      venue: atom("place"),
      scannedAt: atom("timeOfScan"),
      scanSignature: atom("venueSignature"),
    },
  },
  {
    name: "admission",
    from: "custodian",
    to: "venue",
    says: "Admitted, or a refusal with its code; never anything about the person.",
    fields: { outcome: atom("outcome") },
  },
  {
    name: "releaseRequest",
    from: "authority",
    to: "custodian",
    says: "A case with its scope, signed by the officers behind it.",
    fields: {
      case: atom("case"),
      ground: atom("ground"),
      venues: atom("scopeOfVenues"),
      window: atom("scopeOfTime"),
      officerSignatures: atom("officerSignatures"),
    },
  },
  {
    name: "release",
    from: "custodian",
    to: "authority",
    says: "The sealed records of the case, shuffled, with a salted commitment to the scope and the officers' sealed shares.",
    fields: {
      case: atom("case"),
      commitment: digest(atom("scopeOfVenues"), atom("scopeOfTime"), atom("salt")),
      records: sealedHandle,
      place: atom("place"),
      scannedAt: atom("timeOfScan"),
      firstShare: share("first"),
      secondShare: share("second"),
      releaseSignature: atom("custodianSignature"),
    },
  },
  {
    name: "joinRequest",
    from: "authority",
    to: "issuer",
    says: "The release without places, and the opened shares of its epochs, sealed again to the issuer for this case.",
    fields: {
      case: atom("case"),
      commitment: digest(atom("scopeOfVenues"), atom("scopeOfTime"), atom("salt")),
      records: sealedHandle,
      timeOfPass: atom("timeOfPass"),
      firstShare: sealed("issuerCaseKey", { kind: "share", secret: "epochSecret", officer: "first" }),
      secondShare: sealed("issuerCaseKey", { kind: "share", secret: "epochSecret", officer: "second" }),
      officerSignatures: atom("officerSignatures"),
      releaseSignature: atom("custodianSignature"),
    },
  },
  {
    name: "answer",
    from: "issuer",
    to: "authority",
    says: "The numbers behind the listed records, sealed to the two officers of the case.",
    fields: {
      case: atom("case"),
      people: sealed("officerKey.first", atom("phone")),
      peopleAgain: sealed("officerKey.second", atom("phone")),
    },
  },
];

export interface Channel {
  readonly from: PartyName;
  readonly to: PartyName;
  /** Messages that may wait, be lost and be doubled at the most; enough to search with. */
  readonly waiting: number;
  readonly losses: number;
  readonly copies: number;
  /** The policy constant that bounds how old a message may be when it arrives. */
  readonly age: string;
}

export const channels: readonly Channel[] = [
  { from: "person", to: "issuer", waiting: 2, losses: 1, copies: 1, age: "clockSkew" },
  { from: "issuer", to: "person", waiting: 2, losses: 1, copies: 1, age: "clockSkew" },
  { from: "person", to: "venue", waiting: 1, losses: 1, copies: 2, age: "passLifetime" },
  { from: "issuer", to: "custodian", waiting: 1, losses: 1, copies: 1, age: "clockSkew" },
  { from: "venue", to: "custodian", waiting: 2, losses: 1, copies: 2, age: "lateDelivery" },
  { from: "custodian", to: "venue", waiting: 2, losses: 1, copies: 1, age: "clockSkew" },
  { from: "authority", to: "custodian", waiting: 1, losses: 1, copies: 1, age: "caseLifetime" },
  { from: "custodian", to: "authority", waiting: 1, losses: 1, copies: 1, age: "caseLifetime" },
  { from: "authority", to: "issuer", waiting: 1, losses: 1, copies: 1, age: "caseLifetime" },
  { from: "issuer", to: "authority", waiting: 1, losses: 1, copies: 1, age: "caseLifetime" },
];
