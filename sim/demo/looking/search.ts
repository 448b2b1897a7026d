// Looks for a phone's number or a venue's in every byte that the parties keep: their stores with logs, their vaults, and every other file of theirs.
// It looks in the forms in which such a number can lie there: as it is typed, as telephone networks write it, and as a binary number.
// A venue's number is asked for in the stores' columns of that name besides. It opens no key; what it finds is only that something is there.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { phoneNumberOf } from "../../../impl/issuer/phonenumber.ts";
import { ifThere } from "../../../impl/store/ifthere.ts";
import type { PartyKind, SearchSeen } from "../page/forms.ts";
import { columnsOfVenue, storeFile } from "./stores.ts";

const venueMost = 0xffff_ffff;
/** A binary number of fewer bytes stands by chance in any file of some size. */
const venueLeast = 0x0080_0000;

/** The venue's number that was typed, or -1. */
const venueIn = (typed: string): number => {
  const venue = /^\d{1,10}$/.test(typed.trim()) ? Number(typed) : -1;
  return venue > venueMost ? -1 : venue;
};

/** What is looked for, as runs of bytes. */
export const formsOf = (typed: string): readonly Buffer[] => {
  const text = typed.trim();
  const digits = text.replaceAll(/[^\d]/g, "");
  const number = phoneNumberOf(text);
  const written = new Set([text, ...(digits.length >= 6 ? [digits] : [])]);
  if (number.ok) {
    const national = `0${number.value.replace(/^\+82/, "")}`;
    for (const form of [number.value, national, national.replace(/^(\d{3})(\d{4})(\d{4})$/, "$1-$2-$3")])
      written.add(form);
  }
  const forms = [...written].filter((form) => form !== "").map((form) => Buffer.from(form));
  const venue = venueIn(text);
  if (venue < venueLeast) return forms;
  const binary = Buffer.alloc(4);
  binary.writeUInt32BE(venue);
  return [...forms, binary];
};

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** A file that is gone since it was listed holds nothing. */
const bytesOf = (file: string): Buffer => ifThere(() => readFileSync(file)) ?? Buffer.alloc(0);

export const searched = (
  folder: string,
  parties: readonly { readonly name: string; readonly kind: PartyKind }[],
  typed: string,
): SearchSeen => {
  const forms = formsOf(typed);
  const venue = venueIn(typed);
  return {
    parties: parties.map(({ name, kind }) => {
      const own = join(folder, name);
      const files = filesIn(own).map((file) => ({ file: relative(own, file), bytes: bytesOf(file) }));
      return {
        party: name,
        kind,
        files: files.length,
        bytes: files.reduce((sum, { bytes }) => sum + bytes.length, 0),
        found: [
          ...files.flatMap(({ file, bytes }) => (forms.some((form) => bytes.includes(form)) ? [file] : [])),
          ...(venue < 0 ? [] : columnsOfVenue(storeFile(folder, name), venue)),
        ],
      };
    }),
  };
};
