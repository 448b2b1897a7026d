/**
 * The case: an officer asks for the record of one visit, a second decides, custodian and issuer are asked in turn, and it ends.
 * Whoever visited may withdraw at any time; every request that one of the parties must refuse is made as well.
 */
import { inState, now, policy, startOfDay, sum } from "../language/expression.ts";
import { instant } from "../language/fields.ts";
import type { Slice } from "../language/slice.ts";
import { answering, closing, receivingAnswer, receivingRelease } from "./moves/answering.ts";
import { caseInstance, caseIsOver, caseVariables, heldOfCase, losing } from "./moves/case.ts";
import { releasingCase } from "./moves/releasing.ts";
import { deciding, requesting } from "./moves/requesting.ts";
import { heldVisit } from "./moves/door.ts";
import { releasing } from "./moves/keeping.ts";
import { customer, heldOf, withdrawing, withdrawnAt } from "./moves/person.ts";

export const caseSlice: Slice = {
  id: "case",
  description: "One case for the record of one visit, from its request to the end of its answer.",
  leavesOut:
    "How the visit came to be stored: it is there at the beginning. Other cases, which share only the nation's limit.",
  beginsWith:
    "A visit of the first person has just been scanned and stored; that person's consent stands, the phone is verified, and no case is requested.",
  ticksADay: 1,
  horizon: 6,
  small: {
    consentSession: 1,
    verificationValidity: 4,
    accountKept: 5,
    clockSkew: 1,
    passLifetime: 1,
    retention: 5,
    joinableAtLeast: 3,
    sweepLateness: 1,
    caseDecision: 2,
    caseLifetime: 2,
    caseAnswerKept: 2,
    caseWindow: 1,
  },
  instances: {
    ...customer("1"),
    visit1: {
      machine: "visit",
      party: "custodian",
      of: "first pass",
      begins: { state: "recorded", fields: { eraseAt: sum(startOfDay(now), policy("retention")) } },
    },
    case: caseInstance,
  },
  variables: { [withdrawnAt("1")]: instant, scannedAt1: instant, ...caseVariables },
  remembers: { scannedAt1: now },
  moves: [
    releasing,
    withdrawing("1"),
    ...requesting,
    ...deciding,
    ...releasingCase,
    ...receivingRelease,
    ...answering,
    receivingAnswer,
    closing,
    ...losing,
  ],
  watches: [...heldOf("1"), heldVisit("1"), ...heldOfCase],
  swaps: [
    {
      says: "the two officers",
      instances: [],
      variables: [],
      ids: [["first", "second"]],
    },
  ],
  atLast: [
    {
      id: "case",
      promise: "everything-ends",
      when: inState("case", "requested", "approved", "released", "answered"),
      then: caseIsOver,
    },
  ],
};
