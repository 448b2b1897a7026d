// What a witness answers to a checkpoint, as the published rules have it (c2sp.org/tlog-witness): decided from the request, the
// pinned log and the last checkpoint of it that this witness has cosigned. Pure; the store is witness.ts's.
// It cosigns only what provably continues everything it cosigned before, and two trees of one size are kept as evidence.
import { isCheckpointOf, parseCheckpoint, type Checkpoint } from "./checkpoint.ts";
import { verifyConsistency } from "./consistency.ts";
import type { NoteKey } from "./note.ts";
import { sameBytes } from "../protocol/fields.ts";
import { emptyTreeRoot } from "./treehash.ts";
import type { WitnessAnswer } from "./witnesses.ts";
import { decodeWitnessRequest } from "./witnessrequest.ts";

export type Judgement =
  | { readonly kind: "cosign"; readonly text: string; readonly checkpoint: Checkpoint; readonly note: string }
  | {
      readonly kind: "answer";
      readonly answer: WitnessAnswer;
      /** The log's own signed word against itself, or what may be a part of that. */
      readonly evidence?: string;
    };

/** Which log a request is about, before anything of it is believed. */
export const originOf = (body: string): string | undefined =>
  decodeWitnessRequest(body)?.signed.checkpoint.origin;

const refuse = (reason: "malformed" | "unknown-log" | "unsigned" | "inconsistent"): Judgement => ({
  kind: "answer",
  answer: { kind: "refused", reason },
});

const nothingSeen: Pick<Checkpoint, "size" | "root"> = { size: 0, root: emptyTreeRoot };

/** `lastNote` is the last checkpoint of that log that this witness cosigned. */
export const judge = (body: string, log: NoteKey | undefined, lastNote: string | undefined): Judgement => {
  const request = decodeWitnessRequest(body);
  if (request === undefined) return refuse("malformed");
  if (log === undefined) return refuse("unknown-log");
  const { oldSize, proof, checkpoint: note, signed } = request;
  if (!isCheckpointOf(signed, log)) return refuse("unsigned");
  const { checkpoint } = signed;
  if (oldSize > checkpoint.size) return refuse("malformed");
  const last = (lastNote === undefined ? undefined : parseCheckpoint(lastNote)?.checkpoint) ?? nothingSeen;
  const forked = checkpoint.size === last.size && !sameBytes(checkpoint.root, last.root);
  if (oldSize !== last.size || forked)
    return {
      kind: "answer",
      answer: { kind: "conflict", size: last.size },
      ...(forked ? { evidence: note } : {}),
    };
  const continues = verifyConsistency({
    oldSize,
    oldRoot: last.root,
    newSize: checkpoint.size,
    newRoot: checkpoint.root,
    proof,
  });
  if (!continues)
    return { kind: "answer", answer: { kind: "refused", reason: "inconsistent" }, evidence: note };
  return { kind: "cosign", text: signed.note.text, checkpoint, note };
};
