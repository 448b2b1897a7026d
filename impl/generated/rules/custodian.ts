// Generated from models/ by `entrylog generate`; never edited by hand. Stamp 098db7247bff9de3.
import { later, never, startOfDayIfAny, type StepLog } from "../../lifecycle/core.ts";
import type { PolicyNumbers } from "../policy.ts";
import { refusalOf, toldOf } from "../law.ts";
import { crisisLevelAnnounced, type CrisisColumns } from "../core/crisis.ts";
import { passPassScanned, settlePass, type PassColumns } from "../core/pass.ts";
import { settleVisit, visitVisitRecorded, visitVisitReleased, type VisitColumns } from "../core/visit.ts";
import { dayDayOpened, settleDay, type DayColumns } from "../core/day.ts";

/** Takes note of the national crisis level; collection stops at once when it no longer allows it. Clauses F7. */
export function custodianAnnounceLevel(
  crisis: CrisisColumns,
  crisisSlot: number,
  level: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  const taken = crisisLevelAnnounced(crisis, crisisSlot, level, now, policy, log);
  const refused = refusalOf(0, taken);
  if (refused > 0) return refused;
  return -toldOf(0, taken);
}

/** Stores the visit of a scan that arrives as it happens. Clauses S7, F3, F4, C3. */
export function custodianRecord(
  crisis: CrisisColumns,
  crisisSlot: number,
  pass: PassColumns,
  passSlot: number,
  visit: VisitColumns,
  visitSlot: number,
  wellFormed: number,
  venueKnown: number,
  epochKnown: number,
  passSigned: number,
  scanSigned: number,
  challengeAnswered: number,
  scansLastMinute: number,
  scannedAt: number,
  passIssuedAt: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  settlePass(pass, passSlot, 0, now, policy, log);
  settleVisit(visit, visitSlot, 0, now, policy, log);
  if (!(crisis.state[crisisSlot] === 1 /* active */)) return 2; // collection-suspended
  if (!(wellFormed === 1)) return 19; // pass-malformed
  if (!(venueKnown === 1)) return 20; // venue-unknown
  if (!(epochKnown === 1)) return 21; // epoch-unknown
  if (!(passSigned === 1)) return 22; // pass-forged
  if (!(scanSigned === 1)) return 23; // scan-forged
  if (!(challengeAnswered === 1)) return 24; // challenge-mismatch
  if (!(scansLastMinute < policy.scansPerMinute)) return 25; // scans-exceeded
  if (!(now + policy.clockSkew >= scannedAt)) return 26; // scan-ahead
  if (!(passIssuedAt !== never && later(scannedAt, policy.clockSkew) >= passIssuedAt)) return 27; // scan-before-pass
  const taken = passPassScanned(pass, passSlot, now, policy, log);
  const refused = refusalOf(3, taken);
  if (refused > 0) return refused;
  settlePass(pass, passSlot, now, now, policy, log);
  visitVisitRecorded(visit, visitSlot, passIssuedAt, 0, now, policy, log);
  settleVisit(visit, visitSlot, now, now, policy, log);
  return -toldOf(3, taken);
}

