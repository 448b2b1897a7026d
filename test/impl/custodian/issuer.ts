// An issuer for the custodian's tests: real keys, real epochs with shares for the officers, real signed passes.
// It has no law: it issues whatever a test asks for, right or wrong.
import { encodeDeposit } from "../../../impl/protocol/deposit.ts";
import { drawSigningSeed, importSigningKey, type SigningKey } from "../../../impl/protocol/ed25519.ts";
import { Epoch } from "../../../impl/protocol/epoch.ts";
import { preparePass, signPasses } from "../../../impl/protocol/issuing.ts";
import type { Roster } from "../../../impl/protocol/officers.ts";
import { noChallenge, passVersions } from "../../../impl/protocol/pass.ts";
import { randomBytes } from "../../../impl/protocol/randomness.ts";
import { openShareSealer } from "../../../impl/protocol/shares.ts";
import { present } from "../protocol/hex.ts";

export const newKey = (): SigningKey => present(importSigningKey(drawSigningSeed()));

export interface OpenedEpoch {
  readonly epoch: Epoch;
  readonly deposit: Uint8Array;
}

export interface TestIssuer {
  readonly number: number;
  readonly deposits: SigningKey;
  readonly passes: SigningKey;
  /** An epoch with its deposit; signed by another key if the test wants a forged one. */
  readonly open: (atMs: number, depositKey?: SigningKey) => Promise<OpenedEpoch>;
  readonly issue: (
    opened: OpenedEpoch,
    atMs: number,
    count: number,
    key?: SigningKey,
    challenge?: Uint8Array,
  ) => Promise<Uint8Array[]>;
}

export const makeIssuer = (number: number, roster: Roster): TestIssuer => {
  const deposits = newKey();
  const passes = newKey();
  return {
    number,
    deposits,
    passes,
    open: async (atMs, depositKey = deposits) => {
      const epoch = new Epoch(atMs);
      const sealer = await openShareSealer(roster, { issuer: number, day: epoch.day });
      const shares = present(await sealer.seal(epoch.id, present(epoch.secret), 2));
      const deposit = encodeDeposit(depositKey, {
        version: passVersions.deployed,
        issuer: number,
        epochId: epoch.id,
        day: epoch.day,
        startedAtMs: atMs,
        passKey: passes.publicKey,
        shares,
      });
      return { epoch, deposit };
    },
    issue: async ({ epoch }, atMs, count, key = passes, challenge = noChallenge) => {
      const prepared = Array.from({ length: count }, () =>
        present(
          preparePass(
            epoch,
            { version: passVersions.deployed, issuer: number, issuedAtMs: atMs, challenge },
            randomBytes(16),
          ),
        ),
      );
      await signPasses(key, prepared);
      return prepared;
    },
  };
};
