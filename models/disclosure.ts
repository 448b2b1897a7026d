/**
 * The lifecycle of a case: the one way in which who and where are joined, kept by the authority.
 * It needs a legal ground, a bounded scope and two different officers, and every state but the last ones has a deadline.
 * What a case learned is erased with its answer's end, and never later than the records it came from.
 */
import {
  and,
  below,
  equals,
  field,
  given,
  literal,
  min,
  never,
  not,
  now,
  oneOf,
  policy,
  reached,
  startOfDay,
  sum,
} from "./language/expression.ts";
import { count, choice, id, instant } from "./language/fields.ts";
import { event, lifecycle, refuse, to, type Transition } from "./language/lifecycle.ts";
import { vocabularies } from "./policy.ts";

const needsAnother = below(literal(1), policy("officersRequired"));
const sameOfficer = and(needsAnother, equals(given("officer"), field("requestedBy")));

const requestedScope: readonly Transition[] = [
  refuse("case-without-ground", {
    when: not(oneOf(given("ground"), "caseGrounds")),
    says: "The case names no legal ground.",
    clauses: ["S8", "F13"],
  }),
  refuse("case-without-venue", {
    when: below(given("venues"), literal(1)),
    says: "The case names no venue.",
    clauses: ["F6", "C7"],
  }),
  refuse("case-venues-exceeded", {
    when: below(policy("caseVenues"), given("venues")),
    says: "The case names more venues than a case may have.",
    clauses: ["C7"],
  }),
  refuse("case-window-inverted", {
    when: reached(given("windowEnd"), given("windowStart")),
    says: "The window ends before it starts.",
    clauses: ["F6", "C7"],
  }),
  refuse("case-window-exceeded", {
    when: not(reached(given("windowEnd"), sum(given("windowStart"), policy("caseWindow")))),
    says: "The window is longer than a case may have.",
    clauses: ["C7"],
  }),
  refuse("case-window-ahead", {
    when: not(reached(given("windowEnd"))),
    says: "The window reaches into the future.",
    clauses: ["F6"],
  }),
  refuse("case-window-erased", {
    when: reached(sum(startOfDay(given("windowEnd")), policy("retention"))),
    says: "Everything in this window has been erased.",
    clauses: ["S9", "F5"],
  }),
  to("requested", {
    set: {
      requestedBy: given("officer"),
      ground: given("ground"),
      lapseAt: sum(now, policy("caseDecision")),
    },
    tell: "case.opened",
    says: "An officer asks for the records of named venues in a window, on a legal ground.",
    clauses: ["S8", "F6", "F13", "C7"],
  }),
];

const lapsing = (says: string): readonly Transition[] => [
  to("lapsed", { set: { lapseAt: never }, tell: "case.lapsed", says, clauses: ["C4", "C13"] }),
];
const erasing = (says: string): readonly Transition[] => [
  to("closed", { set: { answerEndsAt: never }, tell: "case.erased", says, clauses: ["C4"] }),
];
const people = ["requestedBy", "approvedBy", "ground"] as const;

export const disclosure = lifecycle({
  id: "disclosure",
  description: "A case of the quarantine authority: who and where are joined under it, or not at all.",
  initial: "absent",
  meta: {
    keptAs: "row",
    parties: ["authority"],
    clauses: ["S8", "F6", "F13", "C4", "C7"],
    fields: {
      requestedBy: id,
      approvedBy: id,
      ground: choice(...vocabularies.ground),
      lapseAt: instant,
      answerEndsAt: instant,
    },
    events: {
      "case.requested": event(["S8", "F6", "C7"], {
        officer: id,
        ground: choice(...vocabularies.ground),
        venues: count(1_000, [0, 1, 20, 21]),
        windowStart: instant,
        windowEnd: instant,
      }),
      "case.approved": event(["C4"], { officer: id }),
      "case.denied": event(["C4"], { officer: id }),
      "case.released": event(["S8", "F6"], { records: count(1_000_000, [0, 10_000, 10_001]) }),
      "case.answered": event(["S8", "F6", "C4"], { recordsEndAt: instant }),
      "case.closed": event(["C4"]),
    },
  },
  states: {
    absent: {
      description: "There is no such case.",
      meta: { clauses: ["S8"], keeps: [], gone: true },
      on: { "case.requested": requestedScope },
    },
    requested: {
      description: "One officer has asked; a second, different one has to decide.",
      meta: { clauses: ["C4"], keeps: ["requestedBy", "ground", "lapseAt"] },
      on: {
        "case.approved": [
          refuse("case-same-officer", {
            when: sameOfficer,
            says: "The officer who asks cannot approve.",
            clauses: ["C4"],
          }),
          to("approved", {
            set: { approvedBy: given("officer"), lapseAt: sum(now, policy("caseLifetime")) },
            tell: "case.approved",
            says: "A second officer approves; the case lives 72 hours from now.",
            clauses: ["C4"],
          }),
        ],
        "case.denied": [
          to("denied", {
            set: { lapseAt: never },
            tell: "case.denied",
            says: "An officer denies the case.",
            clauses: ["C4"],
          }),
        ],
      },
      after: { lapseAt: lapsing("Nobody decided in time.") },
    },
    approved: {
      description: "Two officers stand behind the case; the custodian may be asked.",
      meta: { clauses: ["C4", "S8"], keeps: [...people, "lapseAt"] },
      on: {
        "case.released": [
          refuse("case-records-exceeded", {
            when: below(policy("caseRecords"), given("records")),
            says: "The release holds more records than a case may have.",
            clauses: ["C7"],
          }),
          to("released", {
            tell: "case.released",
            says: "The custodian has released sealed records under this case.",
            clauses: ["S8", "F6"],
          }),
        ],
      },
      after: { lapseAt: lapsing("The 72 hours of the case are over.") },
    },
    released: {
      description: "Sealed records are released; the issuer has not answered yet.",
      meta: { clauses: ["F6", "C4"], keeps: [...people, "lapseAt"] },
      on: {
        "case.answered": [
          to("answered", {
            set: {
              lapseAt: never,
              answerEndsAt: min(sum(now, policy("caseAnswerKept")), given("recordsEndAt")),
            },
            tell: "case.answered",
            says: "The issuer has answered to the two officers.",
            clauses: ["S8", "F6", "C4"],
          }),
        ],
      },
      after: { lapseAt: lapsing("The 72 hours of the case are over.") },
    },
    answered: {
      description: "The two officers hold the answer, for as long as the policy keeps it.",
      meta: { clauses: ["C4"], keeps: [...people, "answerEndsAt"] },
      on: { "case.closed": erasing("The case is closed and what it learned erased.") },
      after: { answerEndsAt: erasing("The time of the answer is over: erased.") },
    },
    closed: {
      type: "final",
      description: "The case is over and what it learned is erased; that it was stays on record.",
      meta: { clauses: ["C4"], keeps: [...people] },
    },
    denied: {
      type: "final",
      description: "An officer denied the case; nothing was joined.",
      meta: { clauses: ["C4"], keeps: ["requestedBy", "ground"] },
    },
    lapsed: {
      type: "final",
      description: "The case ran out of time.",
      meta: { clauses: ["C4", "C13"], keeps: [...people] },
    },
  },
});
