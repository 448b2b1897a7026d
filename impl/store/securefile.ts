// Files that hold keys: written whole or not at all, readable by their owner alone, overwritten before they go.
// The vault and the root key use it. Overwriting reaches the file's own blocks and no more: a disk that moves blocks
// by itself may keep old ones, which is why everything in these files is wrapped by another key besides.
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { Effect } from "effect";
import { ifThere } from "./ifthere.ts";
import { type StoreUnavailable, unavailableFile } from "./unavailable.ts";

/** Of a file that holds a wrapped secret. */
export const secretSuffix = ".key";
export const temporarySuffix = ".part";
/** Of a file whose secret has ended, and whose bytes are being overwritten. */
export const endedSuffix = ".ended";
const zerosAtOnce = new Uint8Array(65_536);

/** Runs file system calls; what they throw becomes the typed failure. */
export const onDisk = <A>(calls: () => A): Effect.Effect<A, StoreUnavailable> =>
  Effect.try({ try: calls, catch: unavailableFile });

const withFile = <A>(file: string, flags: string, use: (handle: number) => A): A => {
  const handle = openSync(file, flags, 0o600);
  try {
    return use(handle);
  } finally {
    closeSync(handle);
  }
};

export const syncFolder = (folder: string): void => withFile(folder, "r", fsyncSync);

export const writeAll = (handle: number, bytes: Uint8Array, position: number): void => {
  let written = 0;
  while (written < bytes.length) {
    written += writeSync(handle, bytes, written, bytes.length - written, position + written);
  }
};

const overwriteWithZeros = (handle: number): void => {
  const { size } = fstatSync(handle);
  for (let position = 0; position < size; position += zerosAtOnce.length) {
    writeAll(handle, zerosAtOnce.subarray(0, Math.min(zerosAtOnce.length, size - position)), position);
  }
  fsyncSync(handle);
  ftruncateSync(handle, 0);
};

/** Overwrites and removes a file; false when there was none. */
export const eraseFile = (file: string): boolean =>
  ifThere(() => {
    withFile(file, "r+", overwriteWithZeros);
    unlinkSync(file);
    syncFolder(dirname(file));
    return true;
  }) ?? false;

/** Puts these bytes in the place of the file, durably; the bytes that stood there before are overwritten. */
export const replaceFile = (file: string, bytes: Uint8Array): void => {
  const temporary = file + temporarySuffix;
  rmSync(temporary, { force: true });
  withFile(temporary, "wx", (handle) => {
    writeAll(handle, bytes, 0);
    fsyncSync(handle);
  });
  // The old file is held open across the renaming: its name is gone then, and its bytes can still be overwritten.
  const old = existsSync(file) ? openSync(file, "r+") : undefined;
  try {
    renameSync(temporary, file);
    syncFolder(dirname(file));
    if (old !== undefined) overwriteWithZeros(old);
  } finally {
    if (old !== undefined) closeSync(old);
  }
};
