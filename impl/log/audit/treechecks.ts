// Whether one log is what its checkpoints say: each checkpoint signed by the log, cosigned by enough of its pinned witnesses and
// by nobody else, and the root over exactly the entries that everybody reads. Every cosigned checkpoint is held against the
// one tree, so that they are consistent with each other as well.
import { sameBytes } from "../../protocol/fields.ts";
import { isCheckpointOf, parseCheckpoint, type CheckpointNote } from "../checkpoint.ts";
import { cosignersOf, wrongCosignatures } from "../cosignature.ts";
import { keyIdOf, signatureTypes, type NoteSignature } from "../note.ts";
import type { PinnedLog } from "../logproof.ts";
import type { AuditedLaw, LogCopy } from "./copies.ts";
import { counted, findingsOf, type Finding, type Found } from "./finding.ts";
import type { MemoryTree } from "./memorytree.ts";

/** Who may stand under a checkpoint of this log: the log itself, and its pinned witnesses, each with its own key. */
const isExpected = ({ log, witnesses }: PinnedLog, { name, keyId }: NoteSignature): boolean =>
  (name === log.name && sameBytes(keyId, keyIdOf(log, signatureTypes.ed25519))) ||
  witnesses.some(
    (witness) => name === witness.name && sameBytes(keyId, keyIdOf(witness, signatureTypes.cosignature)),
  );

const signatureFindings = (
  found: Found,
  pinned: PinnedLog,
  signed: CheckpointNote,
  required: number,
): readonly Finding[] => {
  const { checkpoint, note } = signed;
  const of = `The checkpoint of ${counted(checkpoint.size, "entry", "entries")}`;
  const findings: Finding[] = [];
  if (!isCheckpointOf(signed, pinned.log))
    findings.push(found("checkpoint-forged", `${of} is not signed under the key on the log's card.`));
  for (const line of note.signatures.filter((each) => !isExpected(pinned, each)))
    findings.push(
      found(
        "cosigner-stranger",
        `${of} is cosigned in the name of ${line.name} under a key that is on no card.`,
      ),
    );
  for (const { name } of wrongCosignatures(note, pinned.witnesses))
    findings.push(found("cosignature-wrong", `${of} bears a cosignature of ${name} that does not verify.`));
  const cosigners = cosignersOf(note, pinned.witnesses).length;
  if (checkpoint.size > 0 && cosigners < required)
    findings.push(
      found(
        "cosigners-missing",
        `${of} is cosigned by ${counted(cosigners, "other party", "other parties")}, and ${String(required)} are required.`,
      ),
    );
  return findings;
};

const treeFindings = (found: Found, copy: LogCopy, tree: MemoryTree, latest: number): readonly Finding[] => {
  const findings: Finding[] = [];
  if (tree.size < latest)
    findings.push(
      found(
        "entry-removed",
        `The checkpoint counts ${counted(latest, "entry", "entries")}, and ${String(tree.size)} can be read.`,
      ),
    );
  for (const [index, given] of copy.leafHashes.entries()) {
    const leaf = tree.leaf(index);
    if (leaf !== undefined && !sameBytes(leaf, given))
      findings.push(
        found(
          "entry-forged",
          `The entry at place ${String(index)} is not the one whose hash stands in the tree.`,
        ),
      );
  }
  return findings;
};

const rootFinding = (found: Found, { checkpoint }: CheckpointNote, tree: MemoryTree): readonly Finding[] => {
  const root = tree.root(checkpoint.size);
  return root === undefined || sameBytes(root, checkpoint.root)
    ? []
    : [
        found(
          "tree-differs",
          `The entries that can be read are not those of the checkpoint of ${counted(checkpoint.size, "entry", "entries")}.`,
        ),
      ];
};

/** The last of a log's checkpoints as it reads, whether it is signed or not. */
export const latestOf = ({ checkpoints }: LogCopy): CheckpointNote | undefined => {
  const last = checkpoints.at(-1);
  return last === undefined ? undefined : parseCheckpoint(last);
};

export const checkTree = (copy: LogCopy, tree: MemoryTree, law: AuditedLaw): readonly Finding[] => {
  const found = findingsOf(copy.card.name);
  const findings = copy.unreadable.map((what) => found("log-unreadable", what));
  const sizes: number[] = [];
  for (const text of copy.checkpoints) {
    const signed = parseCheckpoint(text);
    if (signed === undefined) {
      findings.push(found("checkpoint-forged", "What stands in the place of a checkpoint is none."));
      continue;
    }
    sizes.push(signed.checkpoint.size);
    findings.push(
      ...signatureFindings(found, copy.pinned, signed, law.witnessesRequired),
      ...rootFinding(found, signed, tree),
    );
  }
  const latest = sizes.at(-1) ?? 0;
  const largest = Math.max(0, ...sizes);
  if (latest < largest)
    findings.push(
      found(
        "checkpoint-old",
        `The latest checkpoint counts ${String(latest)} entries, and an earlier one ${String(largest)}.`,
      ),
    );
  return [...findings, ...treeFindings(found, copy, tree, latest)];
};
