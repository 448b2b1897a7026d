// Searches whatever a party holds for forms of secrets: each file as it lies, pages of databases with what was freed in them, and
// inside whatever was compressed. One pass over the bytes finds all forms, by their first four bytes.
// It opens nothing that is encrypted: that is what attacks do (attacker.ts).
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import type { Form } from "./forms.ts";

/** Something to be searched, with a name by which a find is told. */
export interface Held {
  readonly name: string;
  readonly bytes: Buffer;
}

export type Search = (held: readonly Held[]) => readonly string[];

const headOf = (bytes: Buffer, at: number): number => bytes.readUInt32LE(at);

const decompressors = [gunzipSync, inflateSync] as const;

const attempted = (decompress: (bytes: Buffer) => Buffer, bytes: Buffer): Buffer | undefined => {
  try {
    return decompress(bytes);
  } catch {
    // It only looked like the beginning of something compressed.
    return undefined;
  }
};

/** What was compressed anywhere in some bytes: gzip and zlib by their first bytes, raw deflate and brotli as a whole. */
export const decompressed = (bytes: Buffer): readonly Buffer[] => {
  const found: Buffer[] = [];
  for (let at = 0; at + 2 < bytes.length; at += 1) {
    const [first = 0, second = 0] = [bytes[at], bytes[at + 1]];
    const looksLike =
      (first === 0x1f && second === 0x8b && bytes[at + 2] === 8) ||
      (first === 0x78 && (second === 0x01 || second === 0x5e || second === 0x9c || second === 0xda));
    if (!looksLike) continue;
    for (const decompress of decompressors) {
      const whole = attempted(
        (part) => decompress(part, { maxOutputLength: 16_777_216 }),
        bytes.subarray(at),
      );
      if (whole !== undefined && whole.length > 0) found.push(whole);
    }
  }
  for (const decompress of [inflateRawSync, brotliDecompressSync]) {
    const whole = attempted((part) => decompress(part, { maxOutputLength: 16_777_216 }), bytes);
    if (whole !== undefined && whole.length > 0) found.push(whole);
  }
  return found;
};

/** A search for these forms; it answers what stands where, and nothing when there is nothing. */
export const searchFor = (forms: readonly Form[]): Search => {
  const byHead = new Map<number, Form[]>();
  for (const form of forms) {
    const head = headOf(form.bytes, 0);
    const known = byHead.get(head);
    if (known === undefined) byHead.set(head, [form]);
    else known.push(form);
  }
  // A quick no for most places: whether any form begins with these two bytes, and whether any goes on with the next two.
  const begins = new Uint8Array(65_536);
  const goesOn = new Uint8Array(65_536);
  for (const head of byHead.keys()) {
    begins[head & 0xffff] = 1;
    goesOn[head >>> 16] = 1;
  }

  const inBytes = (bytes: Buffer): ReadonlySet<string> => {
    const found = new Set<string>();
    for (let at = 0; at + 4 <= bytes.length; at += 1) {
      if (begins[(bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)] !== 1) continue;
      if (goesOn[(bytes[at + 2] ?? 0) | ((bytes[at + 3] ?? 0) << 8)] !== 1) continue;
      for (const form of byHead.get(headOf(bytes, at)) ?? [])
        if (bytes.subarray(at, at + form.bytes.length).equals(form.bytes)) found.add(form.name);
    }
    return found;
  };

  return (held) =>
    held.flatMap(({ name, bytes }) => [
      ...[...inBytes(bytes)].map((form) => `${name} holds ${form}`),
      ...decompressed(bytes).flatMap((inner) =>
        [...inBytes(inner)].map((form) => `${name}, decompressed, holds ${form}`),
      ),
    ]);
};

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });

/** Every file below a folder, with its name as a part of what is searched. */
export const heldIn = (folder: string, wanted: (name: string) => boolean = () => true): readonly Held[] =>
  filesBelow(folder)
    .map((path) => ({ path, name: relative(folder, path) }))
    .filter(({ name }) => wanted(name))
    .flatMap(({ path, name }) => [
      { name, bytes: readFileSync(path) },
      { name: `the name of ${name}`, bytes: Buffer.from(name) },
    ]);
