/**
 * The accounts of an issuer: a phone number on one session, and the whole number that stands for both inside the issuer, never used twice.
 * An account is made when someone agrees to the notice and goes when neither consent nor verification is kept (clause C9).
 * The number lies in this table and nowhere else, sealed; an account whose session has ended lives on unseen, for tracing.
 */
import { Effect } from "effect";
import type { SqlValues, StoreService } from "../store/store.ts";
import { StoreUnavailable } from "../store/unavailable.ts";
import { accountQueries } from "./accountqueries.ts";
import type { SealedPhones } from "./sealedphones.ts";

/** A number on one device: who asks. Phones of a simulation have one session each, without a name. */
export interface Holder {
  readonly phone: string;
  readonly session: string;
}

/** An account of a number; its session is null once it has ended. */
export interface AccountOfNumber {
  readonly account: number;
  readonly phone: string;
  readonly session: string | null;
}

const knownMax = 1_000_000;
const holdersMax = 200_000;

export interface Accounts {
  /**
   * Brings the accounts of these holders to mind, and every account of the numbers that must be known wholly.
   * No account may be removed from here to the flush.
   */
  readonly load: (
    holders: readonly Holder[],
    wholly: ReadonlySet<string>,
  ) => Effect.Effect<void, StoreUnavailable>;
  /** The account of a holder that was loaded; a new one is made if there is none. */
  readonly accountOf: (holder: Holder) => number;
  /** Every account of a number that was loaded wholly, those of this batch too. */
  readonly allOf: (phone: string) => readonly AccountOfNumber[];
  /** Writes those of these accounts of which something is kept, and removes the others, inside the caller's transaction. */
  readonly flush: (
    touched: Iterable<AccountOfNumber>,
    keeps: (account: number) => boolean,
  ) => Effect.Effect<void, StoreUnavailable>;
  /** Ends the sessions of these accounts, inside the caller's transaction and after the flush. */
  readonly endSessions: (accounts: readonly AccountOfNumber[]) => Effect.Effect<void, StoreUnavailable>;
  /** Forgets what was not committed. */
  readonly discard: () => void;
  /** The numbers behind accounts, in order; undefined where there is none. */
  readonly phonesOf: (
    accounts: readonly number[],
  ) => Effect.Effect<readonly (string | undefined)[], StoreUnavailable>;
  /** The account that a session has, and its number. */
  readonly ofSession: (session: string) => Effect.Effect<AccountOfNumber | undefined, StoreUnavailable>;
  /** Removes those of these accounts, or of all, of which nothing else is kept; answers which. */
  readonly removeEmpty: (
    accounts: readonly number[] | "all",
  ) => Effect.Effect<readonly number[], StoreUnavailable>;
}

const damaged = new StoreUnavailable({ reason: "damaged", detail: "a sealed phone number does not open" });

/** One text for a number on one session, for what is kept in memory. */
export const nameOf = ({ phone, session }: AccountOfNumber | Holder): string =>
  session === "" || session === null ? phone : `${phone} ${session}`;

