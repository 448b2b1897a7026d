// An audit of all parties' logs together: every checkpoint, cosignature and root, every case, every day, and the balance.
// Pure: it takes what was read and the law's numbers, and answers what is wrong, or nothing. It needs no key but the pinned ones.
import type { AuditedCopies, AuditedLaw, LogCopy } from "./copies.ts";
import type { CardKind } from "../../protocol/card.ts";
import { cosignersOf } from "../cosignature.ts";
import { checkCases } from "./casechecks.ts";
import { checkCounts, checkDays } from "./daychecks.ts";
import { checkDeposits } from "./depositchecks.ts";
import { findingsOf, type Finding } from "./finding.ts";
import { growTree } from "./memorytree.ts";
import { toldBy } from "./told.ts";
import { checkTree, latestOf } from "./treechecks.ts";
import { checkViews } from "./viewchecks.ts";

/** What an audit says of one log, beside what is wrong. */
export interface AuditedLog {
  readonly party: string;
  readonly entries: number;
  readonly checkpoints: number;
  /** Of the latest checkpoint. */
  readonly cosigners: number;
  readonly cases: number;
  readonly days: number;
  readonly findings: number;
}

export interface AuditReport {
  readonly law: AuditedLaw;
  readonly readAtMs: number;
  readonly logs: readonly AuditedLog[];
  readonly findings: readonly Finding[];
  /** What was left out, because not all logs were read. */
  readonly unchecked: readonly string[];
}

const cosignersOfLatest = (copy: LogCopy): number => {
  const latest = latestOf(copy);
  return latest === undefined ? 0 : cosignersOf(latest.note, copy.pinned.witnesses).length;
};

/** What cannot be checked without the logs of those who were not audited. */
const uncheckedWithout = (kinds: ReadonlySet<CardKind>): readonly string[] => [
  ...(kinds.has("authority") ? [] : ["that each release was approved: no authority's log was read"]),
  ...(kinds.has("custodian")
    ? []
    : ["that each answer was released, and recorded = live + erased: no custodian's log was read"]),
];

export const audit = (copies: AuditedCopies, law: AuditedLaw): AuditReport => {
  const trees = copies.logs.map((copy) => ({ copy, tree: growTree(copy.entries), ...toldBy(copy) }));
  const told = trees.flatMap((each) => each.told);
  const kinds = new Set(copies.logs.map(({ card }) => card.kind));
  const custodian = copies.logs.find(({ card }) => card.kind === "custodian")?.card.name;
  const countFindings = (): readonly Finding[] => {
    if (custodian === undefined) return [];
    return copies.counts === undefined
      ? [findingsOf(custodian)("counts-unreadable", "Its public counts could not be read.")]
      : checkCounts(custodian, told, copies.counts, copies.readAtMs, law);
  };
  const issuers = copies.logs
    .filter(({ card }) => card.kind === "issuer")
    .map(({ card: { name: party, number } }) => ({ party, number }));
  const deposits = checkDeposits(told, issuers, copies.readAtMs, law);
  const findings = [
    ...trees.flatMap(({ copy, tree }) => checkTree(copy, tree, law)),
    ...copies.witnesses.flatMap(({ card, unreadable }) =>
      unreadable.map((what) => findingsOf(card.name)("log-unreadable", what)),
    ),
    ...trees.flatMap(({ copy, tree }) => checkViews(copy, tree, copies.witnesses)),
    ...trees.flatMap((each) => each.findings),
    ...checkCases(told, kinds, law),
    ...checkDays(told, law),
    ...deposits.findings,
    ...countFindings(),
  ];
  return {
    law,
    readAtMs: copies.readAtMs,
    logs: trees.map(({ copy, told: ours }) => ({
      party: copy.card.name,
      entries: copy.entries.length,
      checkpoints: copy.checkpoints.length,
      cosigners: cosignersOfLatest(copy),
      cases: ours.filter(({ entry }) => entry.kind.startsWith("case.")).length,
      days: ours.filter(({ entry }) => entry.kind === "day.erased").length,
      findings: findings.filter(({ party }) => party === copy.card.name).length,
    })),
    findings,
    unchecked: [...uncheckedWithout(kinds), ...deposits.unchecked],
  };
};
