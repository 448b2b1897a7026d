/**
 * The table of an issuer's accounts and the SQL texts over it, made once for the store they run on.
 * `number` is an HMAC of the phone number and `phone` the number sealed; `session` is null once it has ended.
 * Only accounts.ts runs them.
 */
import type { Dialect } from "../store/dialect.ts";

export const accountSql = `CREATE TABLE IF NOT EXISTS account (
  account INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  session TEXT,
  phone BLOB NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS account_number ON account (number);
CREATE UNIQUE INDEX IF NOT EXISTS account_session ON account (session, number);
CREATE TABLE IF NOT EXISTS last_account (
  single INTEGER PRIMARY KEY CHECK (single = 1),
  account INTEGER NOT NULL
) STRICT;
INSERT INTO last_account VALUES (1, 0) ON CONFLICT DO NOTHING;
`;

const nothingKept = `NOT EXISTS (SELECT 1 FROM consent WHERE key = CAST(account.account AS TEXT))
  AND NOT EXISTS (SELECT 1 FROM verification WHERE key = CAST(account.account AS TEXT))`;
const columns = "account, number, session, phone";

export const accountQueries = ({ texts, isOneOf }: Dialect) => ({
  ofNumbers: `SELECT account, number, session FROM account WHERE number IN ${texts("?1")}`,
  ofSession: `SELECT ${columns} FROM account WHERE session = ?1`,
  last: "SELECT account FROM last_account",
  remember: "UPDATE last_account SET account = ?1 WHERE single = 1",
  insert: `INSERT INTO account (${columns}) VALUES (?, ?, ?, ?)`,
  remove: `DELETE FROM account WHERE ${isOneOf("account", "?1")}`,
  endSessions: `UPDATE account SET session = NULL WHERE ${isOneOf("account", "?1")}`,
  /** Not those whose aliases are being destroyed. */
  standing: `SELECT ${columns} FROM account WHERE ${isOneOf("account", "?1")}
    AND account NOT IN (SELECT account FROM forgetting)`,
  removeAllEmpty: `DELETE FROM account WHERE ${nothingKept} RETURNING ${columns}`,
  removeEmpty: `DELETE FROM account WHERE ${isOneOf("account", "?1")} AND ${nothingKept} RETURNING ${columns}`,
});
