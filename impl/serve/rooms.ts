// A party's own rooms: its store and its vault, in its folder, opened for as long as it is served.
// The vault lies apart from the store, its log and its backups, under a root key of its own.
// It refuses to open the store of a party that another process holds, unless both are told that they share it.
import { Layer } from "effect";
import { randomBytes } from "../protocol/randomness.ts";
import type { Rooms } from "../server/party.ts";
import { rootKeyLayer } from "../store/rootkeycommand.ts";
import { storeOf } from "../store/storeof.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { Vault } from "../store/vault.ts";
import { vaultFolderLayer } from "../store/vaultfolder.ts";
import type { PartyConfiguration } from "./configuration.ts";

/** The vault in a folder, which has no store where its owner only holds keys: an office, a keeper. */
export const vaultIn = (folder: string, isShared = false): Layer.Layer<Vault, StoreUnavailable> =>
  vaultFolderLayer({ folder: `${folder}/vault`, isShared }).pipe(
    Layer.provide(rootKeyLayer({ file: `${folder}/root.key`, vaultFolder: `${folder}/vault`, randomBytes })),
  );

export const roomsIn = (
  folder: string,
  configuration: Pick<PartyConfiguration, "store" | "durability">,
  isShared = false,
): Layer.Layer<Rooms, StoreUnavailable> => {
  const { store, durability } = configuration;
  const placed =
    store.kind === "sqlite" && !store.file.startsWith("/")
      ? { ...store, file: `${folder}/${store.file}` }
      : store;
  return Layer.merge(vaultIn(folder, isShared), storeOf(placed, durability, isShared));
};
