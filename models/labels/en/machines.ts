/**
 * English names of the machines and of their states, as diagrams and reports print them.
 * A state's key is its machine and its own id, because "absent" means another thing in each.
 * ko/machines.ts has the same keys, or does not compile.
 */
export const machines = {
  crisis: "crisis level",
  consent: "consent",
  verification: "verification",
  pass: "pass (QR token)",
  visit: "visit",
  day: "day",
  disclosure: "case",
} as const;

export const states = {
  "crisis.suspended": "collection suspended",
  "crisis.active": "collection active",
  "consent.absent": "no consent",
  "consent.given": "consent given",
  "consent.outdated": "consent outdated",
  "consent.withdrawn": "consent withdrawn",
  "verification.unverified": "unverified",
  "verification.challenged": "code sent",
  "verification.unanswered": "code unanswered",
  "verification.verified": "verified",
  "verification.renewing": "verified, renewing",
  "verification.expired": "verification expired",
  "verification.locked": "locked",
  "verification.erased": "account erased",
  "pass.unissued": "not issued",
  "pass.issued": "issued",
  "pass.accepted": "accepted",
  "pass.expired": "expired",
  "visit.absent": "no visit",
  "visit.recorded": "recorded",
  "visit.disclosed": "disclosed",
  "visit.erased": "erased",
  "day.unopened": "not opened",
  "day.kept": "kept",
  "day.erased": "erased",
  "disclosure.absent": "no case",
  "disclosure.requested": "requested",
  "disclosure.approved": "approved",
  "disclosure.released": "records released",
  "disclosure.answered": "answered",
  "disclosure.closed": "closed",
  "disclosure.denied": "denied",
  "disclosure.lapsed": "lapsed",
} as const;
