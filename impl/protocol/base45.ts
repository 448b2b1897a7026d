// Base45 (RFC 9285): bytes as the 45 characters that a QR code packs most tightly. The pass travels in it.
// Decoding answers undefined for anything that encoding could not have written, so that one pass has one text.

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

const codeOfDigit = new Uint8Array(45);
const digitOfCode = new Uint8Array(128).fill(45);
for (let digit = 0; digit < 45; digit += 1) {
  const code = alphabet.charCodeAt(digit);
  codeOfDigit[digit] = code;
  digitOfCode[code] = digit;
}

export const encodeBase45 = (bytes: Uint8Array): string => {
  const pairs = bytes.length >> 1;
  const tail = bytes.length & 1;
  const text = Buffer.allocUnsafe(pairs * 3 + tail * 2);
  let at = 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    const value = (bytes[pair * 2] ?? 0) * 256 + (bytes[pair * 2 + 1] ?? 0);
    text[at] = codeOfDigit[value % 45] ?? 0;
    text[at + 1] = codeOfDigit[Math.floor(value / 45) % 45] ?? 0;
    text[at + 2] = codeOfDigit[Math.floor(value / 2025)] ?? 0;
    at += 3;
  }
  if (tail === 1) {
    const value = bytes[bytes.length - 1] ?? 0;
    text[at] = codeOfDigit[value % 45] ?? 0;
    text[at + 1] = codeOfDigit[Math.floor(value / 45)] ?? 0;
  }
  return text.toString("latin1");
};

export const decodeBase45 = (text: string): Uint8Array | undefined => {
  const triples = Math.floor(text.length / 3);
  const tail = text.length % 3;
  if (tail === 1) return undefined;
  const bytes = new Uint8Array(triples * 2 + (tail === 2 ? 1 : 0));
  const digitAt = (index: number): number => digitOfCode[text.charCodeAt(index)] ?? 45;
  for (let triple = 0; triple < triples; triple += 1) {
    const low = digitAt(triple * 3);
    const middle = digitAt(triple * 3 + 1);
    const high = digitAt(triple * 3 + 2);
    const value = low + middle * 45 + high * 2025;
    if (low === 45 || middle === 45 || high === 45 || value > 65_535) return undefined;
    bytes[triple * 2] = value >> 8;
    bytes[triple * 2 + 1] = value & 255;
  }
  if (tail === 2) {
    const low = digitAt(text.length - 2);
    const high = digitAt(text.length - 1);
    const value = low + high * 45;
    if (low === 45 || high === 45 || value > 255) return undefined;
    bytes[bytes.length - 1] = value;
  }
  return bytes;
};
