// The custodian's own layer of encryption: each record's payload under AES-256-CTR with the custodian's key of the
// day, so that dropping the key erases the day. A record's counter starts at its position of that day, eight bytes,
// followed by eight bytes that count blocks; positions are never used twice under one key. Many records take
// one call of a kept cipher. It hides and does not authenticate: the signatures inside a payload do that.

import { blockBytes, openBlockCipher, type BlockCipher } from "./blockcipher.ts";

const positionHigh = 4_294_967_296;

/** The custodian's record key of one day, ready for use. */
export interface RecordKey {
  readonly cipher: BlockCipher;
}

export const importRecordKey = (dayKey: Uint8Array): RecordKey => ({
  // Over counters it is what CTR is made of; nothing but counters ever goes in here.
  cipher: openBlockCipher(dayKey),
});

/** Room for the counters of some records, used again and again: fresh memory for each call would keep the collector busy. */
let room = new Uint8Array(0);
const recordsAtOnce = 256;

/** The counters of some records, from one of them on; they stand until the next call. */
const counterBlocks = (
  positions: readonly number[],
  first: number,
  records: number,
  blocksARecord: number,
): Uint8Array => {
  const bytes = records * blocksARecord * blockBytes;
  if (room.length < bytes) room = new Uint8Array(bytes);
  const view = new DataView(room.buffer);
  let at = 0;
  for (let record = first; record < first + records; record += 1) {
    const position = positions[record] ?? 0;
    const high = Math.floor(position / positionHigh);
    const low = position % positionHigh;
    for (let block = 0; block < blocksARecord; block += 1) {
      view.setUint32(at, high);
      view.setUint32(at + 4, low);
      view.setUint32(at + 8, 0);
      view.setUint32(at + 12, block);
      at += blockBytes;
    }
  }
  return room.subarray(0, bytes);
};

const isWordAligned = (bytes: Uint8Array): boolean => bytes.byteOffset % 4 === 0;

/**
 * Encrypts or decrypts, in place, payloads of equal length laid end to end; `positions` names the position of each.
 * The same call undoes itself.
 */
export const cipherRecords = (
  key: RecordKey,
  payloads: Uint8Array,
  payloadBytes: number,
  positions: readonly number[],
): void => {
  const blocksARecord = Math.ceil(payloadBytes / blockBytes);
  const stride = blocksARecord * blockBytes;
  for (let first = 0; first < positions.length; first += recordsAtOnce) {
    const records = Math.min(recordsAtOnce, positions.length - first);
    const stream = key.cipher.update(counterBlocks(positions, first, records, blocksARecord));
    const some = payloads.subarray(first * payloadBytes, (first + records) * payloadBytes);
    if (payloadBytes % 4 === 0 && isWordAligned(some) && isWordAligned(stream)) {
      const words = new Uint32Array(some.buffer, some.byteOffset, some.length / 4);
      const streamWords = new Uint32Array(stream.buffer, stream.byteOffset, stream.length / 4);
      cover(words, payloadBytes / 4, streamWords, stride / 4, records);
    } else cover(some, payloadBytes, stream, stride, records);
  }
};

const cover = (
  target: Uint8Array | Uint32Array,
  width: number,
  stream: Uint8Array | Uint32Array,
  stride: number,
  count: number,
): void => {
  for (let record = 0; record < count; record += 1) {
    const from = record * stride;
    const to = record * width;
    for (let index = 0; index < width; index += 1) {
      target[to + index] = (target[to + index] ?? 0) ^ (stream[from + index] ?? 0);
    }
  }
};
