// How the tests of the audit judge: what is wrong with what was read, in short, and which of the audit's codes their tests have told.
// The codes are split between two files of tests; each holds itself to its part, and together they are all.
import { audit } from "../../../../impl/log/audit/audit.ts";
import type { AuditedCopies } from "../../../../impl/log/audit/copies.ts";
import { growTree } from "../../../../impl/log/audit/memorytree.ts";
import { signCheckpoint } from "../../../../impl/log/checkpoint.ts";
import { formatNote } from "../../../../impl/log/note.ts";
import { hashLeaf } from "../../../../impl/log/treehash.ts";
import type { Party } from "../parties.ts";
import { law, readWorld, type World } from "./world.ts";

export interface Judging {
  /** Read once: what is altered is always a copy. */
  readonly honestWorld: () => Promise<World>;
  /** What is wrong, as `party: code`, each once. */
  readonly wrongs: (copies: AuditedCopies) => readonly string[];
  /** Every code told so far, in order. */
  readonly told: () => readonly string[];
}

export const makeJudging = (): Judging => {
  let honest: Promise<World> | undefined;
  const told = new Set<string>();
  return {
    honestWorld: () => (honest ??= readWorld()),
    wrongs: (copies) => {
      const { findings } = audit(copies, law);
      for (const { code } of findings) told.add(code);
      return [...new Set(findings.map(({ party, code }) => `${party}: ${code}`))];
    },
    told: () => [...told].sort(),
  };
};

/** The log written anew by whoever holds its key, without the others. */
export const rewritten = ({ copy, keys, withCopy }: World, party: Party, entries: readonly Uint8Array[]) => {
  const tree = growTree(entries);
  const { name, log } = keys[party];
  const note = signCheckpoint(
    { origin: name, size: tree.size, root: tree.root(tree.size) ?? new Uint8Array(32) },
    log,
  );
  return withCopy(party, {
    ...copy(party),
    entries,
    leafHashes: entries.map(hashLeaf),
    checkpoints: [formatNote(note)],
  });
};

/** The codes about the logs themselves. */
export const toldOfLogs: readonly string[] = [
  "balance-off",
  "checkpoint-forged",
  "checkpoint-old",
  "cosignature-wrong",
  "cosigner-stranger",
  "cosigners-missing",
  "counts-unreadable",
  "entry-forged",
  "entry-removed",
  "erasure-unstated",
  "log-forked",
  "log-shorter",
  "log-unreadable",
  "officers-differ",
  "release-unapproved",
  "tree-differs",
  "view-forged",
];

/** The codes about what the logs say. */
export const toldOfStatements: readonly string[] = [
  "answer-unreleased",
  "balance-off",
  "case-twice",
  "commitment-differs",
  "cosigners-missing",
  "counts-unreadable",
  "day-early",
  "day-late",
  "day-omitted",
  "day-overdue",
  "day-twice",
  "entry-misplaced",
  "entry-unknown",
  "erasure-unstated",
  "officers-differ",
  "officers-too-few",
  "records-exceeded",
  "release-unapproved",
];
