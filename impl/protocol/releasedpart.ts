// A release's part as one run of bytes, so that it can be sealed under a key of its case and read back: by the custodian,
// which keeps what it released until the case is over, and by the authority, which keeps it until its issuer has answered.
// It refuses nothing: what does not read back as it was written is undefined, and the caller's store is damaged.
import type { RecordPlace, ReleasedPart } from "./contracts.ts";
import { epochIdBytes } from "./epoch.ts";
import { FieldReader, joinFields, numberField } from "./fields.ts";
import { encapsulationBytes } from "./hpke.ts";
import { shareCiphertextBytes, type SealedShare } from "./shares.ts";

export const lengthed = (bytes: Uint8Array): readonly Uint8Array[] => [numberField(bytes.length, 4), bytes];
export const readLengthed = (reader: FieldReader): Uint8Array => {
  const length = reader.number(4);
  return reader.bytes(length <= reader.left ? length : reader.left + 1);
};
/** So many items, and no more than there is something left to read: a damaged count must not be believed. */
export const readEach = <Item>(reader: FieldReader, count: number, read: () => Item): readonly Item[] => {
  const items: Item[] = [];
  while (items.length < count && reader.left > 0) items.push(read());
  // Fewer than announced: reading past the end makes the whole incomplete.
  if (items.length < count) reader.bytes(reader.left + 1);
  return items;
};

/** A place and time, and what to know of them, as fields. */
export const placeFields = (place: RecordPlace): readonly Uint8Array[] => [
  numberField(place.venue, 4),
  numberField(place.scannedAtMs, 6),
  numberField((place.late ? 1 : 0) + (place.disputed ? 2 : 0), 1),
];
export const readPlace = (reader: FieldReader): RecordPlace => {
  const place = { venue: reader.number(4), scannedAtMs: reader.number(6) };
  const marks = reader.number(1);
  return { ...place, late: (marks & 1) !== 0, disputed: (marks & 2) !== 0 };
};

export const encodeReleasedPart = (part: ReleasedPart): Uint8Array =>
  joinFields([
    numberField(part.issuer, 1),
    ...lengthed(part.release),
    numberField(part.records.length, 4),
    ...part.records.flatMap(lengthed),
    ...part.places.flatMap(placeFields),
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
  const places = readEach(reader, recordCount, () => readPlace(reader));
  const epochs = readEach(reader, reader.number(4), () => ({
    epochId: reader.bytes(epochIdBytes),
    day: reader.number(4),
    shares: readEach(reader, reader.number(1), () => readShare(reader)),
  }));
  return reader.complete ? { issuer, release, records, places, epochs } : undefined;
};