/** The accounts in a store; tells whenever one is removed. */
export const makeAccounts = (store: StoreService, sealed: SealedPhones, removed: () => void): Accounts => {
  const sql = accountQueries(store.dialect);
  const known = new Map<string, number>();
  /** Made in the batch under way. */
  const fresh = new Set<number>();
  const whole = new Map<string, AccountOfNumber[]>();
  /** Whom the sessions that asked lately belong to. */
  const holders = new Map<string, AccountOfNumber>();
  let forgotten = 0;
  let next = 0;

  /** Columns account, number, session, phone. */
  const opened = ([account, number, session, phone]: SqlValues) => {
    const text = phone instanceof Uint8Array ? sealed.open(phone, String(number)) : undefined;
    return text === undefined
      ? Effect.fail(damaged)
      : Effect.succeed({
          account: Number(account),
          phone: text,
          session: session === null || session === undefined ? null : String(session),
        } satisfies AccountOfNumber);
  };

  const forget = ({ phone, session }: AccountOfNumber): void => {
    forgotten += 1;
    if (session === null) return;
    known.delete(nameOf({ phone, session }));
    holders.delete(session);
  };

  const load: Accounts["load"] = Effect.fnUntraced(function* (holders, wholly) {
    if (known.size > knownMax) known.clear();
    whole.clear();
    const phones = new Map<string, string>();
    for (const phone of wholly) whole.set(phone, []);
    for (const holder of holders) {
      const { phone } = holder;
      if (whole.has(phone) || !known.has(nameOf(holder))) phones.set(sealed.tagOf(phone), phone);
    }
    if (phones.size > 0) {
      const rows = yield* store.values(sql.ofNumbers, [JSON.stringify([...phones.keys()])]);
      for (const [account, number, name] of rows) {
        const phone = phones.get(String(number)) ?? "";
        const session = typeof name === "string" ? name : null;
        if (session !== null) known.set(nameOf({ phone, session }), Number(account));
        whole.get(phone)?.push({ account: Number(account), phone, session });
      }
    }
    if (next === 0) {
      const [row] = yield* store.values(sql.last);
      next = Number(row?.[0] ?? 0) + 1;
    }
  });

  const accountOf: Accounts["accountOf"] = (holder) => {
    const name = nameOf(holder);
    const found = known.get(name);
    if (found !== undefined) return found;
    const account = next;
    next += 1;
    known.set(name, account);
    fresh.add(account);
    whole.get(holder.phone)?.push({ account, ...holder });
    return account;
  };

  const flush: Accounts["flush"] = Effect.fnUntraced(function* (touched, keeps) {
    const made: (readonly [number, string, string | null, Uint8Array])[] = [];
    const gone: number[] = [];
    for (const row of touched) {
      const { account, phone, session } = row;
      const isFresh = fresh.delete(account);
      if (keeps(account)) {
        const tag = isFresh ? sealed.tagOf(phone) : "";
        if (isFresh) made.push([account, tag, session, sealed.seal(phone, tag)]);
        continue;
      }
      forget(row);
      if (!isFresh) gone.push(account);
    }
    if (made.length > 0) {
      yield* store.runEach(sql.insert, made);
      yield* store.run(sql.remember, [next - 1]);
    }
    if (gone.length > 0) {
      removed();
      yield* store.run(sql.remove, [JSON.stringify(gone)]);
    }
  });

  const endSessions: Accounts["endSessions"] = Effect.fnUntraced(function* (accounts) {
    if (accounts.length === 0) return;
    for (const row of accounts) forget(row);
    yield* store.run(sql.endSessions, [JSON.stringify(accounts.map(({ account }) => account))]);
  });

  const phonesOf: Accounts["phonesOf"] = Effect.fnUntraced(function* (accounts) {
    const rows = yield* store.values(sql.standing, [JSON.stringify([...new Set(accounts)])]);
    const found = yield* Effect.forEach(rows, opened);
    const phones = new Map(found.map(({ account, phone }) => [account, phone]));
    return accounts.map((account) => phones.get(account));
  });

  const removeEmpty: Accounts["removeEmpty"] = Effect.fnUntraced(function* (accounts) {
    if (accounts.length === 0) return [];
    const rows =
      accounts === "all"
        ? yield* store.values(sql.removeAllEmpty)
        : yield* store.values(sql.removeEmpty, [JSON.stringify(accounts)]);
    for (const row of yield* Effect.forEach(rows, opened)) forget(row);
    if (rows.length > 0) removed();
    return rows.map(([account]) => Number(account));
  });

  return {
    load,
    accountOf,
    allOf: (phone) => whole.get(phone) ?? [],
    flush,
    endSessions,
    discard: () => {
      known.clear();
      fresh.clear();
      whole.clear();
      holders.clear();
      forgotten += 1;
      next = 0;
    },
    phonesOf,
    ofSession: Effect.fnUntraced(function* (session) {
      const held = holders.get(session);
      if (held !== undefined) return held;
      const before = forgotten;
      const [row] = yield* store.values(sql.ofSession, [session]);
      if (row === undefined) return undefined;
      const found = yield* opened(row);
      if (holders.size > holdersMax) holders.clear();
      // What was read may have ended meanwhile: only what cannot have is remembered.
      if (before === forgotten) holders.set(session, found);
      return found;
    }),
    removeEmpty,
  };
};
