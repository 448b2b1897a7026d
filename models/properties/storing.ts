/**
 * What must hold whenever a visit is stored: in the pass's time, once, and in reach of a join for long enough.
 * Online the custodian's clock counts; a late delivery is judged at the instant that the venue signed.
 */
import {
  and,
  equals,
  flag,
  given,
  literal,
  not,
  or,
  policy,
  present,
  reached,
  sum,
} from "../language/expression.ts";
import { before } from "./comparing.ts";
import { property } from "./property.ts";

const useless = sum(given("passIssuedAt"), policy("passUseless"));

export const passBounded = property({
  id: "pass-bounded",
  clauses: ["C11", "F3", "C3"],
  prose:
    "Nothing is stored under a pass from 60 seconds after its time on; a late delivery was scanned within that time and comes within 6 hours.",
  clock: "custodian",
  trace: "witness",
  grade: "watched",
  judges: {
    visitStored: {
      then: or(
        and(not(flag(given("late"))), before(given("at"), useless)),
        and(
          flag(given("late")),
          before(given("scannedAt"), useless),
          before(given("at"), sum(given("scannedAt"), policy("lateDelivery"))),
        ),
      ),
    },
  },
});

export const storedOnce = property({
  id: "stored-once",
  clauses: ["S7", "F3"],
  prose: "No pass is stored twice, at one venue or at two.",
  clock: "none",
  trace: "witness",
  grade: "watched",
  judges: { passStored: { then: equals(given("times"), literal(1)) } },
});

const joinableUntil = sum(given("scannedAt"), policy("joinableAtLeast"));

export const tracePossible = property({
  id: "trace-possible",
  clauses: ["C11", "F5", "C5"],
  prose:
    "A stored visit can be joined for at least 14 days, unless the person withdraws: its record, its keys and the account behind it stay that long.",
  clock: "custodian",
  trace: "witness",
  grade: "watched",
  judges: {
    visitStored: { then: and(present(given("eraseAt")), reached(joinableUntil, given("eraseAt"))) },
    // Passes of a day are issued until the next one starts.
    dayErased: { then: reached(sum(given("dayEnd"), policy("joinableAtLeast")), given("at")) },
    personJoined: {
      when: and(not(present(given("withdrawnAt"))), before(given("at"), joinableUntil)),
      then: flag(given("named")),
    },
  },
});
