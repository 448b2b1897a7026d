/**
 * The officers' sealed shares of an epoch as one run of bytes, for the epoch's row, sealed once more under a key of the day.
 * The custodian cannot open what is sealed to officers; it keeps it until the day ends and hands it out under a case. Officers keep
 * their keys for longer than a day is kept: without the day's key a copy of the row that outlived its day says nothing to them either.
 */
import { derivedKey } from "../protocol/derivedkey.ts";
import { randomBytes } from "../protocol/randomness.ts";
import { importSealKey, openBytes, sealBytes, type SealKey } from "../store/sealedbytes.ts";
import { FieldReader, joinFields, numberField } from "../protocol/fields.ts";
import { encapsulationBytes } from "../protocol/hpke.ts";
import { shareCiphertextBytes, type SealedShare } from "../protocol/shares.ts";

const shareFieldBytes = 2 + encapsulationBytes + 4 + shareCiphertextBytes;

export const encodeShares = (shares: readonly SealedShare[]): Uint8Array =>
  joinFields(
    shares.flatMap(({ officer, encapsulation, position, ciphertext }) => [
      numberField(officer, 2),
      encapsulation,
      numberField(position, 4),
      ciphertext,
    ]),
  );

const decodeShares = (bytes: Uint8Array): readonly SealedShare[] => {
  const reader = new FieldReader(bytes);
  return Array.from({ length: Math.floor(bytes.length / shareFieldBytes) }, () => ({
    officer: reader.number(2),
    encapsulation: reader.bytes(encapsulationBytes),
    position: reader.number(4),
    ciphertext: reader.bytes(shareCiphertextBytes),
  }));
};

const purpose = "entrylog 1 shares of a day\0";

/** The key for shares, apart from the one under which records are encrypted, so that neither says anything of the other. */
export const sharesKeyOf = (dayKey: Uint8Array): SealKey => importSealKey(derivedKey(dayKey, purpose));

/** Bound to their epoch, so that no row can be given another's. */
export const sealShares = (key: SealKey, epochId: Uint8Array, shares: readonly SealedShare[]): Uint8Array =>
  sealBytes(key, encodeShares(shares), epochId, randomBytes);

export const openShares = (
  key: SealKey,
  epochId: Uint8Array,
  sealed: Uint8Array,
): readonly SealedShare[] | undefined => {
  const plain = openBytes(key, sealed, epochId);
  return plain === undefined ? undefined : decodeShares(plain);
};
