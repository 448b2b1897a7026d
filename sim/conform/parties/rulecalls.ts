/**
 * The rules of the law as methods of the generated rule services: each trigger, in words, becomes a typed call.
 * Rules over passes and visits are decided inside a batch, as the parties do it; the others by the method that answers one caller.
 * It decides nothing; a rule without a call here is found by a test.
 */
import { Effect } from "effect";
import type { AuthorityRulesService } from "../../../impl/generated/services/authority.ts";
import type { CustodianRulesService } from "../../../impl/generated/services/custodian.ts";
import type { IssuerRulesService } from "../../../impl/generated/services/issuer.ts";
import type { VenueRulesService } from "../../../impl/generated/services/venue.ts";
import { passTable, visitTable } from "../../../impl/generated/tables.ts";
import { isRefusal, refusalCode, toldName, type Refused } from "../../../impl/lifecycle/refused.ts";
import type { StoreUnavailable } from "../../../impl/store/unavailable.ts";
import type { Instances } from "../../../models/language/decide.ts";
import type { Value } from "../../../models/language/expression.ts";
import type { Instance } from "../../../models/language/interpret.ts";
import { amountOf, flagOf, grounds, levels, textOf, wordOf } from "./given.ts";
import { putInto, takenFrom } from "./scratch.ts";

export interface RuleAnswer {
  /** What the rule's first step told; empty for nothing. */
  readonly told: string;
  readonly refused: string;
  /** The passes and visits that went through the decision. */
  readonly passedThrough: Instances;
}

/** Row instances are called by their names in the rule; passes and visits come as they stand. */
export type RuleCall = (
  given: Readonly<Record<string, Value>>,
  at: number,
  before: Instances,
) => Effect.Effect<RuleAnswer, StoreUnavailable>;
export type RuleCalls = Readonly<Record<string, RuleCall>>;

const said = (answer: Effect.Effect<string, Refused | StoreUnavailable>) =>
  answer.pipe(
    Effect.map((told): RuleAnswer => ({ told, refused: "", passedThrough: {} })),
    Effect.catchTag("Refused", ({ code }) => Effect.succeed({ told: "", refused: code, passedThrough: {} })),
  );

const numbered = (answer: number, passedThrough: Instances): RuleAnswer =>
  isRefusal(answer)
    ? { told: "", refused: refusalCode(answer), passedThrough }
    : { told: toldName(answer), refused: "", passedThrough };

const standing = (before: Instances, name: string): Instance => {
  const found = before[name];
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
};

export const issuerCalls = (rules: IssuerRulesService): RuleCalls => ({
  "issuer.announceLevel": (given, at) =>
    said(rules.announceLevel({ crisis: "crisis", level: wordOf(given, "level", levels), at })),
  "issuer.openDay": (given, at) =>
    said(rules.openDay({ day: "day", startedAt: amountOf(given, "startedAt"), at })),
  "issuer.agree": (given, at) =>
    said(
      rules.agree({
        crisis: "crisis",
        consent: "consent",
        noticeVersion: amountOf(given, "noticeVersion"),
        guardianNeeded: flagOf(given, "guardianNeeded"),
        guardianConfirmed: flagOf(given, "guardianConfirmed"),
        at,
      }),
    ),
  "issuer.sendCode": (given, at) =>
    said(
      rules.sendCode({
        crisis: "crisis",
        consent: "consent",
        verification: "verification",
        sendsByOthers: amountOf(given, "sendsByOthers"),
        sendsFromNetwork: amountOf(given, "sendsFromNetwork"),
        at,
      }),
    ),
  "issuer.checkCode": (given, at) =>
    said(
      rules.checkCode({
        crisis: "crisis",
        consent: "consent",
        verification: "verification",
        matches: flagOf(given, "matches"),
        at,
      }),
    ),
  "issuer.issue": (given, at, before) =>
    rules.batch({ crisis: ["crisis"], consent: ["consent"], verification: ["verification"] }, (decide) =>
      Effect.sync(() => {
        const { books, scratch } = decide;
        putInto(scratch.pass, passTable, standing(before, "pass"));
        const answer = decide.issue(
          books.crisis.slot("crisis"),
          books.consent.slot("consent"),
          books.verification.slot("verification"),
          "",
          amountOf(given, "passesLastMinute"),
          at,
        );
        return numbered(answer, { pass: takenFrom(scratch.pass, passTable) });
      }),
    ),
  "issuer.withdraw": (_, at) =>
    said(rules.withdraw({ consent: "consent", verification: "verification", at })),
  "issuer.publishNotice": (given, at) =>
    said(rules.publishNotice({ consent: "consent", noticeVersion: amountOf(given, "noticeVersion"), at })),
  "issuer.answer": (given, at) =>
    said(
      rules.answer({
        releaseSigned: flagOf(given, "releaseSigned"),
        officers: amountOf(given, "officers"),
        listed: flagOf(given, "listed"),
        answeredBefore: flagOf(given, "answeredBefore"),
        records: amountOf(given, "records"),
        recordsOfDay: amountOf(given, "recordsOfDay"),
        cosigners: amountOf(given, "cosigners"),
        caseEndsAt: amountOf(given, "caseEndsAt"),
        at,
      }),
    ),
});

