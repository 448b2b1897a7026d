// The key that wraps every key of a party's vault: a port, so that a TPM, an HSM or a key service can stand behind it.
// The embedded one is a file of 32 random bytes beside the vault, made at the first start.
// Its statement says what erasing a key under it is worth; a file can promise erasure in software only.
// It refuses to invent a new key for a vault that already holds something: that would be losing all of it in silence.
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { Context, Effect, Layer } from "effect";
import { importSealKey, keyBytes, openBytes, type RandomBytes, sealBytes } from "./sealedbytes.ts";
import { onDisk, replaceFile, secretSuffix } from "./securefile.ts";
import { StoreUnavailable } from "./unavailable.ts";

export interface RootKeyService {
  /** What is said to people about keys erased under this root key. */
  readonly statement: string;
  readonly wrap: (secret: Uint8Array, associated: Uint8Array) => Effect.Effect<Uint8Array, StoreUnavailable>;
  /** Fails with reason "damaged" when the bytes were not wrapped by this key for this purpose. */
  readonly unwrap: (
    wrapped: Uint8Array,
    associated: Uint8Array,
  ) => Effect.Effect<Uint8Array, StoreUnavailable>;
}

export class RootKey extends Context.Service<RootKey, RootKeyService>()("entrylog/impl/store/RootKey") {}

export interface RootKeyFileOptions {
  readonly file: string;
  readonly randomBytes: RandomBytes;
  /** The folder of what this key wraps: if it holds anything, a missing key is a failure and not a first start. */
  readonly vaultFolder: string;
}

const holdsSecrets = (folder: string): boolean =>
  existsSync(folder) && readdirSync(folder).some((file) => file.endsWith(secretSuffix));

const keyInFile = (options: RootKeyFileOptions): Uint8Array => {
  if (!existsSync(options.file) && !holdsSecrets(options.vaultFolder)) {
    mkdirSync(dirname(options.file), { recursive: true, mode: 0o700 });
    replaceFile(options.file, options.randomBytes(keyBytes));
  }
  return readFileSync(options.file);
};

/** A root key whose bytes this process holds, wherever they come from. */
export const rootKeyOver = (
  bytes: Uint8Array,
  statement: string,
  randomBytes: RandomBytes,
): RootKeyService => {
  const key = importSealKey(bytes);
  return {
    statement,
    wrap: (secret, associated) => Effect.sync(() => sealBytes(key, secret, associated, randomBytes)),
    unwrap: (wrapped, associated) =>
      Effect.suspend(() => {
        const secret = openBytes(key, wrapped, associated);
        return secret === undefined
          ? Effect.fail(new StoreUnavailable({ reason: "damaged", detail: "a wrapped key does not open" }))
          : Effect.succeed(secret);
      }),
  };
};

export const rootKeyFile = (options: RootKeyFileOptions): Effect.Effect<RootKeyService, StoreUnavailable> =>
  Effect.gen(function* () {
    const bytes = yield* onDisk(() => keyInFile(options));
    if (bytes.length !== keyBytes) {
      return yield* new StoreUnavailable({
        reason: "damaged",
        detail: "the root key's file has a wrong length",
      });
    }
    return rootKeyOver(bytes, "erased in software only", options.randomBytes);
  });

export const rootKeyFileLayer = (options: RootKeyFileOptions): Layer.Layer<RootKey, StoreUnavailable> =>
  Layer.effect(RootKey, rootKeyFile(options));
