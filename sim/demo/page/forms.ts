// What the demonstration's page asks its own server and is answered, as Schemas that both sides read.
// A number or a venue that somebody looks for stands in a body and never in an address.
import { Schema } from "effect";

/** How a column lies in a store: readable by everybody, encrypted, or as a hash. */
export const ways = ["clear", "sealed", "hashed"] as const;
export type Way = (typeof ways)[number];

/** Whose store there is to look into. */
export const partyKinds = ["issuer", "custodian", "venue", "authority", "board"] as const;
export type PartyKind = (typeof partyKinds)[number];

export const Member = Schema.Struct({
  name: Schema.String,
  kind: Schema.Literals([...partyKinds, "desk"]),
  /** Where its page is, with a door's key behind it; missing while it starts. */
  url: Schema.optionalKey(Schema.String),
});
export type Member = typeof Member.Type;

/** What became of the visits of the city's people: let in, or turned away for a reason. */
export const Doings = Schema.Struct({
  admitted: Schema.Int,
  refused: Schema.Record(Schema.String, Schema.Int),
});
export type Doings = typeof Doings.Type;

export const CountrySeen = Schema.Struct({
  nowMs: Schema.Int,
  /** Everybody listens, and the clock may be set. */
  isOpen: Schema.Boolean,
  members: Schema.Array(Member),
  /** Missing where nobody comes and goes by themselves. */
  doings: Schema.optionalKey(Doings),
});
export type CountrySeen = typeof CountrySeen.Type;

const TableSeen = Schema.Struct({
  name: Schema.String,
  rows: Schema.Int,
  columns: Schema.Array(Schema.Struct({ name: Schema.String, way: Schema.Literals(ways) })),
  /** The newest rows first, each value as it lies there; bytes in hexadecimal digits. */
  newest: Schema.Array(Schema.Array(Schema.String)),
});
export type TableSeen = typeof TableSeen.Type;

export const StoreSeen = Schema.Struct({
  party: Schema.String,
  kind: Schema.Literals(partyKinds),
  tables: Schema.Array(TableSeen),
});
export type StoreSeen = typeof StoreSeen.Type;
export const StoresSeen = Schema.Array(StoreSeen);

const textMost = 40;
const Typed = Schema.Struct({ text: Schema.String.check(Schema.isBetweenLength(1, textMost)) });

/** A phone's number, and what it got. */
export const PhoneAsked = Typed;
export const PhoneSeen = Schema.Struct({
  /** Missing where what was typed is no number. */
  phone: Schema.optionalKey(Schema.String),
  messages: Schema.Array(Schema.Struct({ text: Schema.String, receivedAtMs: Schema.Int })),
});
export type PhoneSeen = typeof PhoneSeen.Type;

export const Sought = Typed;
export const SearchSeen = Schema.Struct({
  parties: Schema.Array(
    Schema.Struct({
      party: Schema.String,
      kind: Schema.Literals(partyKinds),
      files: Schema.Int,
      bytes: Schema.Int,
      /** The files in which it stands. */
      found: Schema.Array(Schema.String),
    }),
  ),
});
export type SearchSeen = typeof SearchSeen.Type;

export const daysAheadMost = 31;
const dayMs = 86_400_000;
export const Ahead = Schema.Struct({
  byMs: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: daysAheadMost * dayMs })),
});
