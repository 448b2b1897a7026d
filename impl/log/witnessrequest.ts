// What a log sends to a witness, as C2SP publishes it (c2sp.org/tlog-witness, add-checkpoint): the size the witness saw last,
// a consistency proof from there, an empty line, and the checkpoint. Logs write it, witnesses read it; both sides of the
// network and one process use the same bytes. Whether any of it is right is the witness's business.
import { parseCheckpoint, wholeNumberOf, type CheckpointNote } from "./checkpoint.ts";
import { bytesOfBase64 } from "./note.ts";
import { treeHashBytes } from "./treehash.ts";

export interface WitnessRequest {
  readonly oldSize: number;
  readonly proof: readonly Uint8Array[];
  /** A signed note. */
  readonly checkpoint: string;
}

const proofMost = 63;

export const encodeWitnessRequest = ({ oldSize, proof, checkpoint }: WitnessRequest): string =>
  [
    `old ${String(oldSize)}`,
    ...proof.map((hash) => Buffer.from(hash).toString("base64")),
    "",
    checkpoint,
  ].join("\n");

export interface ReadWitnessRequest extends WitnessRequest {
  readonly signed: CheckpointNote;
}

/** The request of a body; undefined when it has another form. */
export const decodeWitnessRequest = (body: string): ReadWitnessRequest | undefined => {
  const end = body.indexOf("\n\n");
  if (end === -1) return undefined;
  const [old = "", ...hashes] = body.slice(0, end).split("\n");
  const oldSize = old.startsWith("old ") ? wholeNumberOf(old.slice("old ".length)) : undefined;
  const proof = hashes.flatMap((hash) => bytesOfBase64(hash) ?? []);
  const checkpoint = body.slice(end + 2);
  const signed = parseCheckpoint(checkpoint);
  if (oldSize === undefined || signed === undefined || hashes.length > proofMost) return undefined;
  if (proof.length !== hashes.length || proof.some(({ length }) => length !== treeHashBytes))
    return undefined;
  return { oldSize, proof, checkpoint, signed };
};
