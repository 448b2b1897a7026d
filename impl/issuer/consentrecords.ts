/**
 * Consents as records: to which notice, by its hash, an account agreed, for what purposes, when, and whether a guardian did (ISO/IEC TS 27560).
 * One row an account and notice, of the last time only: a row each time would be a list of somebody's passes.
 * A record ends with its account, at a withdrawal at once; a new notice marks the ones to older notices as ended.
 */
import { Effect } from "effect";
import type { StoreService } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";

/** Made after the accounts, of which it speaks. */
export const consentRecordSql = `CREATE TABLE IF NOT EXISTS consent_record (
  account INTEGER NOT NULL REFERENCES account (account) ON DELETE CASCADE,
  notice TEXT NOT NULL,
  version INTEGER NOT NULL,
  purposes TEXT NOT NULL,
  given_at INTEGER NOT NULL,
  ended_at INTEGER,
  by_guardian INTEGER NOT NULL CHECK (by_guardian IN (0, 1)),
  PRIMARY KEY (account, notice)
) STRICT, WITHOUT ROWID;
`;

/** What a record needs to know of a notice. */
export interface NoticeAgreedTo {
  readonly hash: string;
  readonly version: number;
  readonly purposes: readonly string[];
}

export interface ConsentGiven {
  readonly notice: NoticeAgreedTo;
  readonly givenAtMs: number;
  readonly byGuardian: boolean;
}

export interface ConsentRecord extends ConsentGiven {
  /** When a newer notice took its place; undefined while it is the last. */
  readonly endedAtMs?: number;
}

export interface ConsentRecords {
  readonly inForce: NoticeAgreedTo;
  /** Those of these accounts whose guardian agreed to the notice in force. */
  readonly byGuardian: (accounts: readonly number[]) => Effect.Effect<ReadonlySet<number>, StoreUnavailable>;
  /** Removes the records of accounts that ended and writes new consents, inside the caller's transaction. */
  readonly write: (
    ended: readonly number[],
    given: ReadonlyMap<number, ConsentGiven>,
  ) => Effect.Effect<void, StoreUnavailable>;
  /** Marks the records of other notices as ended. */
  readonly outdate: (atMs: number) => Effect.Effect<void, StoreUnavailable>;
  /** The records of an account, the latest first. */
  readonly of: (account: number) => Effect.Effect<readonly ConsentRecord[], StoreUnavailable>;
}

const upsert = `INSERT INTO consent_record (account, notice, version, purposes, given_at, by_guardian)
  VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (account, notice) DO UPDATE SET given_at = excluded.given_at, by_guardian = excluded.by_guardian`;
const select = `SELECT notice, version, purposes, given_at, ended_at, by_guardian FROM consent_record
  WHERE account = ?1 ORDER BY given_at DESC, notice`;

export const makeConsentRecords = (store: StoreService, inForce: NoticeAgreedTo): ConsentRecords => {
  const { isOneOf } = store.dialect;
  const confirmed = `SELECT account FROM consent_record
    WHERE notice = ?1 AND by_guardian = 1 AND ${isOneOf("account", "?2")}`;
  return {
    inForce,
    byGuardian: (accounts) =>
      accounts.length === 0
        ? Effect.succeed(new Set())
        : Effect.map(
            store.values(confirmed, [inForce.hash, JSON.stringify(accounts)]),
            (rows) => new Set(rows.map(([account]) => Number(account))),
          ),
    write: Effect.fnUntraced(function* (ended, given) {
      if (ended.length > 0)
        yield* store.run(`DELETE FROM consent_record WHERE ${isOneOf("account", "?1")}`, [
          JSON.stringify(ended),
        ]);
      if (given.size > 0)
        yield* store.runEach(
          upsert,
          [...given].map(([account, { notice, givenAtMs, byGuardian }]) => [
            account,
            notice.hash,
            notice.version,
            notice.purposes.join(" "),
            givenAtMs,
            byGuardian ? 1 : 0,
          ]),
        );
    }),
    outdate: (atMs) =>
      Effect.asVoid(
        store.run("UPDATE consent_record SET ended_at = ?1 WHERE notice <> ?2 AND ended_at IS NULL", [
          atMs,
          inForce.hash,
        ]),
      ),
    of: (account) =>
      Effect.map(store.values(select, [account]), (rows) =>
        rows.map(([hash, version, purposes, givenAt, endedAt, byGuardian]) => ({
          notice: {
            hash: String(hash),
            version: Number(version),
            purposes: String(purposes).split(" "),
          },
          givenAtMs: Number(givenAt),
          byGuardian: Number(byGuardian) === 1,
          ...(endedAt === null ? {} : { endedAtMs: Number(endedAt) }),
        })),
      ),
  };
};
