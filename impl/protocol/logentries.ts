// What stands in the parties' public logs: cases approved, released and answered, days erased, rosters changed. Nothing here
// names a person, a place or the time of a visit. Each entry is one line of JSON in one canonical form, its fields in the
// order of their Schema: bytes that would not be written the same way again are refused, and so is any kind not listed.
import { Option, Schema } from "effect";

const Instant = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0));
const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0));
/** A Seoul day, counted from 1970-01-01 there. */
const Day = Schema.Int;
const CaseId = Schema.String.check(Schema.isPattern(/^[0-9A-Za-z-]{1,64}$/u));
const Hash = Schema.String.check(Schema.isPattern(/^[0-9a-f]{64}$/u));
const Officers = Schema.Array(Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 65_535 })));
const Issuer = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 255 }));

/** What erasing a key is worth, as the vault says it: a key in a file may have been copied by whoever held the disk. */
const Means = Schema.String.check(Schema.isBetweenLength(1, 200));

/** Authority: two officers have approved a case; the text itself is only committed to. */
export const CaseApproved = Schema.Struct({
  kind: Schema.Literal("case.approved"),
  caseId: CaseId,
  approvedAtMs: Instant,
  officers: Officers,
  venues: Count,
  windows: Count,
  commitment: Hash,
});

/** Custodian: it has released the records of a case, an issuer at a time. */
export const CaseReleased = Schema.Struct({
  kind: Schema.Literal("case.released"),
  caseId: CaseId,
  releasedAtMs: Instant,
  officers: Officers,
  commitment: Hash,
  parts: Schema.Array(Schema.Struct({ issuer: Issuer, releaseHash: Hash, records: Count })),
});

/** Issuer: it has answered a release. */
export const CaseAnswered = Schema.Struct({
  kind: Schema.Literal("case.answered"),
  caseId: CaseId,
  answeredAtMs: Instant,
  releaseHash: Hash,
  records: Count,
  people: Count,
});

/** How many epochs an issuer registered with the custodian, so that the issuer's own log cannot leave a day out unseen. */
const Deposited = Schema.Struct({ issuer: Issuer, epochs: Count });

/**
 * Custodian: everything of a Seoul day has ended. What was recorded is what was erased, unless something was lost.
 * Statements of older programs do not say who had deposited.
 */
export const VisitsErased = Schema.Struct({
  kind: Schema.Literal("day.erased"),
  day: Day,
  erasedAtMs: Instant,
  means: Means,
  recorded: Count,
  erased: Count,
  deposits: Schema.optionalKey(Schema.Array(Deposited)),
});

/** Issuer: the keys and aliases of a Seoul day have ended. */
export const KeysErased = Schema.Struct({
  kind: Schema.Literal("day.erased"),
  day: Day,
  erasedAtMs: Instant,
  means: Means,
  keys: Count,
  aliases: Count,
});

/** Custodian and issuer: a new roster of officers was announced; it takes force later. */
export const RosterChanged = Schema.Struct({
  kind: Schema.Literal("roster.changed"),
  announcedAtMs: Instant,
  inForceAtMs: Instant,
  sequence: Count,
  rosterHash: Hash,
  officers: Count,
});

export const LogEntry = Schema.Union([
  CaseApproved,
  CaseReleased,
  CaseAnswered,
  VisitsErased,
  KeysErased,
  RosterChanged,
]);
export type LogEntry = typeof LogEntry.Type;
export type CaseApproved = typeof CaseApproved.Type;
export type CaseReleased = typeof CaseReleased.Type;
export type CaseAnswered = typeof CaseAnswered.Type;
export type VisitsErased = typeof VisitsErased.Type;
export type KeysErased = typeof KeysErased.Type;
export type RosterChanged = typeof RosterChanged.Type;

const entryText = Schema.fromJsonString(LogEntry);
const encodeText = Schema.encodeSync(entryText);
const decodeText = Schema.decodeUnknownOption(entryText, { onExcessProperty: "error" });

/** The canonical bytes of an entry. */
export const encodeEntry = (entry: LogEntry): Uint8Array => new TextEncoder().encode(encodeText(entry));

/** The entry of canonical bytes; undefined for any others, and for a kind that is not known. */
export const decodeEntry = (bytes: Uint8Array): LogEntry | undefined => {
  const text = Buffer.from(bytes).toString();
  const entry = Option.getOrUndefined(decodeText(text));
  return entry !== undefined && encodeText(entry) === text ? entry : undefined;
};