export const venueCalls = (rules: VenueRulesService): RuleCalls => ({
  "venue.scan": (given, at) =>
    said(
      rules.scan({ registered: flagOf(given, "registered"), wellFormed: flagOf(given, "wellFormed"), at }),
    ),
});

/** Both ways of recording ask for the same facts; a late one for the device's silence besides. */
const recordingBy =
  (rules: CustodianRulesService, late: boolean): RuleCall =>
  (given, at, before) =>
    rules.batch({ crisis: ["crisis"] }, (decide) =>
      Effect.sync(() => {
        const { books, scratch } = decide;
        putInto(scratch.pass, passTable, standing(before, "pass"));
        putInto(scratch.visit, visitTable, standing(before, "visit"));
        const fact = (name: string) => Number(flagOf(given, name));
        const facts = [
          books.crisis.slot("crisis"),
          "",
          "",
          fact("wellFormed"),
          fact("venueKnown"),
          fact("epochKnown"),
          fact("passSigned"),
          fact("scanSigned"),
          fact("challengeAnswered"),
          amountOf(given, "scansLastMinute"),
          amountOf(given, "scannedAt"),
          amountOf(given, "passIssuedAt"),
        ] as const;
        const answer = late
          ? decide.recordLate(...facts, fact("venueSilent"), at)
          : decide.record(...facts, at);
        return numbered(answer, {
          pass: takenFrom(scratch.pass, passTable),
          visit: takenFrom(scratch.visit, visitTable),
        });
      }),
    );

export const custodianCalls = (rules: CustodianRulesService): RuleCalls => ({
  "custodian.announceLevel": (given, at) =>
    said(rules.announceLevel({ crisis: "crisis", level: wordOf(given, "level", levels), at })),
  "custodian.record": recordingBy(rules, false),
  "custodian.recordLate": recordingBy(rules, true),
  "custodian.openDay": (given, at) =>
    said(rules.openDay({ day: "day", startedAt: amountOf(given, "startedAt"), at })),
  "custodian.release": (given, at) =>
    said(
      rules.release({
        officers: amountOf(given, "officers"),
        ground: wordOf(given, "ground", grounds),
        venues: amountOf(given, "venues"),
        windowStart: amountOf(given, "windowStart"),
        windowEnd: amountOf(given, "windowEnd"),
        approvedAt: amountOf(given, "approvedAt"),
        records: amountOf(given, "records"),
        recordsOfDay: amountOf(given, "recordsOfDay"),
        cosigners: amountOf(given, "cosigners"),
        at,
      }),
    ),
  "custodian.releaseVisit": (_, at, before) =>
    rules.batch({}, (decide) =>
      Effect.sync(() => {
        const { visit } = decide.scratch;
        putInto(visit, visitTable, standing(before, "visit"));
        return numbered(decide.releaseVisit("", at), { visit: takenFrom(visit, visitTable) });
      }),
    ),
});

export const authorityCalls = (rules: AuthorityRulesService): RuleCalls => {
  const disclosure = "disclosure";
  return {
    "authority.request": (given, at) =>
      said(
        rules.request({
          disclosure,
          officer: textOf(given, "officer"),
          ground: wordOf(given, "ground", grounds),
          venues: amountOf(given, "venues"),
          windowStart: amountOf(given, "windowStart"),
          windowEnd: amountOf(given, "windowEnd"),
          at,
        }),
      ),
    "authority.approve": (given, at) =>
      said(rules.approve({ disclosure, officer: textOf(given, "officer"), at })),
    "authority.deny": (given, at) => said(rules.deny({ disclosure, officer: textOf(given, "officer"), at })),
    "authority.receiveRelease": (given, at) =>
      said(rules.receiveRelease({ disclosure, records: amountOf(given, "records"), at })),
    "authority.receiveAnswer": (given, at) =>
      said(rules.receiveAnswer({ disclosure, recordsEndAt: amountOf(given, "recordsEndAt"), at })),
    "authority.close": (_, at) => said(rules.close({ disclosure, at })),
  };
};
