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
  /** Brings the accounts of these numbers to mind; no account may be removed from here to the flush. */
  readonly load: (phones: readonly string[]) => Effect.Effect<void, StoreUnavailable>;
  /** The account of a number that was loaded; a new one is made if there is none. */
  readonly accountOf: (phone: string) => number;
  /** Writes those of these accounts of which something is kept, and removes the others, inside the caller's transaction. */
  readonly flush: (
    phones: readonly string[],
    keeps: (account: number) => boolean,
  ) => Effect.Effect<void, StoreUnavailable>;
  /** Forgets what was not committed. */
  readonly discard: () => void;
  /** The numbers behind accounts, in order; undefined where there is none. */
  readonly phonesOf: (
    accounts: readonly number[],
  ) => Effect.Effect<readonly (string | undefined)[], StoreUnavailable>;
  /** Removes those of these accounts, or of all, of which nothing else is kept; answers which. */
  readonly removeEmpty: (
    accounts: readonly number[] | "all",
  ) => Effect.Effect<readonly number[], StoreUnavailable>;
}

const nothingKept = `NOT EXISTS (SELECT 1 FROM consent WHERE key = CAST(account AS TEXT))
  AND NOT EXISTS (SELECT 1 FROM verification WHERE key = CAST(account AS TEXT))`;
const removeAll = `DELETE FROM account WHERE ${nothingKept} RETURNING account, phone`;
const removeThese = `DELETE FROM account WHERE account IN (SELECT value FROM json_each(?1)) AND ${nothingKept}
  RETURNING account, phone`;

/** The accounts in a store; tells whenever one is removed. */
export const makeAccounts = (store: StoreService, removed: () => void): Accounts => {
  const known = new Map<string, number>();
  const fresh = new Set<string>();
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
    fresh.add(phone);
    return account;
  };

  const flush: Accounts["flush"] = Effect.fnUntraced(function* (phones, keeps) {
    const made: (readonly [number, string])[] = [];
    const gone: number[] = [];
    for (const phone of phones) {
      const account = known.get(phone) ?? 0;
      const isFresh = fresh.delete(phone);
      if (keeps(account)) {
        if (isFresh) made.push([account, phone]);
        continue;
      }
      known.delete(phone);
      if (!isFresh) gone.push(account);
    }
    if (made.length > 0) yield* store.runEach("INSERT INTO account (account, phone) VALUES (?, ?)", made);
    if (gone.length > 0) {
      removed();
      yield* store.run("DELETE FROM account WHERE account IN (SELECT value FROM json_each(?1))", [
        JSON.stringify(gone),
      ]);
    }
  });

  const discard = (): void => {
    known.clear();
    fresh.clear();
    next = 0;
  };

  const phonesOf = Effect.fnUntraced(function* (accounts: readonly number[]) {
    const rows = yield* store.values(
      `SELECT account, phone FROM account WHERE account IN (SELECT value FROM json_each(?1))
        AND account NOT IN (SELECT account FROM forgetting)`,
      [JSON.stringify([...new Set(accounts)])],
    );
    const phones = new Map(rows.map(([account, phone]) => [Number(account), String(phone)]));
    return accounts.map((account) => phones.get(account));
  });

  const removeEmpty: Accounts["removeEmpty"] = Effect.fnUntraced(function* (accounts) {
    if (accounts.length === 0) return [];
    const rows =
      accounts === "all"
        ? yield* store.values(removeAll)
        : yield* store.values(removeThese, [JSON.stringify(accounts)]);
    for (const [, phone] of rows) known.delete(String(phone));
    if (rows.length > 0) removed();
    return rows.map(([account]) => Number(account));
  });

  return { load, accountOf, flush, discard, phonesOf, removeEmpty };
};
