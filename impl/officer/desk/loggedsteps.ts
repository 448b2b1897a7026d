// The steps of a case as they stand in the parties' logs, read from each party's public address and verified here against the cards in
// the officer's folder: the tree is grown anew from all entries, its root held against the checkpoint, and the signatures of the log and
// of the others who cosigned it checked. What is wrong is told by the stable codes of `entrylog audit`.
// Asking and denying stand in no log; that is for the page to say.
import { Effect } from "effect";
import type { Card } from "../../protocol/card.ts";
import type { LoggedStep, LoggedSteps } from "../../protocol/desk.ts";
import { decodeEntry, type LogEntry } from "../../protocol/logentries.ts";
import { checkCases } from "../../log/audit/casechecks.ts";
import { auditedLaw } from "../../log/audit/command.ts";
import type { AuditedCopies, LogCopy } from "../../log/audit/copies.ts";
import type { Finding } from "../../log/audit/finding.ts";
import { growTree } from "../../log/audit/memorytree.ts";
import { readParties, type AuditedParty } from "../../log/audit/reading.ts";
import { toldBy, type Told } from "../../log/audit/told.ts";
import { checkTree, latestOf } from "../../log/audit/treechecks.ts";
import { checkViews } from "../../log/audit/viewchecks.ts";
import { cosignersOf } from "../../log/cosignature.ts";
import { noteNameOf } from "../../log/pinning.ts";
import { presetNames } from "../../../models/policy.ts";
import type { Office } from "../office.ts";

/** What the logs must keep to; no preset has other numbers of witnesses and officers. */
const law = auditedLaw(presetNames[0]);

/** By the names on their cards. */
const cosignersIn = (copy: LogCopy, cards: readonly Card[]): readonly string[] => {
  const latest = latestOf(copy);
  const signers = latest === undefined ? [] : cosignersOf(latest.note, copy.pinned.witnesses);
  return cards
    .filter((card) => signers.some(({ witness }) => witness.name === noteNameOf(card.name)))
    .map(({ name }) => name);
};

type StepEntry = Extract<LogEntry, { readonly caseId: string }>;
const isOfCase = (entry: LogEntry | undefined, caseId: string): entry is StepEntry =>
  entry !== undefined && "caseId" in entry && entry.caseId === caseId;

const stepOf = (entry: StepEntry): Pick<LoggedStep, "step" | "atMs"> => {
  switch (entry.kind) {
    case "case.approved":
      return { step: "approved", atMs: entry.approvedAtMs };
    case "case.released":
      return { step: "released", atMs: entry.releasedAtMs };
    case "case.answered":
      return { step: "answered", atMs: entry.answeredAtMs };
  }
};

const codesOf = (findings: readonly Finding[], party: string): readonly string[] => [
  ...new Set(findings.filter((finding) => finding.party === party).map(({ code }) => code)),
];

/** Issuers whose part of the release has no answer in their logs, by the names on their cards. */
const unansweredIn = (told: readonly Told[], cards: readonly Card[]): readonly string[] => {
  const isAnswered = (issuer: number, hash: string): boolean =>
    told.some(
      ({ number, entry }) =>
        entry.kind === "case.answered" && number === issuer && entry.releaseHash === hash,
    );
  const nameOf = (issuer: number): string =>
    cards.find(({ kind, number }) => kind === "issuer" && number === issuer)?.name ??
    `issuer-${String(issuer)}`;
  return told.flatMap(({ entry }) =>
    entry.kind === "case.released"
      ? entry.parts
          .filter(({ issuer, releaseHash }) => !isAnswered(issuer, releaseHash))
          .map(({ issuer }) => nameOf(issuer))
      : [],
  );
};

/** Pure: the steps that copies of logs show of a case, and which of those logs are in doubt. */
export const stepsIn = (
  { logs, witnesses }: AuditedCopies,
  cards: readonly Card[],
  caseId: string,
): LoggedSteps => {
  const grown = logs.map((copy) => ({ copy, tree: growTree(copy.entries) }));
  const told = logs.flatMap((copy) => toldBy(copy).told).filter(({ entry }) => isOfCase(entry, caseId));
  const findings = [
    ...grown.flatMap(({ copy, tree }) => [
      ...checkTree(copy, tree, law),
      ...checkViews(copy, tree, witnesses),
    ]),
    ...checkCases(told, new Set(logs.map(({ card }) => card.kind)), law),
  ];
  const steps = logs.flatMap((copy) =>
    copy.entries.flatMap((bytes, place): readonly LoggedStep[] => {
      const entry = decodeEntry(bytes);
      if (!isOfCase(entry, caseId)) return [];
      const wrong = codesOf(findings, copy.card.name);
      return [
        {
          ...stepOf(entry),
          party: copy.card.name,
          place,
          entries: copy.entries.length,
          cosigners: cosignersIn(copy, cards),
          verified: wrong.length === 0,
          wrong,
        },
      ];
    }),
  );
  const doubtful = [...new Set(findings.map(({ party }) => party))].map((party) => ({
    party,
    wrong: codesOf(findings, party),
  }));
  return {
    steps: steps.toSorted((one, other) => one.atMs - other.atMs),
    doubtful,
    unanswered: unansweredIn(told, cards),
  };
};

export const loggedSteps = ({ cards }: Office, logged: readonly AuditedParty[], caseId: string) =>
  Effect.map(readParties(logged, cards), (copies) => stepsIn(copies, cards, caseId));
