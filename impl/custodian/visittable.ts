/**
 * The table of one Seoul day's visits, as SQL: how it is made, written, read, marked and dropped, and the view over all live days.
 * Its state columns are the generated ones, so that the file itself refuses a state that the law does not know.
 * A visit belongs to the day of its pass (clause C2), and to no other table. Who, where and when stand in the encrypted payload;
 * a blind index finds it again, and is as good as random once the day's key is gone.
 */
import type { BulkColumn } from "../store/bulkinsert.ts";
import type { Dialect } from "../store/dialect.ts";
import { payloadBytes } from "./payload.ts";
import { visitColumnsSql, visitTable } from "../generated/tables.ts";
import { millisecondsADay } from "../../models/policy.ts";

/** A Seoul day as people write it, without separators. */
export const dateOf = (day: number): string =>
  new Date(day * millisecondsADay).toISOString().slice(0, 10).replaceAll("-", "");

/** The columns of a visit, as they are written. */
export const visitColumns: readonly BulkColumn[] = [
  { name: "position", kind: "whole" },
  { name: "blind_index", kind: "whole" },
  { name: "payload", kind: "bytes", each: payloadBytes },
  { name: "state", kind: "text" },
  { name: '"eraseAt"', kind: "whole" },
  { name: '"late"', kind: "whole" },
];
const columns = visitColumns.map(({ name }) => name);

/** The word that a state is stored as. */
export const stateWord = (state: number): string => visitTable.states[state] ?? "";

export interface VisitSql {
  readonly table: string;
  readonly create: string;
  readonly drop: string;
  readonly window: string;
  readonly count: string;
  readonly rowsUnder: string;
  readonly mark: string;
}

export const visitSqlOf = (day: number, dialect: Dialect): VisitSql => {
  const table = `visit_${dateOf(day)}`;
  return {
    table,
    create: `CREATE TABLE IF NOT EXISTS ${table} (
  blind_index INTEGER NOT NULL,
  position INTEGER NOT NULL,
  payload BLOB NOT NULL,
  ${visitColumnsSql.join(",\n  ")},
  -- Together on the disk lies what is looked for together.
  PRIMARY KEY (blind_index, position)
) STRICT, WITHOUT ROWID;`,
    drop: `DROP TABLE IF EXISTS ${table}`,
    // One row for a whole window: making a list and a blob for each visit would cost more than finding them.
    window: `SELECT ${dialect.wholesOf("position")}, ${dialect.bytesOf("payload")}
      FROM ${table} WHERE ${dialect.isOneOf("blind_index", "?1")} AND "eraseAt" > ?2 AND "late" <= ?3`,
    count: `SELECT count(*) FROM ${table}`,
    rowsUnder: `SELECT blind_index, position, state, "eraseAt", "late" FROM ${table} WHERE ${dialect.isOneOf("blind_index", "?1")} ORDER BY position`,
    mark: `UPDATE ${table} SET state = ?3 WHERE blind_index = ?1 AND position = ?2`,
  };
};

export const visitTablesSql = (dialect: Dialect): string => dialect.tablesNumbered("visit_");

/** The view `visit` over these tables; without any it is there all the same, and empty. */
export const viewSql = (tables: readonly string[]): string => {
  const parts = tables.map(
    (table) => `SELECT '${table.slice("visit_".length)}' AS day, ${columns.join(", ")} FROM ${table}`,
  );
  const none = `SELECT ${["day", ...columns].map((column) => `NULL AS ${column}`).join(", ")} WHERE 1 = 0`;
  return `DROP VIEW IF EXISTS visit; CREATE VIEW visit AS ${parts.length === 0 ? none : parts.join(" UNION ALL ")};`;
};
