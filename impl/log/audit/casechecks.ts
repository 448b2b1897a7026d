// Whether every disclosure has its case: each release an approval by two officers before it, with the same commitment, and each
// answer a release to that issuer. Only what stands in the logs is held against itself; what a case was about is in none.
// Instants are each party's own, so they may differ by the skew that the law allows.
import type { CardKind } from "../../protocol/card.ts";
import type { CaseAnswered, CaseApproved, CaseReleased, LogEntry } from "../../protocol/logentries.ts";
import type { AuditedLaw } from "./copies.ts";
import { counted, findingsOf, instantText, type Finding } from "./finding.ts";
import type { Told } from "./told.ts";

const isKind =
  <Kind extends LogEntry["kind"]>(kind: Kind) =>
  (told: Told): told is Told<Extract<LogEntry, { readonly kind: Kind }>> =>
    told.entry.kind === kind;

const byCase = <Entry extends CaseApproved | CaseReleased>(told: readonly Told<Entry>[]) =>
  new Map(told.map((each) => [each.entry.caseId, each]));

const isBefore = (earlierMs: number, laterMs: number, { clockSkew }: AuditedLaw): boolean =>
  laterMs + clockSkew >= earlierMs;

/** The same case told twice by one party. */
const repeated = (told: readonly Told<CaseApproved | CaseReleased | CaseAnswered>[]): readonly Finding[] => {
  const seen = new Set<string>();
  return told.flatMap(({ party, entry }) => {
    const name = `${party} ${entry.kind} ${entry.caseId}`;
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [
      findingsOf(party)("case-twice", `It says more than once of the case ${entry.caseId}: ${entry.kind}.`),
    ];
  });
};

const enoughOfficers = (
  { party, entry }: Told<CaseApproved | CaseReleased>,
  law: AuditedLaw,
): readonly Finding[] => {
  const officers = new Set(entry.officers).size;
  return officers >= law.officersRequired
    ? []
    : [
        findingsOf(party)(
          "officers-too-few",
          `The case ${entry.caseId} stands under ${counted(officers, "officer")}, and ${String(law.officersRequired)} are required.`,
        ),
      ];
};

const checkRelease = (
  { party, entry }: Told<CaseReleased>,
  approval: Told<CaseApproved> | undefined,
  law: AuditedLaw,
): readonly Finding[] => {
  const found = findingsOf(party);
  const released = `The case ${entry.caseId} was released`;
  if (approval === undefined)
    return [found("release-unapproved", `${released}, and no log says that it was approved.`)];
  const approved = approval.entry;
  const findings: Finding[] = [];
  if (!isBefore(approved.approvedAtMs, entry.releasedAtMs, law))
    findings.push(
      found(
        "release-unapproved",
        `${released} at ${instantText(entry.releasedAtMs)}, and approved only at ${instantText(approved.approvedAtMs)}.`,
      ),
    );
  if (approved.commitment !== entry.commitment)
    findings.push(
      found("commitment-differs", `${released} for another text than the one that was approved.`),
    );
  const sorted = (officers: readonly number[]) => officers.toSorted((one, other) => one - other).join();
  if (sorted(approved.officers) !== sorted(entry.officers))
    findings.push(found("officers-differ", `${released} for other officers than those who approved it.`));
  return findings;
};

const checkAnswer = (
  { party, number, entry }: Told<CaseAnswered>,
  release: Told<CaseReleased> | undefined,
  law: AuditedLaw,
): readonly Finding[] => {
  const found = findingsOf(party);
  const answered = `The case ${entry.caseId} was answered`;
  const part = release?.entry.parts.find(
    ({ issuer, releaseHash }) => issuer === number && releaseHash === entry.releaseHash,
  );
  if (release === undefined || part === undefined)
    return [
      found("answer-unreleased", `${answered}, and no log says that this was released to this issuer.`),
    ];
  const { releasedAtMs } = release.entry;
  const findings: Finding[] = [];
  if (!isBefore(releasedAtMs, entry.answeredAtMs, law))
    findings.push(
      found(
        "answer-unreleased",
        `${answered} at ${instantText(entry.answeredAtMs)}, and released only at ${instantText(releasedAtMs)}.`,
      ),
    );
  if (entry.records > part.records || entry.people > entry.records)
    findings.push(
      found(
        "records-exceeded",
        `${answered} for ${counted(entry.records, "record")} and ${counted(entry.people, "number")}, of ${String(part.records)} released.`,
      ),
    );
  return findings;
};

/** `kinds` are those whose logs were read: nothing is missing from a log that nobody looked into. */
export const checkCases = (
  told: readonly Told[],
  kinds: ReadonlySet<CardKind>,
  law: AuditedLaw,
): readonly Finding[] => {
  const approvals = told.filter(isKind("case.approved"));
  const releases = told.filter(isKind("case.released"));
  const answers = told.filter(isKind("case.answered"));
  const approvalOf = byCase(approvals);
  const releaseOf = byCase(releases);
  return [
    ...repeated([...approvals, ...releases, ...answers]),
    ...[...approvals, ...releases].flatMap((each) => enoughOfficers(each, law)),
    ...(kinds.has("authority")
      ? releases.flatMap((each) => checkRelease(each, approvalOf.get(each.entry.caseId), law))
      : []),
    ...(kinds.has("custodian")
      ? answers.flatMap((each) => checkAnswer(each, releaseOf.get(each.entry.caseId), law))
      : []),
  ];
};
