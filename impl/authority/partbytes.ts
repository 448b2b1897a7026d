// A release's part and an answered part as runs of bytes, to be sealed under the key of their case and read back.
// What the issuer's answer makes needless (the sealed records and shares) has no place in an answered part.
// It refuses nothing: what does not read back as it was written is undefined, and the caller's store is damaged.
import type { ReleasedPart } from "../protocol/contracts.ts";
import { epochIdBytes } from "../protocol/epoch.ts";
import { FieldReader, joinFields, numberField } from "../protocol/fields.ts";
import { encapsulationBytes } from "../protocol/hpke.ts";
import { hashBytes } from "../protocol/release.ts";
import { shareCiphertextBytes, type SealedShare } from "../protocol/shares.ts";

/** A place and time that belong to a record of the release. */
export interface RecordPlace {
  readonly recordHash: Uint8Array;
  readonly venue: number;
  readonly scannedAtMs: number;
}

/** What stays of a part once its issuer has answered. */
export interface AnsweredPart {
  readonly issuer: number;
  readonly release: Uint8Array;
  readonly places: readonly RecordPlace[];
  /** Sealed to each officer of the case; the authority's server cannot open them. */
  readonly answers: readonly { readonly officer: number; readonly bytes: Uint8Array }[];
}

const lengthed = (bytes: Uint8Array): readonly Uint8Array[] => [numberField(bytes.length, 4), bytes];
const readLengthed = (reader: FieldReader): Uint8Array => {
  const length = reader.number(4);
  return reader.bytes(length <= reader.left ? length : reader.left + 1);
};
/** So many items, and no more than there is something left to read: a damaged count must not be believed. */
const readEach = <Item>(reader: FieldReader, count: number, read: () => Item): readonly Item[] => {
  const items: Item[] = [];
  while (items.length < count && reader.left > 0) items.push(read());
  // Fewer than announced: reading past the end makes the whole incomplete.
  if (items.length < count) reader.bytes(reader.left + 1);
  return items;
};

export const encodeReleasedPart = (part: ReleasedPart): Uint8Array =>
  joinFields([
    numberField(part.issuer, 1),
    ...lengthed(part.release),
    numberField(part.records.length, 4),
    ...part.records.flatMap(lengthed),
    ...part.places.flatMap(({ venue, scannedAtMs }) => [numberField(venue, 4), numberField(scannedAtMs, 6)]),
    numberField(part.epochs.length, 4),
    ...part.epochs.flatMap(({ epochId, day, shares }) => [
      epochId,
      numberField(day, 4),
      numberField(shares.length, 1),
      ...shares.flatMap((share) => [
        numberField(share.officer, 2),
        share.encapsulation,
        numberField(share.position, 4),
        share.ciphertext,
      ]),
    ]),
  ]);

const readShare = (reader: FieldReader): SealedShare => ({
  officer: reader.number(2),
  encapsulation: reader.bytes(encapsulationBytes),
  position: reader.number(4),
  ciphertext: reader.bytes(shareCiphertextBytes),
});

export const decodeReleasedPart = (bytes: Uint8Array): ReleasedPart | undefined => {
  const reader = new FieldReader(bytes);
  const issuer = reader.number(1);
  const release = readLengthed(reader);
  const recordCount = reader.number(4);
  const records = readEach(reader, recordCount, () => readLengthed(reader));
  const places = readEach(reader, recordCount, () => ({
    venue: reader.number(4),
    scannedAtMs: reader.number(6),
  }));
  const epochs = readEach(reader, reader.number(4), () => ({
    epochId: reader.bytes(epochIdBytes),
    day: reader.number(4),
    shares: readEach(reader, reader.number(1), () => readShare(reader)),
  }));
  return reader.complete ? { issuer, release, records, places, epochs } : undefined;
};

export const encodeAnsweredPart = (part: AnsweredPart): Uint8Array =>
  joinFields([
    numberField(part.issuer, 1),
    ...lengthed(part.release),
    numberField(part.places.length, 4),
    ...part.places.flatMap(({ recordHash, venue, scannedAtMs }) => [
      recordHash,
      numberField(venue, 4),
      numberField(scannedAtMs, 6),
    ]),
    numberField(part.answers.length, 1),
    ...part.answers.flatMap(({ officer, bytes }) => [numberField(officer, 2), ...lengthed(bytes)]),
  ]);

export const decodeAnsweredPart = (bytes: Uint8Array): AnsweredPart | undefined => {
  const reader = new FieldReader(bytes);
  const issuer = reader.number(1);
  const release = readLengthed(reader);
  const places = readEach(reader, reader.number(4), () => ({
    recordHash: reader.bytes(hashBytes),
    venue: reader.number(4),
    scannedAtMs: reader.number(6),
  }));
  const answers = readEach(reader, reader.number(1), () => ({
    officer: reader.number(2),
    bytes: readLengthed(reader),
  }));
  return reader.complete ? { issuer, release, places, answers } : undefined;
};
