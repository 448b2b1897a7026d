// A party's store as anybody sees it who stole the file: its tables, how many rows they have, and the newest of them as they lie there.
// It is opened for reading alone, for a moment, and without the vault beside it: what is sealed stays sealed.
// The page of the demonstration shows it; it knows no key and no meaning of a row.
import { existsSync } from "node:fs";
import { DatabaseSync, type SQLOutputValue } from "node:sqlite";
import { Effect, Schema } from "effect";
import type { PartyKind, StoreSeen, TableSeen } from "../page/forms.ts";
import { orderOf, placeOfTable, wayOf } from "./columns.ts";

const newestMost = 3;
const bytesShown = 12;
const lettersMost = 48;

const Name = Schema.Struct({ name: Schema.String });
const namesIn = Schema.decodeUnknownSync(Schema.Array(Name));
const tablesOf = Schema.decodeUnknownSync(
  Schema.Array(Schema.Struct({ name: Schema.String, wr: Schema.Int })),
);
const countIn = Schema.decodeUnknownSync(Schema.Struct({ rows: Schema.Int }));

export const storeFile = (folder: string, party: string): string => `${folder}/${party}/store.sqlite`;

const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most)}…` : text;

const said = (value: SQLOutputValue | undefined): string => {
  if (value === null || value === undefined) return "";
  return value instanceof Uint8Array
    ? shortened(Buffer.from(value.subarray(0, bytesShown + 1)).toString("hex"), bytesShown * 2)
    : shortened(String(value), lettersMost);
};

interface Table {
  readonly name: string;
  /** Whether its rows lie in the order in which they came. */
  readonly keepsOrder: boolean;
}

const tablesIn = (database: DatabaseSync): readonly Table[] =>
  tablesOf(
    database.prepare("SELECT name, wr FROM pragma_table_list WHERE type = 'table' ORDER BY name DESC").all(),
  ).map(({ name, wr }) => ({ name, keepsOrder: wr === 0 }));

const newestIn = (database: DatabaseSync, { name, keepsOrder }: Table, columns: readonly string[]) => {
  const order = orderOf(columns) ?? (keepsOrder ? "rowid" : undefined);
  const statement = database.prepare(
    `SELECT * FROM "${name}" ${order === undefined ? "" : `ORDER BY "${order}" DESC`} LIMIT ${String(newestMost)}`,
  );
  // Numbers of 64 bits are no numbers of JavaScript.
  statement.setReadBigInts(true);
  return statement.all().map((row) => columns.map((column) => said(row[column])));
};

const tableIn = (database: DatabaseSync, table: Table): TableSeen => {
  const { name } = table;
  const columns = namesIn(database.prepare(`PRAGMA table_info("${name}")`).all()).map(
    (column) => column.name,
  );
  const { rows } = countIn(database.prepare(`SELECT count(*) AS rows FROM "${name}"`).get());
  return {
    name,
    rows,
    columns: columns.map((column) => ({ name: column, way: wayOf(name, column) })),
    newest: newestIn(database, table, columns),
  };
};

/** The columns of a store that hold this venue's number as a number; a small one is no run of bytes that could be looked for. */
export const columnsOfVenue = (file: string, venue: number): readonly string[] => {
  if (!existsSync(file)) return [];
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return namesIn(
      database
        .prepare(
          "SELECT t.name FROM pragma_table_list t, pragma_table_info(t.name) c WHERE t.type = 'table' AND c.name = 'venue'",
        )
        .all(),
    ).flatMap(({ name }) =>
      database.prepare(`SELECT 1 FROM "${name}" WHERE venue = ? LIMIT 1`).get(venue) === undefined
        ? []
        : [`${name}.venue`],
    );
  } finally {
    database.close();
  }
};

const readAt = (file: string, party: string, kind: PartyKind): StoreSeen => {
  if (!existsSync(file)) return { party, kind, tables: [] };
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const own = tablesIn(database)
      .filter(({ name }) => placeOfTable(kind, name) >= 0)
      .toSorted((one, other) => placeOfTable(kind, one.name) - placeOfTable(kind, other.name));
    return { party, kind, tables: own.map((table) => tableIn(database, table)) };
  } finally {
    database.close();
  }
};

/** The store of a party; without tables while it has none, or while it is being made or put in order. */
export const storeSeen = (folder: string, party: string, kind: PartyKind): Effect.Effect<StoreSeen> =>
  Effect.try({
    try: () => readAt(storeFile(folder, party), party, kind),
    catch: (cause) => (cause instanceof Error ? cause.message : String(cause)),
  }).pipe(
    Effect.tapError((reason) => Effect.logDebug(reason)),
    Effect.orElseSucceed((): StoreSeen => ({ party, kind, tables: [] })),
  );
