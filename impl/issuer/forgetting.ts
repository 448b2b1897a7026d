/**
 * The accounts that have ended and whose aliases are still to be destroyed: written in the transaction that ends them.
 * Aliases lie in files of their own, so that one transaction cannot hold both; a crash between the two is made good here.
 * A row names an account by its number and lives for milliseconds; what is listed is forgotten before anything else is decided.
 */
import { Effect } from "effect";
import type { AliasesService } from "../store/aliases.ts";
import type { StoreService } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";

export const forgettingSql = `CREATE TABLE IF NOT EXISTS forgetting (
  account INTEGER PRIMARY KEY
) STRICT;
`;

export interface Forgetting {
  /** Writes down whose aliases must go, inside the caller's transaction. */
  readonly note: (accounts: readonly number[]) => Effect.Effect<void, StoreUnavailable>;
  /** Destroys the aliases of all that are written down. */
  readonly carryOut: Effect.Effect<void, StoreUnavailable>;
}

export const makeForgetting = (store: StoreService, aliases: AliasesService): Forgetting => ({
  note: (accounts) =>
    accounts.length === 0
      ? Effect.void
      : Effect.asVoid(
          store.runEach(
            "INSERT INTO forgetting VALUES (?) ON CONFLICT DO NOTHING",
            accounts.map((account) => [account]),
          ),
        ),
  carryOut: Effect.gen(function* () {
    const rows = yield* store.values("SELECT account FROM forgetting");
    if (rows.length === 0) return;
    const accounts = rows.map(([account]) => Number(account));
    yield* aliases.forget(accounts);
    yield* store.run(`DELETE FROM forgetting WHERE ${store.dialect.isOneOf("account", "?1")}`, [
      JSON.stringify(accounts),
    ]);
  }),
});
