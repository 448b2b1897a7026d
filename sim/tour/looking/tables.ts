// Looks into a party's SQLite file as anyone with sqlite3 could: through a second connection that can only read.
// It counts rows and finds values, in whatever tables there are, and is closed before it answers.
// It knows nothing of what the tables mean, and asks the party nothing.
import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

export interface Table {
  readonly name: string;
  readonly rows: number;
}

export interface Tables {
  readonly tables: readonly Table[];
  /** Tables in which a number stands as a value of its own. */
  readonly holding: (value: number) => readonly string[];
}

const tableNames =
  "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** What stands in a store now; `look` must not keep the connection. */
export const lookIntoTables = <A>(file: string, look: (tables: Tables) => A): A => {
  if (!existsSync(file)) return look({ tables: [], holding: () => [] });
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const names = database
      .prepare(tableNames)
      .all()
      .map(({ name }) => String(name));
    const count = (sql: string, ...values: readonly number[]): number =>
      Number(database.prepare(sql).get(...values)?.["count"] ?? 0);
    const holds = (table: string, value: number): boolean => {
      const columns = database
        .prepare(`PRAGMA table_info(${quoted(table)})`)
        .all()
        .map(({ name }) => String(name));
      const equal = columns.map((column) => `${quoted(column)} = ?1`).join(" OR ");
      return count(`SELECT count(*) AS count FROM ${quoted(table)} WHERE ${equal}`, value) > 0;
    };
    return look({
      tables: names.map((name) => ({ name, rows: count(`SELECT count(*) AS count FROM ${quoted(name)}`) })),
      holding: (value) => names.filter((name) => holds(name, value)),
    });
  } finally {
    database.close();
  }
};
