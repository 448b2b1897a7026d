/**
 * The officers' sealed shares of an epoch as one run of bytes, for the epoch's row.
 * The custodian cannot open them; it keeps them until the day ends and hands them out under a case.
 */
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

export const decodeShares = (bytes: Uint8Array): readonly SealedShare[] => {
  const reader = new FieldReader(bytes);
  return Array.from({ length: Math.floor(bytes.length / shareFieldBytes) }, () => ({
    officer: reader.number(2),
    encapsulation: reader.bytes(encapsulationBytes),
    position: reader.number(4),
    ciphertext: reader.bytes(shareCiphertextBytes),
  }));
};
