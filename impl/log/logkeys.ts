// A party's keys for logs, in its vault: one signs the checkpoints of its own log, the other cosigns those of others.
// Two keys, because a cosignature does not say who cosigns what else; both are drawn at the first start and never end.
// What others pin of them is the name and the public half.
import { Effect } from "effect";
import { never } from "../lifecycle/core.ts";
import { drawSigningSeed, importSigningKey, type SigningKey } from "../protocol/ed25519.ts";
import { StoreUnavailable } from "../store/unavailable.ts";
import type { VaultService } from "../store/vault.ts";
import type { NoteKey } from "./note.ts";

export interface LogKeys {
  /** As signed notes call the party: `entrylog/custodian`. */
  readonly name: string;
  readonly log: SigningKey;
  readonly witness: SigningKey;
}

const kept = Effect.fnUntraced(function* (
  vault: VaultService,
  name: string,
): Effect.fn.Return<SigningKey, StoreUnavailable> {
  const found = yield* vault.get(name);
  const seed = found?.bytes ?? drawSigningSeed();
  if (found === undefined) yield* vault.put(name, seed, never);
  const key = importSigningKey(seed);
  return key ?? (yield* new StoreUnavailable({ reason: "damaged", detail: `the key ${name}` }));
});

/** The keys of the party of this name (`custodian`, `issuer-1`). */
export const openLogKeys = Effect.fnUntraced(function* (vault: VaultService, party: string) {
  return {
    name: `entrylog/${party}`,
    log: yield* kept(vault, "log-checkpoints"),
    witness: yield* kept(vault, "log-cosignatures"),
  } satisfies LogKeys;
});

/** What others pin of a party's log. */
export const pinnedLogKey = ({ name, log }: LogKeys): NoteKey => ({ name, publicKey: log.publicKey });

/** What others pin of a party as a witness. */
export const pinnedWitnessKey = ({ name, witness }: LogKeys): NoteKey => ({
  name,
  publicKey: witness.publicKey,
});
