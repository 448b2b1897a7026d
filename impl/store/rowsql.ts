// The SQL texts of one lifecycle's table, made once from its descriptor.
// The book alone runs them. Many keys travel as one JSON array, so that each text is parsed once for any number.
// It makes no table: the descriptor brings its own CREATE statements, with the checks of the model.
import type { Dialect } from "./dialect.ts";
import type { RowTable } from "./rowtable.ts";

export interface RowSql {
  /** ?1: JSON array of keys. Answers key, state, fields…, and the sequence of the last event. */
  readonly select: string;
  /** One parameter a column: key, state, fields…. */
  readonly upsert: string;
  /** ?1: JSON array of keys. The events go with their rows. */
  readonly remove: string;
  /** key, sequence, at, event, transition, state. */
  readonly append: string;
  /** ?1: now, ?2: how many. One text a deadline; the earliest first. */
  readonly due: ReadonlyArray<string>;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const literal = (word: string): string => `'${word.replaceAll("'", "''")}'`;

export const makeRowSql = (table: RowTable, dialect: Dialect): RowSql => {
  const given = dialect.texts("?1");
  const rows = quoted(table.machine);
  const events = quoted(`${table.machine}_event`);
  const names = ["key", "state", ...table.fields.map(({ name }) => name)].map(quoted);
  const lastSequence = `(SELECT MAX(sequence) FROM ${events} WHERE ${events}.key = ${rows}.key)`;
  const changes = names.slice(1).map((name) => `${name} = excluded.${name}`);
  return {
    select: `SELECT ${names.join(", ")}, ${lastSequence} FROM ${rows} WHERE key IN ${given}`,
    upsert:
      `INSERT INTO ${rows} (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")}) ` +
      `ON CONFLICT (key) DO UPDATE SET ${changes.join(", ")}`,
    remove: `DELETE FROM ${rows} WHERE key IN ${given}`,
    append: `INSERT INTO ${events} (key, sequence, at, event, transition, state) VALUES (?, ?, ?, ?, ?, ?)`,
    due: Object.entries(table.deadlines).map(
      ([field, states]) =>
        `SELECT key FROM ${rows} WHERE ${quoted(field)} <= ?1 AND state IN (${states.map(literal).join(", ")}) ` +
        `ORDER BY ${quoted(field)} LIMIT ?2`,
    ),
  };
};
