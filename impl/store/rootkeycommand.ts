// A root key that this machine's disk does not hold: a command of the operator gives it at every start, from a TPM
// (tpm2_unseal, systemd-creds decrypt), a key service, or a smart card. It is read once and kept in memory alone.
// The command sees in ENTRYLOG_VAULT whose vault asks. It must write 32 bytes, as they are or in hexadecimal, and nothing else.
// It refuses a command that fails, lingers or answers anything else, and never shows what was answered.
import { spawnSync } from "node:child_process";
import { Config, Effect, Layer, Option } from "effect";
import {
  rootKeyFile,
  rootKeyOver,
  RootKey,
  type RootKeyFileOptions,
  type RootKeyService,
} from "./rootkey.ts";
import { keyBytes } from "./sealedbytes.ts";
import { StoreUnavailable } from "./unavailable.ts";

export interface RootKeyCommandOptions extends Pick<RootKeyFileOptions, "randomBytes" | "vaultFolder"> {
  /** As a shell takes it. */
  readonly command: string;
}

const answeredWithinMs = 30_000;
const statement =
  "erased in software; the root key is not on the disk of the vault, so that a stolen disk or copy of it opens nothing";

const unusable = (detail: string) =>
  new StoreUnavailable({ reason: "cannot-open", detail: `the command that gives the root key ${detail}` });

const keyIn = (answer: Uint8Array): Uint8Array | undefined => {
  if (answer.length === keyBytes) return Uint8Array.from(answer);
  const text = Buffer.from(answer).toString("latin1").trim();
  return /^[0-9a-fA-F]{64}$/.test(text) ? Uint8Array.from(Buffer.from(text, "hex")) : undefined;
};

export const rootKeyCommand = (
  options: RootKeyCommandOptions,
): Effect.Effect<RootKeyService, StoreUnavailable> =>
  Effect.suspend(() => {
    const { status, stdout, error } = spawnSync(options.command, {
      shell: true,
      timeout: answeredWithinMs,
      maxBuffer: 4_096,
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, ENTRYLOG_VAULT: options.vaultFolder },
    });
    if (error !== undefined || status !== 0)
      return Effect.fail(unusable(error?.message ?? `ended with ${String(status)}`));
    const key = keyIn(stdout);
    stdout.fill(0);
    if (key === undefined)
      return Effect.fail(unusable(`answered something else than ${String(keyBytes)} bytes`));
    const service = rootKeyOver(key, statement, options.randomBytes);
    key.fill(0);
    return Effect.succeed(service);
  });

/** What a deployed party has: the command of ENTRYLOG_ROOT_KEY_COMMAND, or else a file beside the vault. */
export const rootKeyLayer = (options: RootKeyFileOptions): Layer.Layer<RootKey, StoreUnavailable> =>
  Layer.effect(
    RootKey,
    Effect.gen(function* () {
      const command = yield* Effect.mapError(
        Config.option(Config.NonEmptyString("ENTRYLOG_ROOT_KEY_COMMAND")),
        ({ message }) => unusable(`is not a text: ${message}`),
      );
      return yield* Option.match(command, {
        onNone: () => rootKeyFile(options),
        onSome: (given) => rootKeyCommand({ ...options, command: given }),
      });
    }),
  );
