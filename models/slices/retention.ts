/**
 * Retention: one day of issuer and custodian with a pass, its visit, the keys and the account behind it, until nothing of it is left.
 * Deposits may be lost or doubled, scans late, sweeps late, row and vault erased apart; the person may withdraw.
 */
import { instant, count } from "../language/fields.ts";
import { inState } from "../language/expression.ts";
import type { Slice } from "../language/slice.ts";
import { issuedAt, passAndVisit, storedTimes } from "./moves/door.ts";
import {
  dayIsOpen,
  days,
  dayVariables,
  heldOfDay,
  joining,
  opening,
  releasing,
  storing,
  sweeping,
} from "./moves/keeping.ts";
import { crisisOf } from "./moves/level.ts";
import { asking, customer, heldOf, withdrawing, withdrawnAt } from "./moves/person.ts";
import { now } from "../language/expression.ts";

const { pass1, visit1 } = passAndVisit("1");

export const retention: Slice = {
  id: "retention",
  description: "One day with its keys, a pass, its visit and the account behind it, until nothing is left.",
  leavesOut:
    "Other days, which share nothing with this one; how the person came to be verified; what a case does with a record.",
  beginsWith:
    "The crisis level allows collection, the first person's consent stands and the phone has just been verified; no day is opened and no pass is issued.",
  ticksADay: 2,
  horizon: 6,
  small: {
    consentSession: 1,
    verificationValidity: 3,
    accountKept: 6,
    passLifetime: 1,
    clockSkew: 1,
    passUseless: 4,
    lateDelivery: 2,
    retention: 6,
    joinableAtLeast: 3,
    sweepLateness: 1,
  },
  instances: {
    crisis: crisisOf("issuer", "active"),
    crisisAtCustodian: crisisOf("custodian", "active"),
    ...customer("1"),
    ...(pass1 === undefined ? {} : { pass1 }),
    ...(visit1 === undefined ? {} : { visit1: { ...visit1, sweptWithin: "sweepLateness" } }),
    ...days,
  },
  variables: {
    [withdrawnAt("1")]: instant,
    [issuedAt("1")]: instant,
    [storedTimes("1")]: count(2),
    ...dayVariables,
  },
  moves: [
    ...opening,
    ...asking("1", "pass1", { when: dayIsOpen, done: { [issuedAt("1")]: now } }),
    ...storing,
    releasing,
    joining,
    withdrawing("1"),
    ...sweeping,
  ],
  watches: [...heldOf("1"), ...heldOfDay],
  swaps: [],
  atLast: [
    {
      id: "visit",
      promise: "everything-ends",
      when: inState("visit1", "recorded", "disclosed"),
      then: inState("visit1", "absent"),
    },
    {
      id: "day",
      promise: "retention-kept",
      when: inState("dayAtIssuer", "kept"),
      then: inState("dayAtIssuer", "unopened"),
    },
  ],
};
