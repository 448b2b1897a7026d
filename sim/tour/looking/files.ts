// Looks into the files of a folder byte by byte: everything that a party has written, its logs included, and nothing else.
// The tour asks it whether a number or a secret is anywhere in there, as a thief with a copy of the disk would.
// It understands no format, so nothing can hide from it behind one.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every file below a folder, by its path. */
export const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** Whether any of these byte strings stands in any file below a folder. */
export const isFoundBelow = (folder: string, needles: readonly Buffer[]): boolean =>
  filesBelow(folder).some((file) => {
    const bytes = readFileSync(file);
    return needles.some((needle) => bytes.includes(needle));
  });

/** A phone number as anyone may have written it down. */
export const phoneNeedles = (phone: string): readonly Buffer[] =>
  [phone, phone.replaceAll("-", "")].flatMap((text) => [Buffer.from(text), Buffer.from(text, "utf16le")]);

/** A venue's number as figures, and as the four bytes that stores and messages keep. */
export const venueNeedles = (venue: number): readonly Buffer[] => {
  const word = Buffer.alloc(4);
  word.writeUInt32BE(venue);
  return [Buffer.from(String(venue)), word];
};
