// Looks into an issuer's files with the keys of its own vault: whether a phone number can be read there, though it stands sealed.
// The tour and the search of stores ask it, so that "nobody can read the number" is told only when the issuer itself cannot.
// Only somebody with the whole of the party's disk, root key included, can do the same; it asks the party nothing.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Effect } from "effect";
import { makeSealedPhones } from "../impl/issuer/sealedphones.ts";
import { randomBytes } from "../impl/protocol/randomness.ts";
import { rootKeyFileLayer } from "../impl/store/rootkey.ts";
import { openVaultFolder } from "../impl/store/vaultfolder.ts";

/** The numbers that whoever has this folder of an issuer can read. */
export const numbersIn = (folder: string): readonly string[] => {
  const file = join(folder, "store.sqlite");
  if (!existsSync(file)) return [];
  const vaultFolder = join(folder, "vault");
  const sealed = Effect.runSync(
    openVaultFolder({ folder: vaultFolder }).pipe(
      Effect.provide(rootKeyFileLayer({ file: join(folder, "root.key"), vaultFolder, randomBytes })),
      Effect.flatMap(makeSealedPhones),
    ),
  );
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return database
      .prepare("SELECT number, phone FROM account")
      .all()
      .flatMap(({ number, phone }) =>
        phone instanceof Uint8Array ? (sealed.open(phone, String(number)) ?? []) : [],
      );
  } finally {
    database.close();
  }
};
