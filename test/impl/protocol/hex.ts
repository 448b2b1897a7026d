// Bytes written as hexadecimal, for published vectors and for comparing. Used by the tests of the protocol only.
// It checks nothing: a vector with a mistyped digit is meant to fail the test that uses it.

export const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replace(/\s/g, ""), "hex"));

export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** A copy with one bit turned over; `bit` counts from the first bit and wraps around. */
export const flipped = (bytes: Uint8Array, bit: number): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  const place = bit % (copy.length * 8);
  copy[place >> 3] = (copy[place >> 3] ?? 0) ^ (1 << (place & 7));
  return copy;
};

/** The value, or a failed test: for what a test has made itself and therefore expects to be there. */
export const present = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new Error("expected a value");
  return value;
};
