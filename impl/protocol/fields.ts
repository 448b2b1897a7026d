// How several fields become one run of bytes, and are read back: whole numbers big-endian with a fixed width,
// byte strings of a known length as they are, texts as UTF-8 behind a two-byte length. Deposits, releases,
// shares and answers are written with it. The reader never throws and never guesses: after the first field that
// does not fit it answers with blanks, and `complete` says whether the bytes were exactly the fields asked for.

export type NumberWidth = 1 | 2 | 4 | 6;

export const numberField = (value: number, width: NumberWidth): Uint8Array => {
  const bytes = new Uint8Array(width);
  let rest = value;
  for (let index = width - 1; index >= 0; index -= 1) {
    bytes[index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return bytes;
};

export const textField = (text: string): Uint8Array => {
  const bytes = new TextEncoder().encode(text);
  return joinFields([numberField(bytes.length, 2), bytes]);
};

export const joinFields = (fields: readonly Uint8Array[]): Uint8Array => {
  let length = 0;
  for (const field of fields) length += field.length;
  const joined = new Uint8Array(length);
  let at = 0;
  for (const field of fields) {
    joined.set(field, at);
    at += field.length;
  }
  return joined;
};

export const sameBytes = (left: Uint8Array, right: Uint8Array): boolean => {
  if (left.length !== right.length) return false;
  let difference = 0;
  for (let index = 0; index < left.length; index += 1) difference |= (left[index] ?? 0) ^ (right[index] ?? 0);
  return difference === 0;
};

export const hexOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("hex");

// A byte-order mark is kept as a character, so that what was read is written back as the same bytes.
const strictText = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** A whole number that stands at a place of some bytes, the greatest byte first; for those who read millions. */
export const numberAt = (bytes: Uint8Array, at: number, width: NumberWidth): number => {
  let value = 0;
  for (let place = at; place < at + width; place += 1) value = value * 256 + (bytes[place] ?? 0);
  return value;
};

export class FieldReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  #broken = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  bytes(length: number): Uint8Array {
    if (this.#broken || this.#at + length > this.#bytes.length) {
      this.#broken = true;
      return new Uint8Array(length);
    }
    // A copy: what arrives may be a view into a buffer that is used again.
    const field = new Uint8Array(this.#bytes.subarray(this.#at, this.#at + length));
    this.#at += length;
    return field;
  }

  number(width: NumberWidth): number {
    let value = 0;
    for (const byte of this.bytes(width)) value = value * 256 + byte;
    return value;
  }

  text(): string {
    const encoded = this.bytes(this.number(2));
    if (this.#broken) return "";
    try {
      return strictText.decode(encoded);
    } catch {
      // The only failure of a fatal decoder is bytes that are not UTF-8: the field does not fit.
      this.#broken = true;
      return "";
    }
  }

  /** How many bytes have not been read. A count of items to come is checked against it before they are made. */
  get left(): number {
    return this.#broken ? 0 : this.#bytes.length - this.#at;
  }

  /** True when every field fitted and nothing is left over. */
  get complete(): boolean {
    return !this.#broken && this.#at === this.#bytes.length;
  }
}
