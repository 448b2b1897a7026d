/**
 * Prints the SQL of each lifecycle that is kept as rows: its table, the table of its events, and the constraints of the law.
 * The database then refuses what the law forbids: unknown states and words, and fields said in a state that does not keep them.
 * Events reference their row and end with it.
 */
import type { Field } from "../../models/language/fields.ts";
import type { Lifecycle } from "../../models/language/lifecycle.ts";
import { quoted } from "./names.ts";

const text = (word: string): string => `'${word.replaceAll("'", "''")}'`;
const listed = (words: readonly string[]): string => words.map(text).join(", ");

const columnSql = (name: string, field: Field): string => {
  switch (field.kind) {
    case "instant":
      return `"${name}" INTEGER CHECK ("${name}" >= 0)`;
    case "count":
      return `"${name}" INTEGER NOT NULL CHECK ("${name}" BETWEEN 0 AND ${String(field.most)})`;
    case "choice":
      return `"${name}" TEXT NOT NULL CHECK ("${name}" IN (${listed(field.words)}))`;
    case "flag":
      return `"${name}" INTEGER NOT NULL CHECK ("${name}" IN (0, 1))`;
    case "id":
      return `"${name}" TEXT`;
  }
};

const restSql = (name: string, field: Field): string => {
  switch (field.kind) {
    case "instant":
    case "id":
      return `"${name}" IS NULL`;
    case "count":
    case "flag":
      return `"${name}" = 0`;
    case "choice":
      return `"${name}" = ${text(field.words[0] ?? "")}`;
  }
};

const keptStates = (machine: Lifecycle) =>
  Object.entries(machine.states).filter(([, state]) => state.meta.gone !== true);

/** What the law says of a row, as SQL constraints: a field is at rest in every state that does not keep it. */
const constraintsOf = (machine: Lifecycle): readonly string[] =>
  Object.entries(machine.meta.fields).flatMap(([name, field]) => {
    const without = keptStates(machine).filter(([, state]) => !state.meta.keeps.includes(name));
    return without.length === 0
      ? []
      : [`CHECK (state NOT IN (${listed(without.map(([state]) => state))}) OR ${restSql(name, field)})`];
  });

/** The columns of a row that the law speaks of, key aside. */
export const columnsOf = (machine: Lifecycle): readonly string[] => [
  `state TEXT NOT NULL CHECK (state IN (${listed(keptStates(machine).map(([state]) => state))}))`,
  ...Object.entries(machine.meta.fields).map(([name, field]) => columnSql(name, field)),
];

const deadlineFields = (machine: Lifecycle): readonly string[] => [
  ...new Set(Object.values(machine.states).flatMap((state) => Object.keys(state.after ?? {}))),
];

/** The statements that make the tables of a lifecycle kept as rows. */
export const tableSql = (machine: Lifecycle): string => {
  const lines = ["key TEXT PRIMARY KEY", ...columnsOf(machine), ...constraintsOf(machine)];
  return `CREATE TABLE IF NOT EXISTS ${machine.id} (
  ${lines.join(",\n  ")}
) STRICT, WITHOUT ROWID;
${deadlineFields(machine)
  .map(
    (name) =>
      `CREATE INDEX IF NOT EXISTS ${machine.id}_${name} ON ${machine.id} ("${name}") WHERE "${name}" IS NOT NULL;\n`,
  )
  .join("")}CREATE TABLE IF NOT EXISTS ${machine.id}_event (
  key TEXT NOT NULL REFERENCES ${machine.id} (key) ON DELETE CASCADE,
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  at INTEGER NOT NULL,
  event TEXT NOT NULL,
  transition TEXT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (key, sequence)
) STRICT, WITHOUT ROWID;
`;
};

const printTable = (machine: Lifecycle): string => {
  const states = Object.entries(machine.states);
  const fields = Object.entries(machine.meta.fields);
  const choices = fields.flatMap(([name, field]) =>
    field.kind === "choice" ? [[name, field.words] as const] : [],
  );
  const obeying = (field: string) =>
    states.filter(([, state]) => state.after?.[field] !== undefined).map(([name]) => name);
  return `export const ${machine.id}Table: RowTable = {
  machine: ${quoted(machine.id)},
  states: ${JSON.stringify(states.map(([name]) => name))},
  gone: ${JSON.stringify(states.map(([, state]) => state.meta.gone === true))},
  fields: [
${fields.map(([name, field]) => `    { name: ${quoted(name)}, kind: ${quoted(field.kind)} },`).join("\n")}
  ],
  never,
  choices: { ${choices.map(([name, words]) => `${name}: ${JSON.stringify(words)}`).join(", ")} },
  deadlines: { ${deadlineFields(machine)
    .map((name) => `${name}: ${JSON.stringify(obeying(name))}`)
    .join(", ")} },
  createSql: \`${machine.meta.keptAs === "row" ? tableSql(machine) : ""}\`,
};
`;
};

/** The file of all row tables. */
export const printTables = (
  machines: readonly Lifecycle[],
): string => `import { never } from "../lifecycle/core.ts";
import type { RowTable } from "../store/rowtable.ts";

${machines.map(printTable).join("\n")}
/** The columns and constraints of a visit, for the partition of a day that the custodian makes. */
export const visitColumnsSql: readonly string[] = ${JSON.stringify(
  machines
    .filter(({ id }) => id === "visit")
    .flatMap((visit) => [...columnsOf(visit), ...constraintsOf(visit)]),
  null,
  2,
)};
`;
