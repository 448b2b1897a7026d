// Searches everything that a party keeps on disk for what it must not hold: phone numbers, and places.
// Every file of the party's folder is read whole: store, log, vault, aliases, and the issuer's sealed numbers with its own keys.
// A control says that the search can find: the issuer does hold phone numbers, and the custodian places. What is found is an atom of knowledge.
import { Effect, FileSystem, Path } from "effect";
import { numbersIn } from "../readablenumbers.ts";
import type { SearchedStores } from "../results/partyknowledge.ts";

/** Phone numbers as the city's people have them, in digits with or without dashes. */
const phoneForms = [/010-[01]\d{3}-\d{4}/, /(?<!\d)010[01]\d{7}(?!\d)/];

/** Atoms of knowledge (models/knowledge.ts): found is what lies there in the clear, or with the keys beside it. */
const lookedFor = ["phone", "place"] as const;

export interface SearchedParty extends SearchedStores {
  readonly party: "issuer" | "custodian" | "venue";
}

const hasPhone = (bytes: Uint8Array): boolean => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  return phoneForms.some((form) => form.test(text)) || /0\x001\x000\x00-\x00[01]\x00/.test(text);
};

const holdsAny = (bytes: Uint8Array, marks: readonly Uint8Array[]): boolean => {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return marks.some((mark) => whole.includes(Buffer.from(mark)));
};

/** Searches the folders of issuer, custodian and venue below one; a place is told by the key of its device. */
export const searchParties = Effect.fnUntraced(function* (folder: string, deviceKeys: readonly Uint8Array[]) {
  const files = yield* FileSystem.FileSystem;
  const path = yield* Path.Path;
  const searchOne = Effect.fnUntraced(function* (party: SearchedParty["party"]) {
    const below = path.join(folder, party);
    const names = yield* Effect.orDie(files.readDirectory(below, { recursive: true }));
    const found = new Set<(typeof lookedFor)[number]>();
    let searched = 0;
    for (const name of names) {
      const file = path.join(below, name);
      const bytes = yield* Effect.orElseSucceed(files.readFile(file), () => undefined);
      if (bytes === undefined) continue;
      searched += 1;
      if (hasPhone(bytes)) found.add("phone");
      if (holdsAny(bytes, deviceKeys)) found.add("place");
    }
    if (party === "issuer" && numbersIn(below).length > 0) found.add("phone");
    return { party, lookedFor, found: [...found].toSorted(), files: searched } satisfies SearchedParty;
  });
  return yield* Effect.forEach(["issuer", "custodian", "venue"] as const, searchOne);
});
