/**
 * Looks into the SQLite file of a service through a second connection, as anyone with sqlite3 could, and says where it differs from
 * what the models foresee: the row of one key with every field, and every event row that is kept of it.
 * It understands nothing of the law; an instance that is gone must have left neither row nor event.
 */
import { DatabaseSync } from "node:sqlite";
import type { Value } from "../../models/language/expression.ts";
import type { Instance } from "../../models/language/interpret.ts";
import type { Lifecycle } from "../../models/language/lifecycle.ts";
import type { Remembered } from "./contract.ts";

type Rows = readonly Readonly<Record<string, unknown>>[];

const storedIn = (file: string, machine: string): { readonly rows: Rows; readonly events: Rows } => {
  const database = new DatabaseSync(file, { readOnly: true });
  const all = (table: string, order: string): Rows =>
    database
      .prepare(`SELECT * FROM ${table} ORDER BY ${order}`)
      .all()
      .map((row) => ({ ...row }));
  const stored = { rows: all(machine, "key"), events: all(`${machine}_event`, "key, sequence") };
  database.close();
  return stored;
};

/** Everything that is stored of a machine, for telling whether it has changed. */
export const textOfFile = (file: string, machine: string): string => JSON.stringify(storedIn(file, machine));

const asSql = (value: Value): unknown => (typeof value === "boolean" ? Number(value) : value);

/** The same names with the same values, in any order. */
const inOrder = (row: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(Object.entries(row).toSorted(([one], [other]) => (one < other ? -1 : 1)));

const missing = (some: readonly string[], others: readonly string[], says: string): readonly string[] =>
  some.filter((one) => !others.includes(one)).map((one) => `${says}: ${one}`);

/** What is wrong in the file, if nothing but this key is in it. Keys are told apart, and not told. */
export function wrongInFile(
  file: string,
  machine: Lifecycle,
  key: string,
  { state, fields }: Instance,
  remembered: readonly Remembered[],
): readonly string[] {
  const { rows, events } = storedIn(file, machine.id);
  const isKept = machine.states[state]?.meta.gone !== true && remembered.length > 0;
  const row = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, asSql(value)]));
  const foreseenRows = isKept ? [inOrder({ state, ...row })] : [];
  const foreseenEvents = remembered.map((one, index) => inOrder({ sequence: index + 1, ...one }));
  const ours = ({ key: found, ...others }: Readonly<Record<string, unknown>>): string =>
    inOrder(found === key ? others : { ...others, key: found });
  const foundRows = rows.map(ours);
  const foundEvents = events.map(ours);
  return [
    ...missing(foreseenRows, foundRows, "this row should be stored"),
    ...missing(foundRows, foreseenRows, "this row should not be stored"),
    ...missing(foreseenEvents, foundEvents, "this event should be stored"),
    ...missing(foundEvents, foreseenEvents, "this event should not be stored"),
  ];
}
