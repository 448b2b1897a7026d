// The key vault of a party: named secrets, each with its end, kept apart from the SQL store, its log and its backups.
// Issuer, custodian and authority keep the keys of days and their own long-lived keys here.
// Erasing a secret is how whole days of records end, so the vault never keeps a second copy of anything.
import { Context, type Effect } from "effect";
import type { StoreUnavailable } from "./unavailable.ts";

export interface Secret {
  readonly bytes: Uint8Array;
  /** From this instant on the secret is over; the reader checks it, the sweep erases it. */
  readonly endsAtMs: number;
}

export interface VaultService {
  /** What erasing here is worth, in words for people. */
  readonly statement: string;
  /** Durable when it answers. Names are lower-case letters, digits, dots and dashes. */
  readonly put: (name: string, bytes: Uint8Array, endsAtMs: number) => Effect.Effect<void, StoreUnavailable>;
  readonly get: (name: string) => Effect.Effect<Secret | undefined, StoreUnavailable>;
  /** False when there was no such secret. */
  readonly erase: (name: string) => Effect.Effect<boolean, StoreUnavailable>;
  readonly names: () => ReadonlyArray<string>;
  /** Erases every secret whose end has come; answers their names. */
  readonly eraseDue: (nowMs: number) => Effect.Effect<ReadonlyArray<string>, StoreUnavailable>;
}

export class Vault extends Context.Service<Vault, VaultService>()("entrylog/impl/store/Vault") {}
