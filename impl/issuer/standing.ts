/**
 * Where a person stands, out of the rows that the law keeps: whether the next pass is covered, and how far a code has come.
 * The view of an account carries it for pages. An instant becomes a duration here, so that no page needs a right clock.
 * It decides nothing: whoever asks for a pass or a code is answered by the law.
 */
import type { PolicyNumbers } from "../generated/policy.ts";
import { never } from "../lifecycle/core.ts";
import type { Row } from "../lifecycle/lifecycleservice.ts";
import type { CodeStanding, Standing } from "../protocol/http/standing.ts";
import type { GuardianStanding } from "./guardians.ts";

/** Until an instant; null where there is none, or it is over. */
const left = (endsAt: unknown, nowMs: number): number | null =>
  typeof endsAt !== "number" || endsAt === never || nowMs >= endsAt ? null : endsAt - nowMs;

const count = (value: unknown): number => (typeof value === "number" ? value : 0);

const codeStanding = (
  fields: Row["fields"] | GuardianStanding,
  nowMs: number,
  { codeTries, codeSends }: PolicyNumbers,
): CodeStanding => {
  const { tries, sends, sendsEndAt, codeEndsAt, lockedUntil }: Record<string, unknown> = { ...fields };
  const sendsCountAnewInMs = left(sendsEndAt, nowMs);
  return {
    codeEndsInMs: left(codeEndsAt, nowMs),
    triesLeft: codeTries - count(tries),
    sendsLeft: codeSends - (sendsCountAnewInMs === null ? 0 : count(sends)),
    sendsCountAnewInMs,
    lockEndsInMs: left(lockedUntil, nowMs),
  };
};

const consentStates = new Map<string, Standing["consent"]>([
  ["given", "given"],
  ["outdated", "outdated"],
]);

/** Where a code is on its way, what was verified before it may be live or over. */
const verificationIn = ({ fields }: Row, nowMs: number): Standing["verification"] => {
  if (left(fields["verifiedUntil"], nowMs) !== null) return "live";
  return left(fields["accountEndsAt"], nowMs) === null ? "none" : "over";
};

export interface Stood {
  readonly consent: Row;
  readonly verification: Row;
  readonly guardian: GuardianStanding;
}

export const standingOf = (
  { consent, verification, guardian }: Stood,
  nowMs: number,
  policy: PolicyNumbers,
): Standing => ({
  consent: consentStates.get(consent.state) ?? "absent",
  consentEndsInMs: left(consent.fields["endsAt"], nowMs),
  verification: verificationIn(verification, nowMs),
  verificationEndsInMs: left(verification.fields["verifiedUntil"], nowMs),
  own: codeStanding(verification.fields, nowMs, policy),
  guardian: {
    ...codeStanding(guardian, nowMs, policy),
    confirmedForMs: left(guardian.confirmedUntilMs, nowMs),
  },
});
