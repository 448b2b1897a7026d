/**
 * The issuer's keys, in its vault: one to sign deposits and answers, one to which officers re-seal shares, and two for each Seoul day.
 * The handle key of a day ends with everything else of that day; the key that signs the day's passes ends when the day is over.
 * Keys are drawn at first use and never leave this process but wrapped by the vault's root key.
 */
import { Effect } from "effect";
import { drawSigningSeed, importSigningKey, type SigningKey } from "../protocol/ed25519.ts";
import { handleKeyBytes, importHandleKey, type HandleKey } from "../protocol/handle.ts";
import { exportSealingKey, generateSealingKey, importSealingKey, type SealingKey } from "../protocol/hpke.ts";
import { randomBytes } from "../protocol/randomness.ts";
import { startOfSeoulDayMs } from "../protocol/seoulday.ts";
import { never } from "../lifecycle/core.ts";
import type { PolicyNumbers } from "../generated/policy.ts";
import { millisecondsADay } from "../../models/policy.ts";
import type { VaultService } from "../store/vault.ts";
import { StoreUnavailable } from "../store/unavailable.ts";

export interface DayKeys {
  readonly handle: HandleKey;
  readonly passes: SigningKey;
}

export interface IssuerKeys {
  readonly deposits: SigningKey;
  readonly sealing: SealingKey;
  /** The keys of a day in which passes are issued. */
  readonly ofDay: (day: number) => Effect.Effect<DayKeys, StoreUnavailable>;
  /** The handle key of a day, or undefined when it has ended or never was. */
  readonly handleOf: (day: number, nowMs: number) => Effect.Effect<HandleKey | undefined, StoreUnavailable>;
  readonly forgetDay: (day: number) => void;
}

const damaged = (name: string) => new StoreUnavailable({ reason: "damaged", detail: `the key ${name}` });

/** A secret of the vault, drawn at first use. */
export const keptSecret = Effect.fnUntraced(function* (
  vault: VaultService,
  name: string,
  endsAtMs: number,
  draw: Effect.Effect<Uint8Array>,
) {
  const found = yield* vault.get(name);
  if (found !== undefined) return found.bytes;
  const drawn = yield* draw;
  yield* vault.put(name, drawn, endsAtMs);
  return drawn;
});

const signingKey = Effect.fnUntraced(function* (vault: VaultService, name: string, endsAtMs: number) {
  const key = importSigningKey(yield* keptSecret(vault, name, endsAtMs, Effect.sync(drawSigningSeed)));
  return key ?? (yield* damaged(name));
});

const sealingKey = Effect.fnUntraced(function* (vault: VaultService) {
  const name = "sealing";
  const drawn = Effect.promise(async () => {
    const fresh = await generateSealingKey();
    return Buffer.concat([fresh.publicKey, await exportSealingKey(fresh)]);
  });
  const bytes = yield* keptSecret(vault, name, never, drawn);
  const half = bytes.length / 2;
  const key = yield* Effect.promise(() => importSealingKey(bytes.subarray(half), bytes.subarray(0, half)));
  return key ?? (yield* damaged(name));
});

export const makeIssuerKeys = Effect.fnUntraced(function* (vault: VaultService, policy: PolicyNumbers) {
  const deposits = yield* signingKey(vault, "deposits", never);
  const sealing = yield* sealingKey(vault);
  const days = new Map<number, DayKeys>();
  const handleName = (day: number): string => `handles-${String(day)}`;

  const ofDay = Effect.fnUntraced(function* (day: number) {
    const held = days.get(day);
    if (held !== undefined) return held;
    const start = startOfSeoulDayMs(day);
    const handle = yield* keptSecret(
      vault,
      handleName(day),
      start + policy.retention,
      Effect.sync(() => randomBytes(handleKeyBytes)),
    );
    const over = start + millisecondsADay + policy.passLifetime + policy.clockSkew;
    const keys = {
      handle: importHandleKey(handle),
      passes: yield* signingKey(vault, `passes-${String(day)}`, over),
    };
    // Nothing is issued for a day that is over: its keys are for the vault to keep, and not for memory.
    for (const other of days.keys()) if (day > other) days.delete(other);
    days.set(day, keys);
    return keys;
  });

  const handleOf = Effect.fnUntraced(function* (day: number, nowMs: number) {
    const found = yield* vault.get(handleName(day));
    return found === undefined || nowMs >= found.endsAtMs ? undefined : importHandleKey(found.bytes);
  });

  return {
    deposits,
    sealing,
    ofDay,
    handleOf,
    forgetDay: (day: number) => void days.delete(day),
  } satisfies IssuerKeys;
});
