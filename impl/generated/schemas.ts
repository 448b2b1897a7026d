// Generated from models/ by `entrylog generate`; never edited by hand. Stamp 098db7247bff9de3.
import { Schema } from "effect";
import { refusalCodes } from "./law.ts";

/** Whole milliseconds since 1970 UTC. */
export const Instant = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0));
/** Stable codes of refusals. */
export const Refusal = Schema.Literals(refusalCodes.filter((code) => code !== ""));

/** The states of crisis. */
export const CrisisState = Schema.Literals(["suspended", "active"]);
/** A row of crisis. */
export const CrisisRow = Schema.Struct({
  state: CrisisState,
  level: Schema.Literals(["attention", "caution", "alert", "serious"]),
});
/** What can happen to a crisis. */
export const CrisisEvent = Schema.Union([
  Schema.Struct({
    type: Schema.Literal("level.announced"),
    level: Schema.Literals(["attention", "caution", "alert", "serious"]),
  }),
]);
/** What a crisis tells. */
export const CrisisOutput = Schema.Literals(["collection.resumed", "level.noted", "collection.stopped"]);

/** The states of consent. */
export const ConsentState = Schema.Literals(["absent", "given", "outdated", "withdrawn"]);
/** A row of consent. */
export const ConsentRow = Schema.Struct({
  state: ConsentState,
  noticeVersion: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 1000000 })),
  givenAt: Schema.NullOr(Instant),
  endsAt: Schema.NullOr(Instant),
});
/** What can happen to a consent. */
export const ConsentEvent = Schema.Union([
  Schema.Struct({
    type: Schema.Literal("consent.given"),
    noticeVersion: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 1000000 })),
  }),
  Schema.Struct({ type: Schema.Literal("consent.withdrawn") }),
  Schema.Struct({
    type: Schema.Literal("notice.published"),
    noticeVersion: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 1000000 })),
  }),
]);
/** What a consent tells. */
export const ConsentOutput = Schema.Literals(["consent.recorded", "consent.ended"]);

/** The states of verification. */
export const VerificationState = Schema.Literals([
  "unverified",
  "challenged",
  "unanswered",
  "verified",
  "renewing",
  "expired",
  "locked",
  "erased",
]);
/** A row of verification. */
export const VerificationRow = Schema.Struct({
  state: VerificationState,
  tries: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 5 })),
  sends: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 3 })),
  sendsEndAt: Schema.NullOr(Instant),
  codeEndsAt: Schema.NullOr(Instant),
  verifiedUntil: Schema.NullOr(Instant),
  lockedUntil: Schema.NullOr(Instant),
  accountEndsAt: Schema.NullOr(Instant),
});
/** What can happen to a verification. */
export const VerificationEvent = Schema.Union([
  Schema.Struct({ type: Schema.Literal("code.requested") }),
  Schema.Struct({ type: Schema.Literal("code.submitted"), matches: Schema.Boolean }),
  Schema.Struct({ type: Schema.Literal("pass.issued") }),
  Schema.Struct({ type: Schema.Literal("account.withdrawn") }),
]);
/** What a verification tells. */
export const VerificationOutput = Schema.Literals([
  "code.sent",
  "code.locked",
  "phone.verified",
  "code.mismatched",
  "account.ended",
  "verification.ended",
]);

/** The states of pass. */
export const PassState = Schema.Literals(["unissued", "issued", "accepted", "expired"]);
/** A row of pass. */
export const PassRow = Schema.Struct({
  state: PassState,
  issuedAt: Schema.NullOr(Instant),
  shownUntil: Schema.NullOr(Instant),
  expiresAt: Schema.NullOr(Instant),
});
/** What can happen to a pass. */
export const PassEvent = Schema.Union([
  Schema.Struct({ type: Schema.Literal("pass.issued") }),
  Schema.Struct({ type: Schema.Literal("pass.presented") }),
  Schema.Struct({ type: Schema.Literal("pass.scanned") }),
]);
/** What a pass tells. */
export const PassOutput = Schema.Literals(["pass.shown", "pass.presented", "pass.accepted"]);

/** The states of visit. */
export const VisitState = Schema.Literals(["absent", "recorded", "disclosed", "erased"]);
/** A row of visit. */
export const VisitRow = Schema.Struct({
  state: VisitState,
  eraseAt: Schema.NullOr(Instant),
  late: Schema.Boolean,
});
/** What can happen to a visit. */
export const VisitEvent = Schema.Union([
  Schema.Struct({
    type: Schema.Literal("visit.recorded"),
    passIssuedAt: Schema.NullOr(Instant),
    late: Schema.Boolean,
  }),
  Schema.Struct({ type: Schema.Literal("visit.released") }),
]);
/** What a visit tells. */
export const VisitOutput = Schema.Literals(["visit.stored", "visit.disclosed", "visit.erased"]);

/** The states of day. */
export const DayState = Schema.Literals(["unopened", "kept", "erased"]);
/** A row of day. */
export const DayRow = Schema.Struct({ state: DayState, endsAt: Schema.NullOr(Instant) });
/** What can happen to a day. */
export const DayEvent = Schema.Union([Schema.Struct({ type: Schema.Literal("day.opened") })]);
/** What a day tells. */
export const DayOutput = Schema.Literals(["day.opened", "day.erased"]);

/** The states of disclosure. */
export const DisclosureState = Schema.Literals([
  "absent",
  "requested",
  "approved",
  "released",
  "answered",
  "closed",
  "denied",
  "lapsed",
]);
/** A row of disclosure. */
export const DisclosureRow = Schema.Struct({
  state: DisclosureState,
  requestedBy: Schema.NullOr(Schema.String),
  approvedBy: Schema.NullOr(Schema.String),
  ground: Schema.Literals(["none", "investigation"]),
  lapseAt: Schema.NullOr(Instant),
  answerEndsAt: Schema.NullOr(Instant),
});
/** What can happen to a disclosure. */
export const DisclosureEvent = Schema.Union([
  Schema.Struct({
    type: Schema.Literal("case.requested"),
    officer: Schema.NullOr(Schema.String),
    ground: Schema.Literals(["none", "investigation"]),
    venues: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 1000 })),
    windowStart: Schema.NullOr(Instant),
    windowEnd: Schema.NullOr(Instant),
  }),
  Schema.Struct({ type: Schema.Literal("case.approved"), officer: Schema.NullOr(Schema.String) }),
  Schema.Struct({ type: Schema.Literal("case.denied"), officer: Schema.NullOr(Schema.String) }),
  Schema.Struct({
    type: Schema.Literal("case.released"),
    records: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 1000000 })),
  }),
  Schema.Struct({ type: Schema.Literal("case.answered"), recordsEndAt: Schema.NullOr(Instant) }),
  Schema.Struct({ type: Schema.Literal("case.closed") }),
]);
/** What a disclosure tells. */
export const DisclosureOutput = Schema.Literals([
  "case.opened",
  "case.approved",
  "case.denied",
  "case.lapsed",
  "case.released",
  "case.answered",
  "case.erased",
]);
