// The store that a party has in a test: SQLite in the project of all tests, PostgreSQL in the project of the suites that run on both.
// A party names its file in either: for PostgreSQL the file's name becomes a schema, the same one whenever it is opened again.
// It also asks a store from outside, with its own tools, as an administrator would. It knows no test runner.
import { createHash } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { type Layer, Redacted } from "effect";
import { postgresLayer } from "../../../impl/store/postgres.ts";
import type { SqlClient } from "../../../impl/store/sql.ts";
import { storeLayer, type StoreOptions } from "../../../impl/store/sqlite.ts";
import type { Store } from "../../../impl/store/store.ts";
import type { StoreUnavailable } from "../../../impl/store/unavailable.ts";
import { postgresPrograms } from "../../../sim/postgres/server.ts";

/** Set by the project of the suites that run on both stores. */
export const onPostgres = process.env["ENTRYLOG_TEST_STORE"] === "postgres";

/** The server of this run, started before the first suite, or one that was given. */
export const postgresUrl = (): string => {
  const url = process.env["ENTRYLOG_TEST_POSTGRES_URL"];
  if (url === undefined) throw new Error("the PostgreSQL server of this run was not started");
  return url;
};

export const schemaOf = (file: string): string =>
  `entrylog_${createHash("sha256").update(file).digest("hex").slice(0, 16)}`;

export const partyStore = (
  options: StoreOptions,
): Layer.Layer<SqlClient.SqlClient | Store, StoreUnavailable> =>
  onPostgres
    ? postgresLayer({
        url: Redacted.make(postgresUrl()),
        schema: schemaOf(options.file),
        ...(options.durability === undefined ? {} : { durability: options.durability }),
      })
    : storeLayer(options);

const bySqlite = (file: string, text: string): readonly (readonly unknown[])[] => {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare(text).all();
  database.close();
  return rows.map((row) => Object.values(row));
};

/** Runs psql on the schema of this file, as an administrator would. */
const psql = (file: string, text: string): string => {
  const { status, stdout, stderr } = spawnSync(
    join(postgresPrograms() ?? "", "psql"),
    [postgresUrl(), "-qAtX", "-v", "ON_ERROR_STOP=1", "-c", text],
    { encoding: "utf8", env: { ...process.env, PGOPTIONS: `-c search_path=${schemaOf(file)}` } },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
};

const isRows = (value: unknown): value is readonly (readonly unknown[])[] =>
  Array.isArray(value) && value.every(Array.isArray);

/** Bytes as psql writes them in JSON. */
const revived = (value: unknown): unknown =>
  typeof value === "string" && /^\\x[0-9a-f]*$/.test(value)
    ? Uint8Array.from(Buffer.from(value.slice(2), "hex"))
    : value;

const byPsql = (file: string, text: string): readonly (readonly unknown[])[] => {
  const found = psql(
    file,
    `SELECT coalesce(json_agg(line), '[]') FROM (
      SELECT array_to_json(ARRAY(SELECT value FROM json_each(row_to_json(line_of_answer)))) AS line FROM (${text}) AS line_of_answer
    ) AS lines`,
  );
  const rows: unknown = JSON.parse(found);
  return isRows(rows) ? rows.map((row) => row.map(revived)) : [];
};

/** Asks a party's store from outside, by the tools of its server. */
export const askFromOutside = (file: string, text: string): readonly (readonly unknown[])[] =>
  onPostgres ? byPsql(file, text) : bySqlite(file, text);

/** Writes in a party's store from outside, as nobody may. */
export const alterFromOutside = (file: string, text: string): void => {
  if (onPostgres) {
    psql(file, text);
    return;
  }
  const database = new DatabaseSync(file);
  database.exec(text);
  database.close();
};

/** Every table of a party's store with all its rows; what a store keeps about itself is left out. */
export const everyRowFromOutside = (file: string): readonly (readonly [string, readonly unknown[]])[] =>
  askFromOutside(
    file,
    onPostgres
      ? "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename <> 'store_holder' ORDER BY 1"
      : "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
  ).map(([table]) => [String(table), askFromOutside(file, `SELECT * FROM "${String(table)}" ORDER BY 1`)]);

/** Every column of every table and view of a party's store, as table.column. */
export const columnsFromOutside = (file: string): readonly string[] =>
  askFromOutside(
    file,
    onPostgres
      ? "SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = current_schema()"
      : "SELECT t.name || '.' || c.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type IN ('table', 'view')",
  ).map(([name]) => String(name));

type Change = "INSERT" | "UPDATE" | "DELETE";

/** From here on this change of a table fails, until it is let go again. */
export const stuckFromOutside = (file: string, table: string, change: Change): void =>
  alterFromOutside(
    file,
    onPostgres
      ? `CREATE OR REPLACE FUNCTION stuck() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'stuck'; END $$;
         CREATE TRIGGER stuck_${table}_${change} BEFORE ${change} ON ${table} EXECUTE FUNCTION stuck()`
      : `CREATE TRIGGER stuck_${table}_${change} BEFORE ${change} ON ${table} BEGIN SELECT raise(ABORT, 'stuck'); END`,
  );

export const letGoFromOutside = (file: string, table: string, change: Change): void =>
  alterFromOutside(file, `DROP TRIGGER stuck_${table}_${change}${onPostgres ? ` ON ${table}` : ""}`);
