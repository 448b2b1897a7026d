// What an audit can find wrong, each by a stable name, with the party it speaks of and one sentence.
// The checks beside this file make them, the table and scripts read them. A finding is a fact that the audited files show;
// who is to blame, and whether by malice or by a broken disk, it does not say.

export const findingCodes = [
  "log-unreadable",
  "checkpoint-forged",
  "checkpoint-old",
  "cosigner-stranger",
  "cosignature-wrong",
  "cosigners-missing",
  "entry-forged",
  "entry-removed",
  "tree-differs",
  "log-forked",
  "log-shorter",
  "view-forged",
  "entry-unknown",
  "entry-misplaced",
  "officers-too-few",
  "release-unapproved",
  "commitment-differs",
  "officers-differ",
  "answer-unreleased",
  "records-exceeded",
  "case-twice",
  "day-late",
  "day-early",
  "day-twice",
  "day-overdue",
  "day-omitted",
  "erasure-unstated",
  "balance-off",
  "counts-unreadable",
] as const;

export type FindingCode = (typeof findingCodes)[number];

export interface Finding {
  readonly code: FindingCode;
  /** The name on the party's card. */
  readonly party: string;
  readonly sentence: string;
}

/** Makes findings about one party. */
export type Found = (code: FindingCode, sentence: string) => Finding;

export const findingsOf =
  (party: string): Found =>
  (code, sentence) => ({ code, party, sentence });

/** "2 others", "1 other". */
export const counted = (count: number, one: string, several = `${one}s`): string =>
  `${String(count)} ${count === 1 ? one : several}`;

/** An instant as people read it, whatever number a log has written there. */
export const instantText = (atMs: number): string => {
  const date = new Date(atMs);
  return Number.isNaN(date.getTime()) ? `the instant ${String(atMs)}` : date.toISOString();
};