/** Stores the visit of a scan that a venue without network delivers late, as of the instant it was signed. Clauses S7, C3. */
export function custodianRecordLate(
  crisis: CrisisColumns,
  crisisSlot: number,
  pass: PassColumns,
  passSlot: number,
  visit: VisitColumns,
  visitSlot: number,
  wellFormed: number,
  venueKnown: number,
  epochKnown: number,
  passSigned: number,
  scanSigned: number,
  challengeAnswered: number,
  scansLastMinute: number,
  scannedAt: number,
  passIssuedAt: number,
  venueSilent: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  settlePass(pass, passSlot, 0, scannedAt, policy, log);
  settleVisit(visit, visitSlot, 0, now, policy, log);
  if (!(crisis.state[crisisSlot] === 1 /* active */)) return 2; // collection-suspended
  if (!(wellFormed === 1)) return 19; // pass-malformed
  if (!(venueKnown === 1)) return 20; // venue-unknown
  if (!(epochKnown === 1)) return 21; // epoch-unknown
  if (!(passSigned === 1)) return 22; // pass-forged
  if (!(scanSigned === 1)) return 23; // scan-forged
  if (!(challengeAnswered === 1)) return 24; // challenge-mismatch
  if (!(scansLastMinute < policy.scansPerMinute)) return 25; // scans-exceeded
  if (!(now + policy.clockSkew >= scannedAt)) return 26; // scan-ahead
  if (!(passIssuedAt !== never && later(scannedAt, policy.clockSkew) >= passIssuedAt)) return 27; // scan-before-pass
  if (now >= later(scannedAt, policy.lateDelivery)) return 28; // delivery-too-late
  if (!(venueSilent === 1)) return 29; // venue-not-silent
  const taken = passPassScanned(pass, passSlot, scannedAt, policy, log);
  const refused = refusalOf(3, taken);
  if (refused > 0) return refused;
  settlePass(pass, passSlot, scannedAt, scannedAt, policy, log);
  visitVisitRecorded(visit, visitSlot, passIssuedAt, 1, now, policy, log);
  settleVisit(visit, visitSlot, now, now, policy, log);
  return -toldOf(3, taken);
}

/** Opens the partition of the Seoul day of an epoch, whenever its deposit arrives before the day is over. Clauses C2, C10. */
export function custodianOpenDay(
  day: DayColumns,
  daySlot: number,
  startedAt: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  settleDay(day, daySlot, 0, startedAt, policy, log);
  if (now >= later(startOfDayIfAny(startedAt), policy.retention)) return 30; // epoch-over
  if (!(now + policy.clockSkew >= startedAt)) return 31; // epoch-ahead
  const taken = dayDayOpened(day, daySlot, startedAt, policy, log);
  const refused = refusalOf(5, taken);
  if (refused > 0) return refused;
  settleDay(day, daySlot, startedAt, startedAt, policy, log);
  return -toldOf(5, taken);
}

/** Releases the sealed records of a case after checking officers, ground, venues, window and limits. Clauses S8, F6, F13, C4, C7, C17. */
export function custodianRelease(
  officers: number,
  ground: number,
  venues: number,
  windowStart: number,
  windowEnd: number,
  approvedAt: number,
  records: number,
  recordsOfDay: number,
  cosigners: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  if (!(((policy.caseGrounds >> ground) & 1) === 1)) return 32; // case-without-ground
  if (officers < policy.officersRequired) return 11; // officers-too-few
  if (venues < 1) return 33; // case-without-venue
  if (policy.caseVenues < venues) return 34; // case-venues-exceeded
  if (windowEnd !== never && windowStart >= windowEnd) return 35; // case-window-inverted
  if (!(windowEnd !== never && later(windowStart, policy.caseWindow) >= windowEnd)) return 36; // case-window-exceeded
  if (now >= later(approvedAt, policy.caseLifetime)) return 17; // case-over
  if (policy.caseRecords < records) return 13; // case-records-exceeded
  if (policy.nationRecordsPerDay < recordsOfDay) return 14; // nation-records-exceeded
  if (cosigners < policy.witnessesRequired) return 15; // case-unlogged
  return 0;
}

/** Marks one record as released; it is erased on the same day as before. Clauses S8, S9, F6. */
export function custodianReleaseVisit(
  visit: VisitColumns,
  visitSlot: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  settleVisit(visit, visitSlot, 0, now, policy, log);
  const taken = visitVisitReleased(visit, visitSlot, now, policy, log);
  const refused = refusalOf(4, taken);
  if (refused > 0) return refused;
  settleVisit(visit, visitSlot, now, now, policy, log);
  return -toldOf(4, taken);
}
