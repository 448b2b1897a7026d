/**
 * Which cases an account was disclosed under: the case, when it was answered, and how many records of the person it concerned.
 * The answering of a join writes it in its own transaction; the person reads it as the answer to "was I ever disclosed?".
 * A row ends with its account, and at the latest one retention after the answer. It holds no place and no time of a visit.
 */
import { Effect } from "effect";
import type { StoreService } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";

/** Made after the accounts, of which it speaks. */
export const disclosedSql = `CREATE TABLE IF NOT EXISTS disclosed (
  account INTEGER NOT NULL REFERENCES account (account) ON DELETE CASCADE,
  case_id TEXT NOT NULL,
  answered_at INTEGER NOT NULL,
  records INTEGER NOT NULL CHECK (records >= 1),
  ends_at INTEGER NOT NULL,
  PRIMARY KEY (account, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS disclosed_ends_at ON disclosed (ends_at);
`;

export interface DisclosedCase {
  readonly caseId: string;
  readonly answeredAtMs: number;
  /** How many records of this person the answer named. */
  readonly records: number;
  readonly keptUntilMs: number;
}

export interface Disclosed {
  /** Writes down whom an answer named, inside the caller's transaction; a case is written once for an account. */
  readonly note: (
    caseId: string,
    answeredAtMs: number,
    touched: ReadonlyMap<number, number>,
  ) => Effect.Effect<void, StoreUnavailable>;
  /** The cases of an account, the latest first. */
  readonly of: (account: number, nowMs: number) => Effect.Effect<readonly DisclosedCase[], StoreUnavailable>;
  /** Erases what concerns accounts that have ended, inside the caller's transaction. */
  readonly forget: (accounts: readonly number[]) => Effect.Effect<void, StoreUnavailable>;
  /** Erases what is due, inside the caller's transaction; answers how many rows. */
  readonly endDue: (nowMs: number) => Effect.Effect<number, StoreUnavailable>;
}

const insert = `INSERT INTO disclosed (account, case_id, answered_at, records, ends_at) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT DO NOTHING`;
const select = `SELECT case_id, answered_at, records, ends_at FROM disclosed
  WHERE account = ?1 AND NOT (?2 >= ends_at) ORDER BY answered_at DESC, case_id`;

export const makeDisclosed = (store: StoreService, retentionMs: number): Disclosed => ({
  note: (caseId, answeredAtMs, touched) =>
    touched.size === 0
      ? Effect.void
      : Effect.asVoid(
          store.runEach(
            insert,
            [...touched].map(([account, records]) => [
              account,
              caseId,
              answeredAtMs,
              records,
              answeredAtMs + retentionMs,
            ]),
          ),
        ),
  of: (account, nowMs) =>
    Effect.map(store.values(select, [account, nowMs]), (rows) =>
      rows.map(([caseId, answeredAt, records, endsAt]) => ({
        caseId: String(caseId),
        answeredAtMs: Number(answeredAt),
        records: Number(records),
        keptUntilMs: Number(endsAt),
      })),
    ),
  forget: (accounts) =>
    accounts.length === 0
      ? Effect.void
      : Effect.asVoid(
          store.run(`DELETE FROM disclosed WHERE ${store.dialect.isOneOf("account", "?1")}`, [
            JSON.stringify(accounts),
          ]),
        ),
  endDue: (nowMs) => store.run("DELETE FROM disclosed WHERE ?1 >= ends_at", [nowMs]),
});
