// The embedded vault: a folder with one file a secret, each wrapped under the root key and bound to its name and end.
// A file is a version byte, the end as eight bytes, and the wrapped secret; nothing is kept open, and no secret in memory.
// It refuses names that could leave the folder, and files that it did not write.
import { mkdirSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { Effect, Layer } from "effect";
import { ifThere } from "./ifthere.ts";
import { RootKey } from "./rootkey.ts";
import {
  endedSuffix,
  eraseFile,
  onDisk,
  replaceFile,
  secretSuffix,
  syncFolder,
  temporarySuffix,
} from "./securefile.ts";
import { StoreUnavailable } from "./unavailable.ts";
import { Vault, type VaultService } from "./vault.ts";

export interface VaultFolderOptions {
  readonly folder: string;
  /** Other processes of the party use it too: what they put or erased is looked for each time. */
  readonly isShared?: boolean;
}

const version = 1;
const headBytes = 9;
const allowedName = /^[a-z0-9][a-z0-9.-]{0,99}$/;

const headOf = (endsAtMs: number): Uint8Array => {
  const head = new Uint8Array(headBytes);
  head[0] = version;
  new DataView(head.buffer).setFloat64(1, endsAtMs);
  return head;
};

const endIn = (file: Uint8Array): number | undefined =>
  file.length > headBytes && file[0] === version
    ? new DataView(file.buffer, file.byteOffset).getFloat64(1)
    : undefined;

const damaged = (name: string) =>
  new StoreUnavailable({ reason: "damaged", detail: `the vault's file of ${name}` });

export const openVaultFolder = Effect.fnUntraced(function* (options: VaultFolderOptions) {
  const root = yield* RootKey;
  const ends = new Map<string, number>();
  const fileOf = (name: string): string => join(options.folder, name + secretSuffix);
  const associated = (name: string, head: Uint8Array): Uint8Array => Buffer.concat([head, Buffer.from(name)]);
  /** Undefined where another process has erased it since it was listed. */
  const contentOf = (name: string) => onDisk(() => ifThere(() => readFileSync(fileOf(name))));

  const look = Effect.gen(function* () {
    const found = yield* onDisk(() =>
      readdirSync(options.folder)
        .filter((file) => file.endsWith(secretSuffix))
        .map((file) => file.slice(0, -secretSuffix.length)),
    );
    ends.clear();
    for (const name of found) {
      const file = yield* contentOf(name);
      if (file === undefined) continue;
      const endsAtMs = endIn(file);
      if (endsAtMs === undefined) return yield* damaged(name);
      ends.set(name, endsAtMs);
    }
  });
  const lookAgain = options.isShared === true ? look : Effect.void;

  yield* onDisk(() => {
    mkdirSync(options.folder, { recursive: true, mode: 0o700 });
    // Left by a crash in the midst of erasing, or of writing: that was never answered for, and it may hold a wrapped key.
    // In a vault that is shared it may be what another process is writing; the next process that is alone here erases it.
    const left = options.isShared === true ? [endedSuffix] : [endedSuffix, temporarySuffix];
    for (const file of readdirSync(options.folder))
      if (left.some((suffix) => file.endsWith(suffix))) eraseFile(join(options.folder, file));
  });
  yield* look;

  const eraseKnown: VaultService["erase"] = (name) =>
    onDisk(() => {
      if (!ends.has(name)) return false;
      // The secret ends with its name, at once: half overwritten under it, it would be taken for damage after a crash.
      const ended = fileOf(name) + endedSuffix;
      ifThere(() => renameSync(fileOf(name), ended));
      syncFolder(options.folder);
      eraseFile(ended);
      return ends.delete(name);
    });

  const vault: VaultService = {
    statement: root.statement,
    put: Effect.fnUntraced(function* (name, bytes, endsAtMs) {
      if (!allowedName.test(name)) return yield* Effect.die(new Error(`no name for a secret: ${name}`));
      const head = headOf(endsAtMs);
      const wrapped = yield* root.wrap(bytes, associated(name, head));
      yield* onDisk(() => replaceFile(fileOf(name), Buffer.concat([head, wrapped])));
      ends.set(name, endsAtMs);
    }),
    get: Effect.fnUntraced(function* (name) {
      yield* lookAgain;
      if (!ends.has(name)) return undefined;
      const file = yield* contentOf(name);
      if (file === undefined) return undefined;
      const endsAtMs = endIn(file);
      if (endsAtMs === undefined) return yield* damaged(name);
      const bytes = yield* root.unwrap(
        file.subarray(headBytes),
        associated(name, file.subarray(0, headBytes)),
      );
      return { bytes, endsAtMs };
    }),
    erase: (name) => Effect.andThen(lookAgain, eraseKnown(name)),
    names: () => [...ends.keys()].sort(),
    eraseDue: Effect.fnUntraced(function* (nowMs) {
      yield* lookAgain;
      const due = [...ends].filter(([, endsAtMs]) => nowMs >= endsAtMs).map(([name]) => name);
      for (const name of due) yield* eraseKnown(name);
      return due;
    }),
  };
  return vault;
});

export const vaultFolderLayer = (
  options: VaultFolderOptions,
): Layer.Layer<Vault, StoreUnavailable, RootKey> => Layer.effect(Vault, openVaultFolder(options));
