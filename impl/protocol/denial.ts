// Why an officer denied a case: one of a few words, kept beside the case and shown to officers.
// It is a closed list, because a text of one's own could name a person or a place; the public log holds none of it.
// Words for people stand with the pages; the law knows only that a case was denied.
import { Schema } from "effect";

export const denialReasons = [
  "scope-too-wide",
  "place-or-time-doubtful",
  "need-not-shown",
  "asked-already",
] as const;

export const DenialReason = Schema.Literals(denialReasons);
export type DenialReason = typeof DenialReason.Type;

export const Denial = Schema.Struct({ officer: Schema.Int, reason: DenialReason });
export type Denial = typeof Denial.Type;
