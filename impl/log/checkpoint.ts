// Checkpoints as C2SP publishes them (c2sp.org/tlog-checkpoint): which log, how many entries, and the root over all of them.
// A log signs them, witnesses cosign them, and proofs and audits rest on them. Lines beyond the three are never written by
// us and refused in what we read, because nobody could audit them.
import type { SigningKey } from "../protocol/ed25519.ts";
import {
  bytesOfBase64,
  isKeyName,
  isSignedBy,
  parseNote,
  signNote,
  type Note,
  type NoteKey,
} from "./note.ts";
import { treeHashBytes } from "./treehash.ts";

export interface Checkpoint {
  /** The log's name, unique among all logs. */
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** A checkpoint with the note that it was read from. */
export interface CheckpointNote {
  readonly checkpoint: Checkpoint;
  readonly note: Note;
}

export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${String(size)}\n${Buffer.from(root).toString("base64")}\n`;

/** A whole number as it must be written: digits, without leading zeros. */
export const wholeNumberOf = (text: string): number | undefined => {
  const value = Number(text);
  return /^(0|[1-9]\d*)$/.test(text) && Number.isSafeInteger(value) ? value : undefined;
};

/** The note of a checkpoint with its log's signature. */
export const signCheckpoint = (checkpoint: Checkpoint, key: SigningKey): Note => {
  const text = checkpointText(checkpoint);
  return { text, signatures: [signNote(text, checkpoint.origin, key)] };
};

/** The checkpoint of a note's text; nobody's signature is verified. */
export const parseCheckpoint = (encoded: string): CheckpointNote | undefined => {
  const note = parseNote(encoded);
  if (note === undefined) return undefined;
  const [origin = "", sizeText = "", rootText = "", after, ...more] = note.text.split("\n");
  const size = wholeNumberOf(sizeText);
  const root = bytesOfBase64(rootText);
  if (after !== "" || more.length > 0 || !isKeyName(origin) || size === undefined) return undefined;
  return root?.length === treeHashBytes ? { checkpoint: { origin, size, root }, note } : undefined;
};

/** Whether a checkpoint is that log's own word: in its name, and under its key. */
export const isCheckpointOf = ({ checkpoint, note }: CheckpointNote, log: NoteKey): boolean =>
  checkpoint.origin === log.name && isSignedBy(note, log);
