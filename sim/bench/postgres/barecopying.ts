// The other side of the check-in row over PostgreSQL: the same verification, and COPY into a plain table of visits with an index of the same kind.
// One transaction a batch, with the bitmaps of passes written beside it, and the server's own durability.
// It asks no law, encrypts nothing, and answers nobody but the row.
import { finished } from "node:stream/promises";
import type { Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { payloadBytes, writePayload } from "../../../impl/custodian/payload.ts";
import { stateWord } from "../../../impl/custodian/visittable.ts";
import { visitTable } from "../../../impl/generated/tables.ts";
import type { DeliveredScan } from "../../../impl/protocol/contracts.ts";
import type { Scan } from "../../../impl/protocol/scan.ts";
import { postgresDialect } from "../../../impl/store/dialect.ts";
import { plainColumns, plainTable, plainTableSql } from "../plainvisits.ts";
import { makeBareVerifying, type BareKeys } from "../checkin/bareverifying.ts";

const recorded = stateWord(visitTable.states.indexOf("recorded"));
const keepBitmap = {
  name: "keep-bitmap",
  text: "INSERT INTO plain_epoch VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET bitmap = excluded.bitmap",
};

/** The table's name, and what stores so many scans; answers how many were stored. */
export const openBareCopying = async (client: Client, day: number, keys: BareKeys, eraseAtMs: number) => {
  const table = plainTable(day);
  // The client's own schema comes first in its path, so that the table is made there.
  await client.query(postgresDialect.tableText(plainTableSql(table)));
  await client.query("CREATE TABLE IF NOT EXISTS plain_epoch (id BYTEA PRIMARY KEY, bitmap BYTEA NOT NULL)");
  const verify = makeBareVerifying(keys);
  const copy = `COPY plain.${table} (${plainColumns.join(", ")}) FROM STDIN`;
  let next = 1;

  const lineOf = (scan: Scan): string => {
    const payload = Buffer.alloc(payloadBytes);
    writePayload(payload, 0, scan);
    next += 1;
    const { venue, scannedAtMs } = scan;
    return `${String(next)}\t${String(venue)}\t${String(scannedAtMs)}\t\\\\x${payload.toString("hex")}\t${recorded}\t${String(eraseAtMs)}\t0\n`;
  };

  const record = async (delivered: readonly DeliveredScan[]): Promise<number> => {
    const { scans, changed } = await verify(delivered);
    await client.query("BEGIN");
    const stream = client.query(copyFrom(copy));
    stream.end(scans.map(({ scan }) => lineOf(scan)).join(""));
    await finished(stream);
    for (const { id, bits } of changed)
      await client.query({ ...keepBitmap, values: [Buffer.from(id), Buffer.from(bits)] });
    await client.query("COMMIT");
    return scans.length;
  };
  return { table: `plain.${table}`, record };
};
