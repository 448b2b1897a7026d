// The keys of browsers that may sign in at a desk: their public halves and counters, in one file of the officer's folder that only
// the officer can read. They open the desk and nothing else: what parties believe is signed with the officer's own key.
// A file that cannot be read stops the desk; whoever lost every key removes it and enrols anew.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Effect, Schema } from "effect";
import { Bytes } from "../../protocol/http/bytes.ts";
import { ConfigInvalid } from "../../serve/configinvalid.ts";
import { onDisk, replaceFile } from "../../store/securefile.ts";
import type { StoreUnavailable } from "../../store/unavailable.ts";

export const browserKeysFile = "desk-keys.json";

const BrowserKey = Schema.Struct({
  credentialId: Schema.String,
  publicKey: Bytes,
  /** As the key last counted, by which a copy of it is noticed. */
  counter: Schema.Int,
});
export type BrowserKey = typeof BrowserKey.Type;

const Kept = Schema.fromJsonString(Schema.Struct({ keys: Schema.Array(BrowserKey) }));
const decode = Schema.decodeUnknownEffect(Kept);
const encode = Schema.encodeSync(Kept);

export interface BrowserKeys {
  readonly all: () => readonly BrowserKey[];
  readonly find: (credentialId: string) => BrowserKey | undefined;
  /** Adds a key, or keeps what is new of it. */
  readonly keep: (key: BrowserKey) => Effect.Effect<void, StoreUnavailable>;
}

export const openBrowserKeys = Effect.fnUntraced(function* (folder: string) {
  const file = join(folder, browserKeysFile);
  const text = yield* onDisk(() => (existsSync(file) ? readFileSync(file, "utf8") : '{"keys":[]}'));
  const kept = yield* Effect.mapError(
    decode(text),
    () => new ConfigInvalid({ mistakes: [`${browserKeysFile}: holds no keys of browsers`] }),
  );
  let keys = kept.keys;
  return {
    all: () => keys,
    find: (credentialId) => keys.find((key) => key.credentialId === credentialId),
    keep: (key) => {
      const next = [...keys.filter(({ credentialId }) => credentialId !== key.credentialId), key];
      return Effect.map(
        onDisk(() => {
          replaceFile(file, Buffer.from(encode({ keys: next })));
        }),
        () => {
          keys = next;
        },
      );
    },
  } satisfies BrowserKeys;
});
