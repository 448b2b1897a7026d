/**
 * The personal-information notice that a person agrees to, as the issuer shows it.
 * A version has its text in Korean and English, its purposes, what is collected, who receives it and how long it is kept (PIPA arts. 15, 17).
 * noticehash.ts names it by the hash of its bytes; the order of the fields here is theirs.
 */
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
