// The other side of the check-in row: the same verification, and batched inserts into a plain table of visits in a file of its own.
// The file has the settings of the custodian's own: full durability, a write-ahead log, one transaction a batch.
// Beside signatures it knows only that a pass is stored once. It asks no law, encrypts nothing, and answers nobody but the row.
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { payloadBytes, writePayload } from "../../../impl/custodian/payload.ts";
import { stateWord } from "../../../impl/custodian/visittable.ts";
import { visitTable } from "../../../impl/generated/tables.ts";
import type { DeliveredScan } from "../../../impl/protocol/contracts.ts";
import type { Scan } from "../../../impl/protocol/scan.ts";
import { plainColumns, plainTable, plainTableSql } from "../plainvisits.ts";
import { makeBareVerifying, type BareKeys } from "./bareverifying.ts";

export interface BareRecording {
  /** How many of these scans were stored. */
  readonly record: (scans: readonly DeliveredScan[]) => Promise<number>;
  readonly database: DatabaseSync;
}

const rowsAtOnce = 16;
const recorded = stateWord(visitTable.states.indexOf("recorded"));
const settings =
  "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32000;";
const epochSql = "CREATE TABLE epoch (id BLOB PRIMARY KEY, bitmap BLOB NOT NULL) STRICT;";

const insertOf = (table: string, rows: number): string => {
  const row = `(${plainColumns.map(() => "?").join(", ")})`;
  return `INSERT INTO ${table} (${plainColumns.join(", ")}) VALUES ${Array.from({ length: rows }, () => row).join(", ")}`;
};

export const openBareRecording = (
  file: string,
  day: number,
  keys: BareKeys,
  eraseAtMs: number,
): BareRecording => {
  const table = plainTable(day);
  const database = new DatabaseSync(file);
  database.exec(`${settings} ${plainTableSql(table)} ${epochSql}`);
  const begin = database.prepare("BEGIN IMMEDIATE");
  const commit = database.prepare("COMMIT");
  const insertMany = database.prepare(insertOf(table, rowsAtOnce));
  const insertOne = database.prepare(insertOf(table, 1));
  const keepBitmap = database.prepare(
    "INSERT INTO epoch VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET bitmap = excluded.bitmap",
  );
  let next = 1;

  const rowOf = (scan: Scan): readonly SQLInputValue[] => {
    const payload = new Uint8Array(payloadBytes);
    writePayload(payload, 0, scan);
    next += 1;
    return [next, scan.venue, scan.scannedAtMs, payload, recorded, eraseAtMs, 0];
  };

  const verify = makeBareVerifying(keys);

  const record = async (delivered: readonly DeliveredScan[]): Promise<number> => {
    const { scans, changed } = await verify(delivered);
    const rows = scans.map(({ scan }) => rowOf(scan));
    begin.run();
    const wholeRows = rows.length - (rows.length % rowsAtOnce);
    for (let first = 0; first < wholeRows; first += rowsAtOnce)
      insertMany.run(...rows.slice(first, first + rowsAtOnce).flat());
    for (const row of rows.slice(wholeRows)) insertOne.run(...row);
    for (const { id, bits } of changed) keepBitmap.run(id, bits);
    commit.run();
    return rows.length;
  };

  return { record, database };
};
