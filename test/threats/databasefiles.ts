// The files of a PostgreSQL server as whoever has its disk finds them: tables, indexes and what is stored beside them, each by the name of
// its relation, and the write-ahead log. The server has written everything out before they are read; what was deleted still lies in them.
// It asks the server for names only, never for rows.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import type { PostgresServer } from "../../sim/postgres/server.ts";
import type { Held } from "./searching.ts";

/** Runs statements on the server as its owner. */
export const asOwner = async <Row extends Readonly<Record<string, unknown>>>(
  server: PostgresServer,
  sql: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> => {
  const client = new Client({ connectionString: server.url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
};

const relations = `
  SELECT coalesce(owner.relname || ' (beside)', relation.relname) AS name, schema.nspname AS schema,
         pg_relation_filepath(relation.oid) AS path
    FROM pg_class relation
    LEFT JOIN pg_index entry ON entry.indexrelid = relation.oid
    LEFT JOIN pg_class owner ON owner.reltoastrelid IN (relation.oid, entry.indrelid)
    JOIN pg_namespace schema ON schema.oid = coalesce(owner.relnamespace, relation.relnamespace)
   WHERE pg_relation_filepath(relation.oid) IS NOT NULL`;

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  );

/** The templates of databases, which nobody writes to, and the server's own notes of its catalogue, which come and go. */
const isOfNobody = (path: string): boolean => /^base\/[14]\/|pg_internal\.init/.test(path);

/** Every file of the server, one after the other because they are large; its name tells schema and relation where it has one. */
export const filesOf = async (server: PostgresServer): Promise<readonly (() => Held)[]> => {
  await asOwner(server, "CHECKPOINT");
  const known = await asOwner<{ readonly name: string; readonly schema: string; readonly path: string }>(
    server,
    relations,
  );
  const named = new Map(known.map(({ name, schema, path }) => [path, `${schema}.${name}`]));
  return filesBelow(server.dataFolder).flatMap((file) => {
    const path = file.slice(server.dataFolder.length + 1);
    const relation = named.get(path.replace(/(?:\.\d+|_fsm|_vm|_init)$/, ""));
    const name = relation ?? path;
    return isOfNobody(path) ? [] : [() => ({ name, bytes: readFileSync(file) })];
  });
};
