// Generated from models/ by `entrylog generate`; never edited by hand. Stamp 098db7247bff9de3.
import { type StepLog } from "../../lifecycle/core.ts";
import type { PolicyNumbers } from "../policy.ts";
import { refusalOf, toldOf } from "../law.ts";
import {
  disclosureCaseAnswered,
  disclosureCaseApproved,
  disclosureCaseClosed,
  disclosureCaseDenied,
  disclosureCaseReleased,
  disclosureCaseRequested,
  settleDisclosure,
  type DisclosureColumns,
} from "../core/disclosure.ts";

/** An officer opens a case. Clauses S8, F6, C7. */
export function authorityRequest(
  disclosure: DisclosureColumns,
  disclosureSlot: number,
  officer: number,
  ground: number,
  venues: number,
  windowStart: number,
  windowEnd: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  settleDisclosure(disclosure, disclosureSlot, 0, now, policy, log);
  const taken = disclosureCaseRequested(
    disclosure,
    disclosureSlot,
    officer,
    ground,
    venues,
    windowStart,
    windowEnd,
    now,
    policy,
    log,
  );
  const refused = refusalOf(6, taken);
  if (refused > 0) return refused;
  settleDisclosure(disclosure, disclosureSlot, now, now, policy, log);
  return -toldOf(6, taken);
}

/** A second officer approves the case. Clauses C4. */
export function authorityApprove(
  disclosure: DisclosureColumns,
  disclosureSlot: number,
  officer: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  settleDisclosure(disclosure, disclosureSlot, 0, now, policy, log);
  const taken = disclosureCaseApproved(disclosure, disclosureSlot, officer, now, policy, log);
  const refused = refusalOf(6, taken);
  if (refused > 0) return refused;
  settleDisclosure(disclosure, disclosureSlot, now, now, policy, log);
  return -toldOf(6, taken);
}

/** An officer denies the case. Clauses C4. */
export function authorityDeny(
  disclosure: DisclosureColumns,
  disclosureSlot: number,
  officer: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  settleDisclosure(disclosure, disclosureSlot, 0, now, policy, log);
  const taken = disclosureCaseDenied(disclosure, disclosureSlot, officer, now, policy, log);
  const refused = refusalOf(6, taken);
  if (refused > 0) return refused;
  settleDisclosure(disclosure, disclosureSlot, now, now, policy, log);
  return -toldOf(6, taken);
}

/** The custodian's release arrives. Clauses F6. */
export function authorityReceiveRelease(
  disclosure: DisclosureColumns,
  disclosureSlot: number,
  records: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  settleDisclosure(disclosure, disclosureSlot, 0, now, policy, log);
  const taken = disclosureCaseReleased(disclosure, disclosureSlot, records, now, policy, log);
  const refused = refusalOf(6, taken);
  if (refused > 0) return refused;
  settleDisclosure(disclosure, disclosureSlot, now, now, policy, log);
  return -toldOf(6, taken);
}

/** The issuer's answer arrives, sealed to the two officers. Clauses F6, C4. */
export function authorityReceiveAnswer(
  disclosure: DisclosureColumns,
  disclosureSlot: number,
  recordsEndAt: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  settleDisclosure(disclosure, disclosureSlot, 0, now, policy, log);
  const taken = disclosureCaseAnswered(disclosure, disclosureSlot, recordsEndAt, now, policy, log);
  const refused = refusalOf(6, taken);
  if (refused > 0) return refused;
  settleDisclosure(disclosure, disclosureSlot, now, now, policy, log);
  return -toldOf(6, taken);
}

/** The case is closed and its answer erased. Clauses C4. */
export function authorityClose(
  disclosure: DisclosureColumns,
  disclosureSlot: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  settleDisclosure(disclosure, disclosureSlot, 0, now, policy, log);
  const taken = disclosureCaseClosed(disclosure, disclosureSlot, now, policy, log);
  const refused = refusalOf(6, taken);
  if (refused > 0) return refused;
  settleDisclosure(disclosure, disclosureSlot, now, now, policy, log);
  return -toldOf(6, taken);
}
