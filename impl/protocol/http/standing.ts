// Where a person stands at an issuer at this moment, so that a page that was opened anew in the middle of something goes on there.
// All of it follows from what the issuer holds anyway. Times are durations from the answer, in ms, because the clock of a phone may be wrong.
// Null where there is nothing to wait for.
import { Schema } from "effect";

const LeftMs = Schema.NullOr(Schema.Int);

/** How far a code by SMS has come. */
export const CodeStanding = Schema.Struct({
  /** Until the code that was sent last can no longer be entered. */
  codeEndsInMs: LeftMs,
  triesLeft: Schema.Int,
  /** One more than these begins a lock. */
  sendsLeft: Schema.Int,
  /** Until codes that were sent no longer count. */
  sendsCountAnewInMs: LeftMs,
  lockEndsInMs: LeftMs,
});

export const Standing = Schema.Struct({
  /** Whether a consent to the notice in force covers the next pass. */
  consent: Schema.Literals(["absent", "given", "outdated"]),
  /** Where consent is asked for at every pass. */
  consentEndsInMs: LeftMs,
  verification: Schema.Literals(["none", "live", "over"]),
  verificationEndsInMs: LeftMs,
  own: CodeStanding,
  guardian: Schema.Struct({
    ...CodeStanding.fields,
    /** While a guardian has confirmed, and the consent may be given. */
    confirmedForMs: LeftMs,
  }),
});

export type CodeStanding = typeof CodeStanding.Type;
export type Standing = typeof Standing.Type;
