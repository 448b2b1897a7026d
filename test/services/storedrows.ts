/**
 * Looks into the SQLite file of a service through a second connection, as anyone with sqlite3 could.
 * It says what lies there, row and events, and understands none of it.
 */
import { DatabaseSync } from "node:sqlite";

export type SqlRow = Readonly<Record<string, unknown>>;

export interface Stored {
  readonly rows: readonly SqlRow[];
  readonly events: readonly SqlRow[];
}

/** Everything stored of one machine. */
export const storedIn = (file: string, machine: string): Stored => {
  const database = new DatabaseSync(file, { readOnly: true });
  const all = (table: string, order: string): readonly SqlRow[] =>
    database
      .prepare(`SELECT * FROM ${table} ORDER BY ${order}`)
      .all()
      .map((row) => ({ ...row }));
  const stored = { rows: all(machine, "key"), events: all(`${machine}_event`, "key, sequence") };
  database.close();
  return stored;
};

/** Tries one statement by hand and undoes it; answers the reason for which SQLite refuses it, or nothing. */
export const refusalBySqlite = (file: string, statement: string): string | undefined => {
  const database = new DatabaseSync(file);
  database.exec("BEGIN");
  try {
    database.exec(statement);
    return undefined;
  } catch (cause) {
    return cause instanceof Error ? cause.message : "unknown";
  } finally {
    database.exec("ROLLBACK");
    database.close();
  }
};
