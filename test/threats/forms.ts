// Every form in which a secret might lie somewhere: texts and numbers as bytes in each encoding that the pass, the protocols, JSON,
// SQL or a careless log line might use. Each form has a name, so that what is found is told and each search can be seen to work.
// Forms that are too short to be told from chance are left out.
import { encodeBase45 } from "../../impl/protocol/base45.ts";

export interface Form {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Shorter than this, a form stands in a megabyte by chance: a letter of base64 or base45 says less than a byte, a figure less still. */
const least = { bytes: 4, letters: 6, figures: 8 };

const isLongEnough = (how: string, form: Buffer): boolean => {
  if (/^\d+$/.test(form.toString("latin1"))) return form.length >= least.figures;
  return form.length >= (how.startsWith("base") ? least.letters : least.bytes);
};

const base64At = (bytes: Buffer, before: number, encoding: "base64" | "base64url"): Buffer => {
  const encoded = Buffer.concat([Buffer.alloc(before, 120), bytes])
    .toString(encoding)
    .replaceAll("=", "");
  // Only the letters that depend on these bytes alone, and not on what stands before and behind them.
  const whole = Math.floor(((before + bytes.length) * 4) / 3);
  return Buffer.from(encoded.slice(Math.ceil((before * 4) / 3), whole));
};

const base45At = (bytes: Buffer, before: number): Buffer => {
  const text = encodeBase45(Buffer.concat([Buffer.alloc(before, 120), bytes]));
  const pairs = Math.floor((before + bytes.length) / 2);
  return Buffer.from(text.slice(before === 0 ? 0 : 3, pairs * 3));
};

/** Bytes in every dress: raw, backwards, in hexadecimal, base64 at each offset, base45, decimal lists. */
export const formsOfBytes = (name: string, given: Uint8Array): readonly Form[] => {
  const bytes = Buffer.from(given);
  const hex = bytes.toString("hex");
  const forms: readonly (readonly [string, Buffer])[] = [
    ["raw", bytes],
    ["backwards", Buffer.from(bytes).reverse()],
    ["hexadecimal", Buffer.from(hex)],
    ["hexadecimal capitals", Buffer.from(hex.toUpperCase())],
    ["hexadecimal with colons", Buffer.from((hex.match(/../g) ?? []).join(":"))],
    ...[0, 1, 2].map((before) => [`base64 +${before}`, base64At(bytes, before, "base64")] as const),
    ...[0, 1, 2].map((before) => [`base64url +${before}`, base64At(bytes, before, "base64url")] as const),
    ["base45", base45At(bytes, 0)],
    ["base45 +1", base45At(bytes, 1)],
    ["list of decimals", Buffer.from([...bytes].join(","))],
    ["list of decimals with spaces", Buffer.from([...bytes].join(", "))],
  ];
  const unique = new Map<string, Form>();
  for (const [how, form] of forms) {
    const key = form.toString("latin1");
    if (isLongEnough(how, form) && !unique.has(key))
      unique.set(key, { name: `${name}: ${how}`, bytes: form });
  }
  return [...unique.values()];
};

/** A text in every dress: UTF-8 and UTF-16 both ways, and those in each dress of bytes. */
export const formsOfText = (name: string, text: string): readonly Form[] => [
  ...formsOfBytes(`${name} ${text} in UTF-8`, Buffer.from(text)),
  ...formsOfBytes(`${name} ${text} in UTF-16, little-endian`, Buffer.from(text, "utf16le")),
  ...formsOfBytes(`${name} ${text} in UTF-16, big-endian`, Buffer.from(text, "utf16le").swap16()),
];

const trimmed = (bytes: Buffer): Buffer =>
  bytes.subarray(
    Math.max(
      0,
      bytes.findIndex((byte) => byte !== 0),
    ),
  );

const varint = (value: bigint): Buffer => {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>= 7n) {
    const low = Number(rest & 127n);
    if (rest < 128n) {
      bytes.push(low);
      return Buffer.from(bytes);
    }
    bytes.push(low | 128);
  }
};

/** SQLite's own variable-length integer: big-endian, the high bit says that more follows. */
const sqliteVarint = (value: bigint): Buffer => {
  const groups: number[] = [];
  for (let rest = value; groups.length === 0 || rest > 0n; rest >>= 7n) groups.unshift(Number(rest & 127n));
  return Buffer.from(groups.map((group, place) => (place < groups.length - 1 ? group | 128 : group)));
};

/** PostgreSQL's exact number: groups of four decimal figures, two bytes each as the machine writes them; noughts at its end are left out. */
const postgresNumeric = (value: bigint): Buffer => {
  const groups: number[] = [];
  for (let rest = value; rest > 0n; rest /= 10_000n) groups.unshift(Number(rest % 10_000n));
  while (groups.at(-1) === 0) groups.pop();
  const bytes = Buffer.alloc(groups.length * 2);
  for (const [place, group] of groups.entries()) bytes.writeUInt16LE(group, place * 2);
  return bytes;
};

/** A whole number: its figures, and as an integer of any width in both orders; small ones have no form that is long enough. */
export const formsOfWhole = (name: string, value: bigint): readonly Form[] => {
  const wide = Buffer.alloc(8);
  wide.writeBigUInt64BE(value);
  const float = Buffer.alloc(8);
  float.writeDoubleBE(Number(value));
  const big = trimmed(wide);
  const of = (how: string, bytes: Buffer): readonly Form[] => formsOfBytes(`${name} ${value} ${how}`, bytes);
  return [
    ...formsOfText(name, String(value)),
    ...of("as an integer", big),
    // Backwards alone: what begins with noughts is found too often and too slowly.
    { name: `${name} ${value} as an integer of eight bytes`, bytes: Buffer.from(wide).reverse() },
    ...of("as a numeric of PostgreSQL", postgresNumeric(value)),
    ...of("as a varint", varint(value)),
    ...of("as a varint of SQLite", sqliteVarint(value)),
    ...of("as a double", float),
  ];
};

const packed = (digits: string): Buffer =>
  Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, "hex");
const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => ((byte & 15) << 4) | (byte >> 4)));

/** A Korean mobile number, given as eight figures after 010: as people, carriers and programs write it. */
export const formsOfPhone = (eight: string): readonly Form[] => {
  const [middle, last] = [eight.slice(0, 4), eight.slice(4)];
  const texts = [
    eight,
    `${middle}-${last}`,
    `${middle} ${last}`,
    `${middle}.${last}`,
    // All other forms of the number hold one of these: 010..., +8210..., tel:..., grouped in threes and fours.
  ];
  const national = `010${eight}`;
  const abroad = `8210${eight}`;
  return [
    ...texts.flatMap((text) => formsOfText("phone", text)),
    ...[BigInt(`10${eight}`), BigInt(abroad)].flatMap((value) => formsOfWhole("phone", value)),
    ...[national, abroad].flatMap((digits) => [
      ...formsOfBytes(`phone ${digits} packed`, packed(digits)),
      ...formsOfBytes(`phone ${digits} packed, swapped`, swapped(packed(digits))),
    ]),
    { name: `phone ${eight} backwards`, bytes: Buffer.from(eight).reverse() },
  ];
};
