// What an officer's client says in words: cases, the text to be signed, what was found in an answer.
// Instants are told in Seoul time, and marks of records in words. Computing is elsewhere; nothing here asks anybody.
import type { CaseView } from "../protocol/http/authority.ts";
import { seoulInstant } from "../protocol/seoulinstant.ts";
import type { FoundVisit } from "./findings.ts";
import type { CaseRead } from "./steps.ts";

const instant = (atMs: number | null): string => (atMs === null ? "-" : seoulInstant(atMs));

export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes).trimEnd();

export const caseLine = ({ caseId, state, requestedBy, approvedBy, denial, lapsesAtMs }: CaseView): string =>
  [
    caseId,
    state,
    `asked by ${requestedBy === null ? "-" : `officer ${String(requestedBy)}`}`,
    ...(approvedBy === null ? [] : [`approved by officer ${String(approvedBy)}`]),
    ...(denial === null ? [] : [`denied by officer ${String(denial.officer)} (${denial.reason})`]),
    ...(lapsesAtMs === null ? [] : [`lapses ${instant(lapsesAtMs)}`]),
  ].join(", ");

export const caseLines = (view: CaseView): readonly string[] => [
  caseLine(view),
  ...(view.windows ?? []).map(
    ({ venue, fromMs, untilMs }) =>
      `  venue ${String(venue)} from ${seoulInstant(fromMs)} until ${seoulInstant(untilMs)}`,
  ),
  ...(view.records === null ? [] : [`  ${String(view.records)} records released`]),
  ...(view.answerEndsAtMs === null ? [] : [`  the answer is erased ${instant(view.answerEndsAtMs)}`]),
];

const visitLine = ({ phoneNumber, venue, scannedAtMs, issuer, late, disputed }: FoundVisit): string => {
  const marks = [...(late ? ["delivered late"] : []), ...(disputed ? ["disputed by another venue"] : [])];
  return [
    phoneNumber ?? "nobody stands behind it any more",
    `venue ${String(venue)}`,
    seoulInstant(scannedAtMs),
    `issuer ${String(issuer)}`,
    ...marks,
  ].join(", ");
};

export const findingLines = (found: CaseRead): readonly string[] => [
  ...found.visits.map(visitLine),
  ...found.atTwoIssuers.map(
    ({ phoneNumber, issuers }) =>
      `${phoneNumber} appears at ${String(issuers.length)} issuers: ${issuers.join(", ")}`,
  ),
  ...(found.waitingFor.length === 0
    ? []
    : [`Still waiting for issuer ${found.waitingFor.join(", ")}; nothing is read before all have answered.`]),
  ...(found.refusedClaims === 0
    ? []
    : [
        `${String(found.refusedClaims)} more claims of these windows were refused: another venue's scan stands.`,
      ]),
];
