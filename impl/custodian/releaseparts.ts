/**
 * Makes of released records one signed part for each issuer: hashes in its release, sealed handles and places in another order
 * than they happened, and the officers' sealed shares of the epochs concerned.
 */
import { Effect } from "effect";
import type { ReleasedPart } from "../protocol/contracts.ts";
import type { SigningKey } from "../protocol/ed25519.ts";
import { shuffled } from "../protocol/randomness.ts";
import { encodeRelease, recordHash, type Release } from "../protocol/release.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { DisclosedRecord } from "./disclosing.ts";
import { epochName, type Epochs } from "./epochs.ts";

export const partsOf = (
  signingKey: SigningKey,
  epochs: Epochs,
  about: Omit<Release, "issuer" | "recordHashes">,
  records: readonly DisclosedRecord[],
  /** For each record, in order, whether another venue claims its pass too. */
  disputed: readonly boolean[],
): Effect.Effect<readonly ReleasedPart[], StoreUnavailable> =>
  Effect.forEach(
    Map.groupBy(
      shuffled(records.map((record, place) => ({ ...record, disputed: disputed[place] === true }))),
      ({ pass }) => pass.issuer,
    ),
    ([issuer, ofIssuer]) =>
      Effect.gen(function* () {
        const byEpoch = new Map(ofIssuer.map(({ pass, day }) => [epochName(pass.epochId), { pass, day }]));
        const sealed = ofIssuer.map(({ pass }) => Uint8Array.from(pass.signed));
        return {
          issuer,
          release: encodeRelease(signingKey, { ...about, issuer, recordHashes: sealed.map(recordHash) }),
          records: sealed,
          places: ofIssuer.map(({ venue, scannedAtMs, late, disputed: isDisputed }) => ({
            venue,
            scannedAtMs,
            late,
            disputed: isDisputed,
          })),
          epochs: yield* Effect.forEach(byEpoch, ([name, { pass, day }]) =>
            Effect.map(epochs.shares(name), (shares) => ({
              epochId: Uint8Array.from(pass.epochId),
              day,
              shares,
            })),
          ),
        };
      }),
  );
