/**
 * What the custodian is told when it starts: whose epochs it takes, which officers it believes, which passes it reads.
 * Its own signing key comes with it, because issuers and authority pin the public half; the key itself lives in the vault.
 * Nothing of it is law.
 */
import { Effect } from "effect";
import { never } from "../lifecycle/core.ts";
import { drawSigningSeed, importSigningKey, type SigningKey } from "../protocol/ed25519.ts";
import type { PinnedLog } from "../log/logproof.ts";
import type { PassVersion } from "../protocol/pass.ts";
import type { StandingRoster } from "../roster/standing.ts";
import { StoreUnavailable } from "../store/unavailable.ts";
import { Vault } from "../store/vault.ts";

export interface PinnedIssuer {
  /** The issuer's number in a pass. */
  readonly issuer: number;
  /** The Ed25519 public key under which its deposits are signed, 32 bytes. */
  readonly depositKey: Uint8Array;
}

export interface CustodianConfiguration {
  readonly issuers: readonly PinnedIssuer[];
  /** The officers of the authority, as this custodian keeps their roster. */
  readonly roster: StandingRoster;
  /** The authority's log and its witnesses, pinned: no case is acted on that does not stand there. */
  readonly authorityLog: PinnedLog;
  readonly version: PassVersion;
  /** Signs releases. */
  readonly signingKey: SigningKey;
}

const keyName = "releases";

/** The custodian's signing key out of its vault, drawn at the first start. */
export const custodianSigningKey: Effect.Effect<SigningKey, StoreUnavailable, Vault> = Effect.gen(
  function* () {
    const vault = yield* Vault;
    const found = yield* vault.get(keyName);
    const seed = found?.bytes ?? drawSigningSeed();
    if (found === undefined) yield* vault.put(keyName, seed, never);
    const key = importSigningKey(seed);
    return key ?? (yield* new StoreUnavailable({ reason: "damaged", detail: `the key ${keyName}` }));
  },
);
