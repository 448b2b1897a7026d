// What a person is answered who asks an issuer what it holds about them: every field it keeps, and the same in words.
// The people's API answers with it. There is no field for a place or for a list of passes, because there is none.
// Instants are written as people in Korea write them.
import { Schema } from "effect";
import { Standing } from "./standing.ts";

const Text = Schema.Struct({ ko: Schema.String, en: Schema.String });
const Instant = Schema.NullOr(Schema.String);

export const AccountHoldings = Schema.Struct({
  phone: Schema.String,
  /** False when nothing but this session, in memory, is known. */
  accountKept: Schema.Boolean,
  consent: Schema.Struct({ state: Schema.String, givenAt: Instant, endsAt: Instant }),
  consentRecords: Schema.Array(
    Schema.Struct({
      noticeVersion: Schema.Int,
      noticeHash: Schema.String,
      noticeTitle: Text,
      purposes: Schema.Array(Schema.String),
      givenAt: Schema.String,
      endedAt: Instant,
      byGuardian: Schema.Boolean,
    }),
  ),
  verification: Schema.Struct({
    state: Schema.String,
    verifiedUntil: Instant,
    accountEndsAt: Instant,
    lockedUntil: Instant,
    codeEndsAt: Instant,
    wrongTries: Schema.Int,
    codesSent: Schema.Int,
  }),
  /** Counted in memory for a minute. */
  passesInTheLastMinute: Schema.Int,
  /** How many cases this account was disclosed under; GET /v1/account/disclosures lists them. */
  disclosures: Schema.Int,
});

export const AccountView = Schema.Struct({
  ...AccountHoldings.fields,
  /** The same, and what else is kept, one sentence each. */
  words: Schema.Struct({ ko: Schema.Array(Schema.String), en: Schema.Array(Schema.String) }),
  /** Where this puts the person now. */
  standing: Standing,
});

export type AccountHoldings = typeof AccountHoldings.Type;
export type AccountView = typeof AccountView.Type;

export const Disclosure = Schema.Struct({
  caseId: Schema.String,
  answeredAt: Schema.String,
  /** How many records of this person the answer named. */
  records: Schema.Int,
  keptUntil: Schema.String,
});

export const Disclosures = Schema.Struct({
  disclosures: Schema.Array(Disclosure),
  words: Text,
});
