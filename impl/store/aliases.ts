// The aliases of accounts: for each Seoul day a random number that stands for an account on that day, and on no other.
// The issuer hides them in passes, and asks who stood behind one only under a case.
// They are erasable by day, all at once, and by account, over all days; after either nobody can be named by them again.
import { Context, type Effect } from "effect";
import type { StoreUnavailable } from "./unavailable.ts";

export interface AliasesService {
  /**
   * The aliases of these accounts (whole numbers from 1) on this day, laid end to end, eight bytes each.
   * Missing ones are drawn, and durable when this answers.
   */
  readonly of: (day: number, accounts: ReadonlyArray<number>) => Effect.Effect<Uint8Array, StoreUnavailable>;
  /** The accounts behind aliases laid end to end, in order; 0 where there is none, or none any more. */
  readonly accountsOf: (day: number, aliases: Uint8Array) => Effect.Effect<Float64Array, StoreUnavailable>;
  /** The account behind one alias. */
  readonly accountOf: (day: number, alias: Uint8Array) => Effect.Effect<number | undefined, StoreUnavailable>;
  /** Overwrites the records of these accounts in all days; answers how many records there were. */
  readonly forget: (accounts: ReadonlyArray<number>) => Effect.Effect<number, StoreUnavailable>;
  /** Ends a day, its wrapping key first; false when nothing of it was kept. */
  readonly endDay: (day: number) => Effect.Effect<boolean, StoreUnavailable>;
  /** Ends every day whose end has come; answers the days. */
  readonly endDue: (nowMs: number) => Effect.Effect<ReadonlyArray<number>, StoreUnavailable>;
  /** The days of which something is kept, in order. */
  readonly days: () => ReadonlyArray<number>;
  /** How many accounts have an alias on this day. */
  readonly count: (day: number) => Effect.Effect<number, StoreUnavailable>;
}

export class Aliases extends Context.Service<Aliases, AliasesService>()("entrylog/impl/store/Aliases") {}
