/**
 * The lifecycle of a person's consent to the personal-information notice, kept by the issuer.
 * A consent names the version of the notice it was given to; a newer notice makes it outdated, withdrawing ends it at once.
 * It never revives by itself: consenting again is a new consent, given to the notice in force.
 */
import { equals, field, given, literal, never, not, now, policy, sum } from "./language/expression.ts";
import { count, instant } from "./language/fields.ts";
import { event, lifecycle, refuse, stay, to, type Transition } from "./language/lifecycle.ts";

const current = equals(given("noticeVersion"), policy("noticeVersion"));
const askedAtEveryPass = equals(policy("consentAsked"), literal("everyPass"));

/** Agreeing is answered alike wherever it is allowed. */
const agreeing: readonly Transition[] = [
  refuse("notice-outdated", {
    when: not(current),
    says: "The notice agreed to is not the one in force.",
    clauses: ["S4", "F13"],
  }),
  to("given", {
    when: askedAtEveryPass,
    set: {
      noticeVersion: given("noticeVersion"),
      givenAt: now,
      endsAt: sum(now, policy("consentSession")),
    },
    tell: "consent.recorded",
    says: "Consent is given for one pass and its renewals.",
    clauses: ["S4", "F1", "F3", "C12"],
  }),
  to("given", {
    set: { noticeVersion: given("noticeVersion"), givenAt: now, endsAt: never },
    tell: "consent.recorded",
    says: "Consent is given once, until it is withdrawn or the notice changes.",
    clauses: ["S4", "F1"],
  }),
];

const nothingSaid = { noticeVersion: literal(0), givenAt: never, endsAt: never };

const withdrawing: readonly Transition[] = [
  to("withdrawn", {
    set: nothingSaid,
    tell: "consent.ended",
    says: "Withdrawing ends the consent at once.",
    clauses: ["C5"],
  }),
];

const sessionOver: readonly Transition[] = [
  to("absent", {
    set: nothingSaid,
    says: "The consent has covered its pass; the next one asks again.",
    clauses: ["F1", "C12"],
  }),
];

export const consent = lifecycle({
  id: "consent",
  description: "A person's consent to the notice, as the issuer keeps it.",
  initial: "absent",
  meta: {
    keptAs: "row",
    parties: ["issuer"],
    clauses: ["S4", "F1", "C5"],
    fields: { noticeVersion: count(1_000_000, [0, 1, 2]), givenAt: instant, endsAt: instant },
    events: {
      "consent.given": event(["S4", "F1"], { noticeVersion: count(1_000_000, [0, 1, 2]) }),
      "consent.withdrawn": event(["C5"]),
      "notice.published": event(["S4", "F13"], { noticeVersion: count(1_000_000, [0, 1, 2]) }),
    },
  },
  states: {
    absent: {
      description: "No consent is in force: never asked, or the last one has covered its pass.",
      meta: { clauses: ["S4"], keeps: [], gone: true },
      on: {
        "consent.given": agreeing,
        "consent.withdrawn": [
          refuse("consent-absent", { says: "There is no consent to withdraw.", clauses: ["C5"] }),
        ],
      },
    },
    given: {
      description: "The person has agreed to the notice of a known version.",
      meta: { clauses: ["S4", "F1"], keeps: ["noticeVersion", "givenAt", "endsAt"] },
      on: {
        "consent.given": agreeing,
        "consent.withdrawn": withdrawing,
        "notice.published": [
          to("outdated", {
            when: not(equals(given("noticeVersion"), field("noticeVersion"))),
            says: "A new notice makes the consent outdated.",
            clauses: ["S4", "F13"],
          }),
          stay({ says: "The notice is the one agreed to.", clauses: ["S4"] }),
        ],
      },
      after: { endsAt: sessionOver },
    },
    outdated: {
      description: "The notice has changed since the person agreed; agreeing again is needed.",
      meta: { clauses: ["S4", "F13"], keeps: ["noticeVersion", "givenAt", "endsAt"] },
      on: { "consent.given": agreeing, "consent.withdrawn": withdrawing },
      after: { endsAt: sessionOver },
    },
    withdrawn: {
      type: "final",
      description:
        "The person has withdrawn; nothing of the consent is kept, and consenting again begins anew.",
      meta: { clauses: ["C5", "C9"], keeps: [], gone: true },
    },
  },
});
