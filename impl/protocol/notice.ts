/**
 * The personal-information notice that a person agrees to, as the issuer shows it and as a receipt names it: by the hash of its bytes.
 * A version has its text in Korean and English, its purposes, what is collected, who receives it and how long it is kept (PIPA arts. 15, 17).
 * Its bytes are one line of JSON with the fields in the order of the Schema, so that the same notice always has the same hash.
 */
import { createHash } from "node:crypto";
import { Schema } from "effect";

const Text = Schema.Struct({ ko: Schema.String, en: Schema.String });

export const NoticePurpose = Schema.Struct({
  /** Stable: what records and receipts name the purpose by. */
  id: Schema.String,
  purpose: Text,
  /** What is collected for it. */
  collected: Schema.Array(Text),
  /** Who else receives it, and of what. */
  recipients: Schema.Array(Text),
  keptFor: Text,
  /** ISO 8601. */
  keptForDuration: Schema.String,
});

export const Notice = Schema.Struct({
  version: Schema.Int,
  /** Whether consent is asked for at every pass or once. */
  asked: Schema.Literals(["everyPass", "once"]),
  title: Text,
  /** The sentences, in their order. */
  says: Schema.Array(Text),
  purposes: Schema.Array(NoticePurpose),
  /** What may be refused, and what follows. */
  refusing: Text,
  withdrawing: Text,
  children: Text,
});

export type NoticeText = typeof Notice.Type;

const encode = Schema.encodeSync(Schema.fromJsonString(Notice));
const decode = Schema.decodeUnknownOption(Schema.fromJsonString(Notice));

/** The line of JSON that the hash is taken of. */
export const noticeLine = (notice: NoticeText): string => encode(notice);
export const noticeOfLine = (line: string) => decode(line);

/** SHA-256, in hexadecimal. */
export const noticeHash = (notice: NoticeText): string =>
  createHash("sha256").update(noticeLine(notice)).digest("hex");
