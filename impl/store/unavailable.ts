// What a party answers when its store cannot serve: a full disk, a read-only folder, a file that is no store.
// Everyone above the stores meets this one typed failure, with a stable code, a sentence and advice.
// A statement that SQL refuses (a constraint, a wrong word) is a mistake of ours and is not dressed up as this.
import { Schema } from "effect";
import type { SqlError } from "./sql.ts";

export const unavailableReasons = [
  "full",
  "read-only",
  "cannot-open",
  "busy",
  "failing",
  "damaged",
  "closed",
  "too-many-waiting",
  "away",
  "unreachable",
  "overtaken",
  "not-durable",
  "newer",
  "older",
  "other-law",
] as const;
export type UnavailableReason = (typeof unavailableReasons)[number];

const words: Readonly<Record<UnavailableReason, { readonly sentence: string; readonly advice: string }>> = {
  full: {
    sentence: "The disk that holds the store is full.",
    advice: "Free some space and try again; nothing of this request was stored.",
  },
  "read-only": {
    sentence: "The store may be read but not written.",
    advice: "Give this process the right to write the store's file and its folder, or its schema.",
  },
  "cannot-open": {
    sentence: "The store's file, folder or database cannot be opened.",
    advice:
      "Check that the folder or the database exists, and that this process may write in it: its rights, its name, its password.",
  },
  busy: {
    sentence: "Another process holds the store.",
    advice: "Only one process may serve a party's store; stop the other one.",
  },
  failing: {
    sentence: "The disk answered a read or a write with an error.",
    advice: "Check the disk; nothing of this request was stored.",
  },
  damaged: {
    sentence: "The store holds something that no version of this program wrote.",
    advice: "Restore the store from a copy, or look for what else has written to it.",
  },
  closed: {
    sentence: "The store is closed, because the party is stopping.",
    advice: "Ask again when the party runs.",
  },
  "too-many-waiting": {
    sentence: "As many wait as may wait, and one more would be too many.",
    advice: "Try again once some of them have been served; nothing of this request was stored.",
  },
  away: {
    sentence: "The party that keeps it cannot be asked at present.",
    advice: "Try again in a moment; it is safe to ask twice.",
  },
  unreachable: {
    sentence: "The database server cannot be reached.",
    advice:
      "Look after the server and the way to it, then ask again: whether this request was stored is not known.",
  },
  overtaken: {
    sentence: "Another process of this party has stored something in between.",
    advice: "Ask again; nothing of this request was stored.",
  },
  "not-durable": {
    sentence: "The database server answers before it has written to disk.",
    advice: "Set fsync and full_page_writes to on in the server's configuration, and restart it.",
  },
  newer: {
    sentence: "The store was written by a newer version of this program.",
    advice: "Run that version, or a newer one, on this store.",
  },
  older: {
    sentence:
      "The store holds visits as an earlier version of this program wrote them, which this one cannot take over.",
    advice: "Let that version run on this store until its last day has ended, then run this one.",
  },
  "other-law": {
    sentence:
      "The store was made under another version of the law; it erases what is due and takes nothing new.",
    advice: "Migrate the store to the law of this program, or run the program that it was made by.",
  },
};

export class StoreUnavailable extends Schema.TaggedError<StoreUnavailable>()("StoreUnavailable", {
  reason: Schema.Literals(unavailableReasons),
  detail: Schema.String,
}) {
  get code(): "store-unavailable" | "store-newer" | "store-older" | "store-other-law" {
    switch (this.reason) {
      case "newer":
        return "store-newer";
      case "older":
        return "store-older";
      case "other-law":
        return "store-other-law";
      default:
        return "store-unavailable";
    }
  }

  get sentence(): string {
    return words[this.reason].sentence;
  }

  get advice(): string {
    return words[this.reason].advice;
  }

  override get message(): string {
    return `${this.sentence} (${this.detail}) ${this.advice}`;
  }
}

/** SQLite's primary result codes that say something about the place and not about the statement. */
const reasonOfResultCode: Readonly<Record<number, UnavailableReason>> = {
  5: "busy",
  6: "busy",
  8: "read-only",
  10: "failing",
  11: "damaged",
  13: "full",
  14: "cannot-open",
  26: "damaged",
};

/** The codes of file system calls, as Node gives them. */
const reasonOfSystemCode: Readonly<Record<string, UnavailableReason>> = {
  EACCES: "read-only",
  EPERM: "read-only",
  EROFS: "read-only",
  ENOSPC: "full",
  EDQUOT: "full",
  EIO: "failing",
};

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && name in value ? Reflect.get(value, name) : undefined;

export const detailOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** SQLite's result code of a failure, with its extension; undefined when the failure is not SQLite's. */
export const resultCodeOf = (cause: unknown): number | undefined => {
  const code = fieldOf(cause, "errcode");
  return typeof code === "number" ? code : undefined;
};

/** The failure of a file system call while opening a store or a vault. */
export const unavailableFile = (cause: unknown): StoreUnavailable => {
  const code = fieldOf(cause, "code");
  const reason = typeof code === "string" ? reasonOfSystemCode[code] : undefined;
  return new StoreUnavailable({ reason: reason ?? "cannot-open", detail: detailOf(cause) });
};

/** The unavailability behind a SQL failure, or undefined when the statement itself was refused. */
export const unavailableSql = (error: SqlError): StoreUnavailable | undefined => {
  const cause = fieldOf(error.reason.cause, "cause");
  const code = resultCodeOf(cause);
  const reason = code === undefined ? undefined : reasonOfResultCode[code & 0xff];
  if (reason !== undefined) return new StoreUnavailable({ reason, detail: detailOf(cause) });
  return error.reason._tag === "ConnectionError"
    ? new StoreUnavailable({ reason: "closed", detail: error.message })
    : undefined;
};
