// An officer's folder, made where the officer is: their keys in one file that only they can read, and their card.
// The card shows the key that signs approvals, which also proves who asks, and the key that shares are sealed to.
// It is made once; a lost folder is a lost officer, whose place on the roster somebody else takes.
import { Effect, FileSystem } from "effect";
import { makeFolder } from "../folder.ts";
import type { Card } from "../protocol/card.ts";
import { generateOfficer, importOfficer, type Officer } from "../protocol/officers.ts";

/** The officer's keys, in their folder. */
export const officerFile = "officer.key";

const cardOf = ({ officer, sealing, signing }: Officer): Card => ({
  name: `officer-${String(officer)}`,
  kind: "officer",
  number: officer,
  tlsKey: signing.publicKey,
  keys: { sealing: sealing.publicKey },
  urls: {},
});

/** The card of the officer in a folder; their keys are drawn when there are none. Undefined when the file is no officer's. */
export const prepareOfficer = Effect.fnUntraced(function* (folder: string, number: number) {
  const files = yield* FileSystem.FileSystem;
  const file = `${folder}/${officerFile}`;
  if (yield* files.exists(file)) {
    const kept = yield* files.readFile(file);
    const officer = yield* Effect.promise(() => importOfficer(kept));
    return officer === undefined ? undefined : cardOf(officer);
  }
  yield* makeFolder(folder, 0o700);
  const { officer, kept } = yield* Effect.promise(() => generateOfficer(number));
  yield* files.writeFile(file, kept, { mode: 0o600 });
  return cardOf(officer);
});
