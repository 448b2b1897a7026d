// What a backup of a party copies, and how it is read again: the store (file and log of SQLite, or what pg_dump writes), an issuer's
// files of aliases, and what the party logged and exported. Vault and root key lie apart and are never copied: that is what a vault is for.
// It opens nothing that is encrypted.
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { postgresPrograms } from "../../sim/postgres/server.ts";
import { present } from "../impl/protocol/hex.ts";
import { partyNames, type Country, type PartyName } from "./country.ts";

export type Value = string | number | Uint8Array | null;
export type Row = Readonly<Record<string, Value>>;

/** Every row of every table that some copy of a party's store has, each once. */
export interface CopiedRows {
  readonly of: (table: string) => readonly Row[];
  readonly tables: readonly string[];
}

/** What pg_dump writes of a schema. */
export const dumpOf = ({ url, schema }: { readonly url: string; readonly schema: string }): Buffer => {
  const { status, stdout, stderr } = spawnSync(
    join(present(postgresPrograms()), "pg_dump"),
    ["-n", schema, "--no-owner", url],
    { maxBuffer: 268_435_456 },
  );
  if (status !== 0) throw new Error(stderr.toString());
  return stdout;
};

/** Copies one party into a folder of its own, as a backup at night would. */
export const copyParty = (country: Country, name: PartyName, into: string): void => {
  const own = join(country.folder, name);
  mkdirSync(into, { recursive: true });
  for (const file of readdirSync(own))
    if (file.startsWith("store.sqlite")) copyFileSync(join(own, file), join(into, file));
  if (existsSync(join(own, "aliases")))
    cpSync(join(own, "aliases"), join(into, "aliases"), { recursive: true });
  writeFileSync(join(into, "stderr.log"), (country.said.get(name) ?? []).join("\n"));
  writeFileSync(join(into, "telemetry.json"), Buffer.concat(country.exported.get(name)?.bodies ?? []));
  const postgres = country.postgresOf(name);
  if (postgres === undefined) return;
  writeFileSync(join(into, "store.dump"), dumpOf(postgres));
};

export const copyAll = (country: Country, into: string): void => {
  for (const name of partyNames) copyParty(country, name, join(into, name));
};

const valueOf = (value: unknown): Value =>
  typeof value === "string" || value instanceof Uint8Array || value === null
    ? value
    : typeof value === "bigint" || typeof value === "number"
      ? Number(value)
      : null;

/** The rows of a copied SQLite file, its log played back as the store itself would. */
const sqliteRows = (file: string): readonly (readonly [string, Row])[] => {
  const database = new DatabaseSync(file);
  try {
    return database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .all()
      .flatMap(({ name }) =>
        database
          .prepare(`SELECT * FROM "${String(name)}"`)
          .all()
          .map((row): readonly [string, Row] => [
            String(name),
            Object.fromEntries(Object.entries(row).map(([column, value]) => [column, valueOf(value)])),
          ]),
      );
  } finally {
    database.close();
  }
};

const unescaped = (text: string): Value => {
  if (text === "\\N") return null;
  if (text.startsWith("\\\\x")) return Uint8Array.from(Buffer.from(text.slice(3), "hex"));
  const plain = text.replaceAll(/\\([\\nrt])/g, (_, letter: string) =>
    letter === "n" ? "\n" : letter === "r" ? "\r" : letter === "t" ? "\t" : "\\",
  );
  return /^-?\d{1,15}$/.test(plain) ? Number(plain) : plain;
};

/** The rows of what pg_dump wrote. */
const dumpedRows = (text: string): readonly (readonly [string, Row])[] => {
  const rows: (readonly [string, Row])[] = [];
  let table: string | undefined;
  let columns: readonly string[] = [];
  for (const line of text.split("\n")) {
    const begins = /^COPY [^.]+\.(\S+) \((.*)\) FROM stdin;$/.exec(line);
    if (begins !== null) {
      table = begins[1];
      columns = (begins[2] ?? "").split(", ").map((column) => column.replaceAll('"', ""));
    } else if (line === "\\.") table = undefined;
    else if (table !== undefined) {
      const values = line.split("\t").map(unescaped);
      rows.push([table, Object.fromEntries(columns.map((column, place) => [column, values[place] ?? null]))]);
    }
  }
  return rows;
};

const keyOf = (row: Row): string =>
  JSON.stringify(row, (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value,
  );

/** All rows of a party in these copies together. */
export const rowsIn = (copies: readonly string[], name: PartyName): CopiedRows => {
  const tables = new Map<string, Map<string, Row>>();
  for (const copy of copies) {
    const file = join(copy, name, "store.sqlite");
    const dump = join(copy, name, "store.dump");
    const rows = [
      ...(existsSync(file) ? sqliteRows(file) : []),
      ...(existsSync(dump) ? dumpedRows(readFileSync(dump, "utf8")) : []),
    ];
    for (const [table, row] of rows) {
      const known = tables.get(table) ?? new Map<string, Row>();
      known.set(keyOf(row), row);
      tables.set(table, known);
    }
  }
  return { of: (table) => [...(tables.get(table)?.values() ?? [])], tables: [...tables.keys()] };
};

/** Every file of aliases of a day that is in these copies. */
export const aliasFilesIn = (copies: readonly string[], name: PartyName) =>
  copies.flatMap((copy) => {
    const folder = join(copy, name, "aliases");
    if (!existsSync(folder)) return [];
    return readdirSync(folder).flatMap((file) => {
      const day = /^day-(\d+)\.aliases$/.exec(file)?.[1];
      return day === undefined ? [] : [{ day: Number(day), bytes: readFileSync(join(folder, file)) }];
    });
  });
