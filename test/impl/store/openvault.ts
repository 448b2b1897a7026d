// A vault and its root key in a folder, as a party opens them. Opened again, it is the same vault: nothing is kept in memory in between.
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { Effect } from "effect";
import { RootKey, rootKeyFile } from "../../../impl/store/rootkey.ts";
import { openVaultFolder } from "../../../impl/store/vaultfolder.ts";

export const openVault = (folder: string, isShared = false) =>
  Effect.gen(function* () {
    const vaultFolder = join(folder, "vault");
    const root = yield* rootKeyFile({ file: join(folder, "root.key"), randomBytes, vaultFolder });
    return yield* Effect.provideService(openVaultFolder({ folder: vaultFolder, isShared }), RootKey, root);
  });
