/**
 * Venue and instant of a refused claim to a pass, sealed for the claim's row under a key of the day.
 * Disputes alone use it. When the day has ended no copy of the row says where or when the pass was claimed.
 */
import { derivedKey } from "../protocol/derivedkey.ts";
import { FieldReader, joinFields, numberField } from "../protocol/fields.ts";
import { randomBytes } from "../protocol/randomness.ts";
import { importSealKey, openBytes, sealBytes, type SealKey } from "../store/sealedbytes.ts";

export interface ClaimedPlace {
  readonly venue: number;
  readonly scannedAtMs: number;
}

const purpose = "entrylog 1 claims of a day\0";

/** The key for claims, apart from every other that is made from the day's key. */
export const claimKeyOf = (dayKey: Uint8Array): SealKey => importSealKey(derivedKey(dayKey, purpose));

/** Bound to the tag of its pass, so that no row can be given another's. */
export const sealClaim = (key: SealKey, tag: Uint8Array, { venue, scannedAtMs }: ClaimedPlace): Uint8Array =>
  sealBytes(key, joinFields([numberField(venue, 4), numberField(scannedAtMs, 6)]), tag, randomBytes);

export const openClaim = (key: SealKey, tag: Uint8Array, sealed: Uint8Array): ClaimedPlace | undefined => {
  const plain = openBytes(key, sealed, tag);
  if (plain === undefined) return undefined;
  const reader = new FieldReader(plain);
  return { venue: reader.number(4), scannedAtMs: reader.number(6) };
};
