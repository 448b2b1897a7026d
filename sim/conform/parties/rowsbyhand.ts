/**
 * Puts an instance of a lifecycle into the SQLite file of a service by hand, and reads one from there.
 * An instance that is gone is no row; reading one that is not there gives the first state with nothing said.
 */
import { DatabaseSync } from "node:sqlite";
import type { Value } from "../../../models/language/expression.ts";
import type { Instance } from "../../../models/language/interpret.ts";
import type { Lifecycle } from "../../../models/language/lifecycle.ts";

const within = <A>(file: string, use: (database: DatabaseSync) => A): A => {
  const database = new DatabaseSync(file);
  const answer = use(database);
  database.close();
  return answer;
};

/** The row of this key becomes the instance, with no events. */
export const putRow = (file: string, machine: Lifecycle, key: string, { state, fields }: Instance): void =>
  within(file, (database) => {
    database.prepare(`DELETE FROM ${machine.id} WHERE key = ?`).run(key);
    if (machine.states[state]?.meta.gone === true) return;
    const names = Object.keys(machine.meta.fields);
    const values = names.map((name) => {
      const value = fields[name] ?? null;
      return typeof value === "boolean" ? Number(value) : value;
    });
    const quoted = names.map((name) => `, "${name}"`).join("");
    const places = names.map(() => ", ?").join("");
    database
      .prepare(`INSERT INTO ${machine.id} (key, state${quoted}) VALUES (?, ?${places})`)
      .run(key, state, ...values);
  });

const fromSql = (found: unknown, kind: string): Value => {
  if (kind === "flag") return found === 1;
  return typeof found === "number" || typeof found === "string" ? found : null;
};

/** The instance that the row of this key is, or nothing where there is no row. */
export const rowIn = (file: string, machine: Lifecycle, key: string): Instance | undefined => {
  const row = within(file, (database) =>
    database.prepare(`SELECT * FROM ${machine.id} WHERE key = ?`).get(key),
  );
  if (row === undefined) return undefined;
  const fields = Object.entries(machine.meta.fields).map(([name, { kind }]): readonly [string, Value] => [
    name,
    fromSql(row[name], kind),
  ]);
  return { state: String(row["state"]), fields: Object.fromEntries(fields) };
};
