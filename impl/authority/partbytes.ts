// An answered part as a run of bytes, to be sealed under the key of its case and read back.
// What the issuer's answer makes needless (the sealed records and shares) has no place in it.
// It refuses nothing: what does not read back as it was written is undefined, and the store is damaged.
import type { HashedPlace } from "../protocol/contracts.ts";
import { FieldReader, joinFields, numberField } from "../protocol/fields.ts";
import { hashBytes } from "../protocol/release.ts";
import { lengthed, placeFields, readEach, readLengthed, readPlace } from "../protocol/releasedpart.ts";

/** What stays of a part once its issuer has answered. */
export interface AnsweredPart {
  readonly issuer: number;
  readonly release: Uint8Array;
  readonly places: readonly HashedPlace[];
  /** Sealed to each officer of the case; the authority's server cannot open them. */
  readonly answers: readonly { readonly officer: number; readonly bytes: Uint8Array }[];
}

export const encodeAnsweredPart = (part: AnsweredPart): Uint8Array =>
  joinFields([
    numberField(part.issuer, 1),
    ...lengthed(part.release),
    numberField(part.places.length, 4),
    ...part.places.flatMap((place) => [place.recordHash, ...placeFields(place)]),
    numberField(part.answers.length, 1),
    ...part.answers.flatMap(({ officer, bytes }) => [numberField(officer, 2), ...lengthed(bytes)]),
  ]);

export const decodeAnsweredPart = (bytes: Uint8Array): AnsweredPart | undefined => {
  const reader = new FieldReader(bytes);
  const issuer = reader.number(1);
  const release = readLengthed(reader);
  const places = readEach(reader, reader.number(4), () => ({
    recordHash: reader.bytes(hashBytes),
    ...readPlace(reader),
  }));
  const answers = readEach(reader, reader.number(1), () => ({
    officer: reader.number(2),
    bytes: readLengthed(reader),
  }));
  return reader.complete ? { issuer, release, places, answers } : undefined;
};
