// One record of a day's file of aliases: the account's number in clear, and its alias sealed under the day's key.
// The account is in clear so that its record can be found and overwritten without opening anything;
// the alias is bound to day and account, so that no record can be given to another. Zeros are an erased record.
import { openBytes, type RandomBytes, sealBytes, type SealKey, sealOverheadBytes } from "./sealedbytes.ts";

const accountBytes = 8;
export const aliasBytes = 8;
export const recordBytes = accountBytes + aliasBytes + sealOverheadBytes;

const twoTo32 = 0x1_0000_0000;

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export const accountIn = (records: Uint8Array, place: number): number => {
  const view = viewOf(records);
  const start = place * recordBytes;
  return view.getUint32(start, true) + view.getUint32(start + 4, true) * twoTo32;
};

const boundTo = (day: number, account: number): Uint8Array => {
  const bytes = new Uint8Array(16);
  const view = viewOf(bytes);
  view.setFloat64(0, day);
  view.setFloat64(8, account);
  return bytes;
};

export const encodeRecord = (
  records: Uint8Array,
  place: number,
  key: SealKey,
  day: number,
  account: number,
  alias: Uint8Array,
  randomBytes: RandomBytes,
): void => {
  const start = place * recordBytes;
  const view = viewOf(records);
  view.setUint32(start, account % twoTo32, true);
  view.setUint32(start + 4, Math.floor(account / twoTo32), true);
  records.set(sealBytes(key, alias, boundTo(day, account), randomBytes), start + accountBytes);
};

/** The alias of a record; undefined when it was not sealed under this key for this day and account. */
export const aliasIn = (
  records: Uint8Array,
  place: number,
  key: SealKey,
  day: number,
): Uint8Array | undefined => {
  const start = place * recordBytes;
  const sealed = records.subarray(start + accountBytes, start + recordBytes);
  return openBytes(key, sealed, boundTo(day, accountIn(records, place)));
};
