// What is given of a scan with which nothing is wrong: questions, conformance and tests spoil one thing of it and ask the law.
// It is given to the rules by which the custodian stores a visit.
import type { Value } from "../models/language/expression.ts";

/** A scan made at one instant of a pass issued at another, in ms; only a late one is asked for the silence of its device. */
export const goodScan = (passIssuedAtMs: number, scannedAtMs: number): Readonly<Record<string, Value>> => ({
  wellFormed: true,
  venueKnown: true,
  epochKnown: true,
  passSigned: true,
  scanSigned: true,
  challengeAnswered: true,
  venueSilent: true,
  scansLastMinute: 0,
  scannedAt: scannedAtMs,
  passIssuedAt: passIssuedAtMs,
});
