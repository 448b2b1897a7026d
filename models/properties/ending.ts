/**
 * What must at last end: visits, keys and copies by their retention, and everything else by its own deadline.
 * A sweep may be late by what the policy says; a right never lasts longer for it.
 */
import {
  and,
  equals,
  given,
  literal,
  not,
  or,
  policy,
  present,
  startOfDay,
  sum,
} from "../language/expression.ts";
import { among, atOnce, byThen } from "./comparing.ts";
import { property } from "./property.ts";

const endOfDaysKeeping = sum(given("dayStart"), policy("retention"));
/** It is still there, and neither its end nor the lateness that a sweep is allowed is over. */
const endsInTime = byThen(given("at"), sum(given("endsAt"), policy("sweepLateness")));

export const retentionKept = property({
  id: "retention-kept",
  clauses: ["S9", "F5", "C2", "C4"],
  prose:
    "A visit ends 28 days after the start of the day of its pass, and so do the keys, aliases and shares of that day; being disclosed moves nothing, and no answer outlives its records.",
  clock: "custodian",
  trace: "durable",
  grade: "watched",
  judges: {
    visitStored: {
      then: atOnce(given("eraseAt"), sum(startOfDay(given("passIssuedAt")), policy("retention"))),
    },
    visitReleased: { then: atOnce(given("eraseAtBefore"), given("eraseAtAfter")) },
    dayOpened: { then: atOnce(given("endsAt"), endOfDaysKeeping) },
    dayErased: { then: byThen(given("at"), sum(endOfDaysKeeping, policy("sweepLateness"))) },
    answerKept: {
      then: and(
        byThen(given("answerEndsAt"), given("recordsEndAt")),
        byThen(given("answerEndsAt"), sum(given("at"), policy("caseAnswerKept"))),
      ),
    },
    // Of what retention speaks; all else that has an end is the business of everything-ends.
    stillHeld: {
      when: among(given("what"), "visit", "day", "key", "alias", "share", "answer"),
      then: endsInTime,
    },
  },
});

export const erasedStaysErased = property({
  id: "erased-stays-erased",
  clauses: ["S9", "C2", "C10"],
  prose: "Of a day that a party has erased nothing is ever found, stored or opened with it again.",
  clock: "custodian",
  trace: "durable",
  grade: "watched",
  judges: {
    daySeenAgain: { then: or(not(present(given("erasedAt"))), equals(given("records"), literal(0))) },
  },
});

export const everythingEnds = property({
  id: "everything-ends",
  clauses: ["S9", "C4", "C9", "C13"],
  prose:
    "Every record, consent, code, lock, account, case and answer ends within its own deadline and the stated lateness of the sweep.",
  clock: "issuer",
  trace: "durable",
  grade: "watched",
  judges: { stillHeld: { then: endsInTime } },
});
