/**
 * The table of one Seoul day's visits, as SQL: how it is made, written, read, marked and dropped, and the view over all live days.
 * Its state columns are the generated ones, so that the file itself refuses a state that the law does not know.
 * A visit belongs to the day of its pass (clause C2), and to no other table.
 */
import { visitColumnsSql, visitTable } from "../generated/tables.ts";
import { millisecondsADay } from "../../models/policy.ts";

/** A Seoul day as people write it, without separators. */
export const dateOf = (day: number): string =>
  new Date(day * millisecondsADay).toISOString().slice(0, 10).replaceAll("-", "");

const columns = [
  "position",
  "venue",
  "scanned_at",
  "recorded_at",
  "issuer",
  "payload",
  "state",
  '"eraseAt"',
  '"late"',
];

/** The word that a state is stored as. */
export const stateWord = (state: number): string => visitTable.states[state] ?? "";

export interface VisitSql {
  readonly table: string;
  readonly create: string;
  readonly drop: string;
  readonly insert: (rows: number) => string;
  readonly window: string;
  readonly countWindow: string;
  readonly count: string;
  readonly last: string;
  readonly rowAt: string;
  readonly mark: string;
}

export const visitSqlOf = (day: number): VisitSql => {
  const table = `visit_${dateOf(day)}`;
  const inWindow = `FROM ${table} WHERE venue = ?1 AND scanned_at >= ?2 AND scanned_at < ?3 AND "eraseAt" > ?4`;
  const row = `(${columns.map(() => "?").join(", ")})`;
  return {
    table,
    create: `CREATE TABLE IF NOT EXISTS ${table} (
  position INTEGER PRIMARY KEY,
  venue INTEGER NOT NULL,
  scanned_at INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  issuer INTEGER NOT NULL,
  payload BLOB NOT NULL,
  ${visitColumnsSql.join(",\n  ")}
) STRICT;
CREATE INDEX IF NOT EXISTS ${table}_place ON ${table} (venue, scanned_at);`,
    drop: `DROP TABLE IF EXISTS ${table}`,
    insert: (rows) =>
      `INSERT INTO ${table} (${columns.join(", ")}) VALUES ${Array.from({ length: rows }, () => row).join(", ")}`,
    // One row for a whole window: making a list and a blob for each visit would cost more than finding them.
    window: `SELECT json_group_array(position), json_group_array(scanned_at), CAST(group_concat(payload, '') AS BLOB) ${inWindow}`,
    countWindow: `SELECT count(*) ${inWindow}`,
    count: `SELECT count(*) FROM ${table}`,
    last: `SELECT max(position) FROM ${table}`,
    rowAt: `SELECT position, state, "eraseAt", "late" FROM ${table} WHERE position IN (SELECT value FROM json_each(?1))`,
    mark: `UPDATE ${table} SET state = ?2 WHERE position = ?1`,
  };
};

export const visitTablesSql =
  "SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'visit_[0-9]*' ORDER BY name";

/** The view `visit` over these tables; without any it is there all the same, and empty. */
export const viewSql = (tables: readonly string[]): string => {
  const parts = tables.map(
    (table) => `SELECT '${table.slice("visit_".length)}' AS day, ${columns.join(", ")} FROM ${table}`,
  );
  const none = `SELECT ${["day", ...columns].map((column) => `NULL AS ${column}`).join(", ")} WHERE 0`;
  return `DROP VIEW IF EXISTS visit; CREATE VIEW visit AS ${parts.length === 0 ? none : parts.join(" UNION ALL ")};`;
};
