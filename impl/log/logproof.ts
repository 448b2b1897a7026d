// That an entry stands in a log, to be checked by whoever has pinned the log and its witnesses: entry, place, inclusion path
// and a checkpoint with its cosignatures. Custodian and issuer act on a case only with one. As bytes it is a proof as C2SP
// publishes it (c2sp.org/tlog-proof) with the entry as its extra data; as JSON it goes by the Schema here.
// Reading believes nothing: `checkProof` alone says what is shown, and by how many others.
import { Schema } from "effect";
import { accepted, refused, type Decoded } from "../protocol/decoded.ts";
import { isCheckpointOf, parseCheckpoint, wholeNumberOf } from "./checkpoint.ts";
import { cosignersOf } from "./cosignature.ts";
import { verifyInclusion } from "./inclusion.ts";
import { bytesOfBase64, type NoteKey } from "./note.ts";
import { hashLeaf, treeHashBytes } from "./treehash.ts";

/** More than any tree of a whole number of leaves needs. */
const pathMost = 63;
const checkpointLengthMost = 16_384;
const entryBytesMost = 65_535;

const TreeHash = Schema.Uint8ArrayFromBase64Url.check(
  Schema.makeFilter((bytes) => bytes.length === treeHashBytes || "a hash of 32 bytes"),
);

export const LogProof = Schema.Struct({
  entry: Schema.Uint8ArrayFromBase64Url.check(
    Schema.makeFilter((bytes) => bytes.length <= entryBytesMost || "an entry of 65,535 bytes at most"),
  ),
  index: Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)),
  path: Schema.Array(TreeHash).check(Schema.isMaxLength(pathMost)),
  /** A signed note: the log's signature and its witnesses'. */
  checkpoint: Schema.String.check(Schema.isMaxLength(checkpointLengthMost)),
});
export type LogProof = typeof LogProof.Type;

/** Whom a reader of proofs has pinned. */
export interface PinnedLog {
  /** Its origin, and the key of its checkpoints. */
  readonly log: NoteKey;
  /** The other parties that cosign its checkpoints, with the keys of their cosignatures. */
  readonly witnesses: readonly NoteKey[];
}

export interface CheckedProof {
  /** What stands in the log; to be read by the Schema of its kind. */
  readonly entry: Uint8Array;
  readonly index: number;
  /** The size of the tree that was cosigned. */
  readonly size: number;
  /** The names of the pinned witnesses that cosigned it, each once, and never the log itself. */
  readonly cosigners: readonly string[];
}

/** Not a checkpoint; another log's or not signed by it; or the entry does not stand there. */
export type ProofFault = "form" | "log" | "inclusion";

export const checkProof = (
  proof: LogProof,
  { log, witnesses }: PinnedLog,
): Decoded<CheckedProof, ProofFault> => {
  const signed = parseCheckpoint(proof.checkpoint);
  if (signed === undefined) return refused("form");
  if (!isCheckpointOf(signed, log)) return refused("log");
  const { size, root } = signed.checkpoint;
  const { entry, index, path } = proof;
  if (!verifyInclusion({ leafHash: hashLeaf(entry), index, size, root, path })) return refused("inclusion");
  const others = witnesses.filter(({ name }) => name !== log.name);
  const cosigners = new Set(cosignersOf(signed.note, others).map(({ witness }) => witness.name));
  return accepted({ entry, index, size, cosigners: [...cosigners] });
};

const title = "c2sp.org/tlog-proof@v1";
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

export const encodeProof = ({ entry, index, path, checkpoint }: LogProof): Uint8Array =>
  Buffer.from(
    [title, `extra ${base64(entry)}`, `index ${String(index)}`, ...path.map(base64), "", checkpoint].join(
      "\n",
    ),
  );

/** A proof out of its bytes; undefined when they have another form. Nothing in it is verified. */
export const decodeProof = (bytes: Uint8Array): LogProof | undefined => {
  const text = Buffer.from(bytes).toString();
  const end = text.indexOf("\n\n");
  if (end === -1) return undefined;
  const [first, extra = "", place = "", ...hashes] = text.slice(0, end).split("\n");
  if (first !== title || !extra.startsWith("extra ") || !place.startsWith("index ")) return undefined;
  const entry = bytesOfBase64(extra.slice("extra ".length));
  const index = wholeNumberOf(place.slice("index ".length));
  const path = hashes.flatMap((hash) => bytesOfBase64(hash) ?? []);
  const checkpoint = text.slice(end + 2);
  const fits =
    hashes.length <= pathMost &&
    path.length === hashes.length &&
    path.every(({ length }) => length === treeHashBytes) &&
    checkpoint.length <= checkpointLengthMost;
  return fits && entry !== undefined && entry.length <= entryBytesMost && index !== undefined
    ? { entry, index, path, checkpoint }
    : undefined;
};
