/**
 * The whole: two people at the gate, a pass each, a venue that scans both, their visits, and a case for one of them.
 * It is the other slices put together, with fewer ways to go wrong in each, so that what they leave to each other is really there.
 */
import { and, field, inState, not, now, present } from "../language/expression.ts";
import { instant } from "../language/fields.ts";
import type { Move, Slice } from "../language/slice.ts";
import { answering, closing, receivingAnswer, receivingRelease } from "./moves/answering.ts";
import { caseInstance, caseIsOver, caseVariables, heldOfCase, losing } from "./moves/case.ts";
import { doorVariables, heldVisit, issuedAt, passAndVisit, scanning, delivering } from "./moves/door.ts";
import { crisisOf, level } from "./moves/level.ts";
import { agreeing, asking, customer, heldOf, people, withdrawing, withdrawnAt } from "./moves/person.ts";
import { releasingCase } from "./moves/releasing.ts";
import { deciding, requesting } from "./moves/requesting.ts";

/** Only what everybody does as they should. */
const well = (moves: readonly Move[]): readonly Move[] =>
  moves.filter(({ id }) =>
    [/^request by \w+$/, /^approve/, /^release$/, /^receive the/, /^answer( to nobody)?$/, /^agree \d$/].some(
      (good) => good.test(id),
    ),
  );

export const whole: Slice = {
  id: "whole",
  description: "Two people, a pass each, a venue and a case, with the crisis level and withdrawals.",
  leavesOut:
    "Codes and locks, which are the gate's; keys and late sweeps, which are retention's; forged requests.",
  beginsWith:
    "The crisis level allows collection, both people have consented and verified their phones; no pass is issued, no visit is stored and no case is requested.",
  ticksADay: 1,
  horizon: 3,
  small: {
    consentSession: 1,
    verificationValidity: 3,
    accountKept: 3,
    passLifetime: 1,
    clockSkew: 1,
    passUseless: 4,
    lateDelivery: 1,
    retention: 2,
    joinableAtLeast: 1,
    sweepLateness: 1,
    caseDecision: 1,
    caseLifetime: 1,
    caseAnswerKept: 1,
    caseWindow: 1,
  },
  instances: {
    crisis: crisisOf("issuer", "active"),
    crisisAtCustodian: crisisOf("custodian", "active"),
    ...Object.fromEntries(people.flatMap((n) => Object.entries(customer(n)))),
    ...Object.fromEntries(people.flatMap((n) => Object.entries(passAndVisit(n)))),
    case: caseInstance,
  },
  variables: {
    ...Object.fromEntries(people.map((n) => [withdrawnAt(n), instant])),
    ...doorVariables(["1", "2"], ["1"]),
    scannedAt1: instant,
    ...caseVariables,
  },
  moves: [
    ...level("custodian", "crisisAtCustodian"),
    ...people.flatMap((n) => [
      ...well(agreeing(n)),
      ...asking(n, `pass${n}`, { when: not(present(field(issuedAt(n)))), done: { [issuedAt(n)]: now } }),
      withdrawing(n),
      ...scanning(n, "1").filter(({ id }) => n === "1" || id.startsWith("scan")),
      ...delivering(n, "1").filter(
        ({ id }) => !/and again|ahead/.test(id) && (n === "1" || !/late/.test(id)),
      ),
    ]),
    {
      id: "remember the scan of pass1",
      says: "The authority learns of a visit that matters.",
      party: "authority",
      when: and(inState("visit1", "recorded"), not(present(field("scannedAt1")))),
      sets: { scannedAt1: now },
    },
    ...well(requesting),
    ...deciding,
    ...well(releasingCase),
    ...well(receivingRelease),
    ...well(answering),
    receivingAnswer,
    closing,
    ...losing.filter(({ id }) => id === "lose the answer"),
  ],
  watches: [...people.flatMap(heldOf), heldVisit("1"), heldVisit("2"), ...heldOfCase],
  swaps: [],
  atLast: [
    {
      id: "case",
      promise: "everything-ends",
      when: inState("case", "requested", "approved", "released", "answered"),
      then: caseIsOver,
    },
  ],
};
