// How each column of the parties' stores lies there: what is encrypted and what is a hash; everything else anybody can read.
// A test walks the stores of all parties and asks for every column of bytes whether it stands here or is known to be public.
// It says nothing of who has the keys: that is what the threat table is for.
import type { PartyKind, Way } from "../page/forms.ts";

/** Visits lie in a table a day. */
const dayOfTable = /_\d{8}$/;

const ways: Readonly<Record<string, Way>> = {
  "account.number": "hashed",
  "account.phone": "sealed",
  "account.session": "hashed",
  "answered.sealed": "sealed",
  "waiting_deposit.sealed": "sealed",
  "visit.blind_index": "hashed",
  "visit.payload": "sealed",
  "dispute.tag": "hashed",
  "dispute.blind_index": "hashed",
  "dispute.claim": "sealed",
  "epoch.shares": "sealed",
  "release.commitment": "hashed",
  "released_copy.sealed": "sealed",
  "learned.sealed": "sealed",
  "share_given.sealed": "sealed",
  "waiting.scan": "sealed",
};

export const wayOf = (table: string, column: string): Way =>
  ways[`${table.replace(dayOfTable, "")}.${column}`] ?? "clear";

/** Bytes that are meant for everybody: numbers of epochs, public keys, signatures, and what public logs hold. */
export const publicBytes: ReadonlySet<string> = new Set([
  "epoch.id",
  "epoch.pass_key",
  "epoch.bitmap",
  "venue.device_key",
  "roster.signed",
  "approval.signature",
  "release.approvals",
  "release_note.logged",
  "commitment.salt",
  "log_entry.entry",
  "log_hash.hash",
]);

/** What a party does its own work with; the rest of its tables keep its books, logs and history. */
export const ownTables: Readonly<Record<PartyKind, readonly string[]>> = {
  issuer: ["account", "consent", "verification", "consent_record", "answered", "disclosed"],
  custodian: ["visit", "venue", "epoch", "dispute", "release", "released_copy"],
  venue: ["registration", "waiting"],
  authority: ["case_file", "scope", "disclosure", "approval", "learned", "share_given"],
  board: ["feed_figures", "figures"],
};

/** The place of a table among those, or -1. */
export const placeOfTable = (kind: PartyKind, table: string): number =>
  ownTables[kind].indexOf(table.replace(dayOfTable, ""));

/** By which column the newest rows come first; tables that keep the order in which rows came have none of them. */
const orders = [
  "position",
  "givenAt",
  "given_at",
  "sendsEndAt",
  "answered_at",
  "lapseAt",
  "approved_at",
] as const;

export const orderOf = (columns: readonly string[]): string | undefined =>
  orders.find((column) => columns.includes(column));
