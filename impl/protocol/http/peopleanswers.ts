// What an issuer answers to people, as forms alone: its contract is made of them, and its page decodes answers by them.
// They stand apart because a contract brings a whole server with it, which no phone should fetch.
// Nothing here holds a place.
import { Schema } from "effect";
import { Notice } from "../notice.ts";

export const NoticeHash = Schema.String.check(
  Schema.isPattern(/^[0-9a-f]{64}$/u, { expected: "the hash of the notice, 64 hexadecimal figures" }),
);

export const NoticeInForce = Schema.Struct({ hash: NoticeHash, notice: Notice });

export const OpenedSession = Schema.Struct({
  /** To be sent as `Authorization: Bearer TOKEN`; the issuer keeps only its SHA-256. */
  token: Schema.String,
  /** The number in its one form. */
  phone: Schema.String,
});

export const ClosedSession = Schema.Struct({ closed: Schema.Literal(true) });
export const SentCode = Schema.Struct({ sent: Schema.Literal(true) });
export const Verified = Schema.Struct({ verifiedUntilMs: Schema.Int });
export const ConfirmedByGuardian = Schema.Struct({ confirmedUntilMs: Schema.Int });

export const PassToShow = Schema.Struct({
  /** What the QR code shows. */
  text: Schema.String,
  issuedAtMs: Schema.Int,
  shownUntilMs: Schema.Int,
});
