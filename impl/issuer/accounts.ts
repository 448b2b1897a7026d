/**
 * The accounts of an issuer: a phone number and the whole number that stands for it inside the issuer, never used twice.
 * An account is made when someone agrees to the notice and goes when neither consent nor verification is kept (clause C9).
 * The phone number is in this table and nowhere else.
 */
import { Effect } from "effect";
import type { StoreService } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";

export const accountSql = `CREATE TABLE IF NOT EXISTS account (
  account INTEGER PRIMARY KEY AUTOINCREMENT,
  phone TEXT NOT NULL UNIQUE
) STRICT;
`;

const knownMax = 1_000_000;

export interface Accounts {
  /** Brings the accounts of these numbers to mind, inside the caller's transaction. */
  readonly load: (phones: readonly string[]) => Effect.Effect<void, StoreUnavailable>;
  /** The account of a number that was loaded; a new one is made if there is none. */
  readonly accountOf: (phone: string) => number;
  /** Writes those new accounts of which something is kept, inside the caller's transaction; drops the others. */
  readonly flush: (keeps: (account: number) => boolean) => Effect.Effect<void, StoreUnavailable>;
  /** Forgets what was not committed. */
  readonly discard: () => void;
  /** The numbers behind accounts, in order; undefined where there is none. */
  readonly phonesOf: (accounts: readonly number[]) => Effect.Effect<readonly (string | undefined)[], StoreUnavailable>;
  /** Removes those of these accounts of which nothing else is kept; answers which. */
  readonly removeEmpty: (accounts: readonly number[]) => Effect.Effect<readonly number[], StoreUnavailable>;
}

const empty = `account IN (SELECT value FROM json_each(?1))
  AND NOT EXISTS (SELECT 1 FROM consent WHERE key = CAST(account AS TEXT))
  AND NOT EXISTS (SELECT 1 FROM verification WHERE key = CAST(account AS TEXT))`;

export const makeAccounts = (store: StoreService): Accounts => {
  const known = new Map<string, number>();
  const fresh = new Map<string, number>();
  let next = 0;

  const load = Effect.fnUntraced(function* (phones: readonly string[]) {
    if (known.size > knownMax) known.clear();
    const unknown = phones.filter((phone) => !known.has(phone));
    if (unknown.length > 0) {
      const rows = yield* store.values(
        "SELECT phone, account FROM account WHERE phone IN (SELECT value FROM json_each(?1))",
        [JSON.stringify(unknown)],
      );
      for (const [phone, account] of rows) known.set(String(phone), Number(account));
    }
    if (next === 0) {
      const [row] = yield* store.values("SELECT seq FROM sqlite_sequence WHERE name = 'account'");
      next = Number(row?.[0] ?? 0) + 1;
    }
  });

  const accountOf = (phone: string): number => {
    const found = known.get(phone);
    if (found !== undefined) return found;
    const account = next;
    next += 1;
    known.set(phone, account);
    fresh.set(phone, account);
    return account;
  };

  const flush: Accounts["flush"] = (keeps) =>
    Effect.suspend(() => {
      const rows: (readonly [number, string])[] = [];
      for (const [phone, account] of fresh) {
        if (keeps(account)) rows.push([account, phone]);
        else known.delete(phone);
      }
      fresh.clear();
      return rows.length === 0
        ? Effect.void
        : Effect.asVoid(store.runEach("INSERT INTO account (account, phone) VALUES (?, ?)", rows));
    });

  const discard = (): void => {
    known.clear();
    fresh.clear();
    next = 0;
  };

  const phonesOf = Effect.fnUntraced(function* (accounts: readonly number[]) {
    const rows = yield* store.values(
      "SELECT account, phone FROM account WHERE account IN (SELECT value FROM json_each(?1))",
      [JSON.stringify([...new Set(accounts)])],
    );
    const phones = new Map(rows.map(([account, phone]) => [Number(account), String(phone)]));
    return accounts.map((account) => phones.get(account));
  });

  const removeEmpty = Effect.fnUntraced(function* (accounts: readonly number[]) {
    if (accounts.length === 0) return [];
    const rows = yield* store.values(`DELETE FROM account WHERE ${empty} RETURNING account, phone`, [
      JSON.stringify(accounts),
    ]);
    for (const [, phone] of rows) known.delete(String(phone));
    return rows.map(([account]) => Number(account));
  });

  return { load, accountOf, flush, discard, phonesOf, removeEmpty };
};
