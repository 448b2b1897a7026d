// Those who hold keys without being a party: the national office, which announces and publishes, and the keeper of the
// roster, whose key is held elsewhere. Each has a vault in a folder of its own, and a card for the parties to pin.
// Neither is a process, and neither folder belongs on the machine of a party.
import { Effect, Layer } from "effect";
import { makeFolder } from "../folder.ts";
import { never } from "../lifecycle/core.ts";
import type { Card } from "../protocol/card.ts";
import { drawSigningSeed, importSigningKey, type SigningKey } from "../protocol/ed25519.ts";
import { tlsKey } from "../server/identity.ts";
import { StoreUnavailable } from "../store/unavailable.ts";
import { Vault } from "../store/vault.ts";
import { readOwnCard, writeOwnCard } from "./cards.ts";
import { vaultIn } from "./rooms.ts";

const rosterKeyName = "roster";

/** The key that signs rosters, out of its keeper's vault. */
export const rosterKey: Effect.Effect<SigningKey, StoreUnavailable, Vault> = Effect.gen(function* () {
  const vault = yield* Vault;
  const found = yield* vault.get(rosterKeyName);
  const seed = found?.bytes ?? drawSigningSeed();
  if (found === undefined) yield* vault.put(rosterKeyName, seed, never);
  const key = importSigningKey(seed);
  return key ?? (yield* new StoreUnavailable({ reason: "damaged", detail: `the key ${rosterKeyName}` }));
});

/** Runs with the vault of a folder, which is closed again afterwards. */
export const withVaultIn = <A, E, R>(folder: string, effect: Effect.Effect<A, E, R | Vault>) =>
  Effect.scoped(
    Effect.flatMap(Layer.build(vaultIn(folder)), (vault) => Effect.provideContext(effect, vault)),
  );

const prepareHolder = Effect.fnUntraced(function* (folder: string, kind: "office" | "roster-keeper") {
  const known = yield* readOwnCard(folder);
  if (known !== undefined) return known;
  yield* makeFolder(folder, 0o700);
  const { tls, roster } = yield* withVaultIn(
    folder,
    Effect.all({ tls: tlsKey, roster: kind === "office" ? Effect.undefined : rosterKey }),
  );
  const card: Card = {
    name: kind,
    kind,
    number: 0,
    tlsKey: tls.publicKey,
    keys: roster === undefined ? {} : { roster: roster.publicKey },
    urls: {},
  };
  yield* writeOwnCard(folder, card);
  return card;
});

export const prepareOffice = (folder: string) => prepareHolder(folder, "office");
export const prepareRosterKeeper = (folder: string) => prepareHolder(folder, "roster-keeper");
