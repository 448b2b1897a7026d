// A table of results as a Parquet file, for notebooks and databases: the same columns and figures as in run.json.
// Days and times of day are texts, counts are 64-bit integers, milliseconds are doubles; where a row knows nothing it is null.
// It writes a file's bytes and nothing else, and the same table gives the same bytes.
import { parquetWriteBuffer, type ColumnSource } from "hyparquet-writer";
import type { Cell, Column } from "./columns.ts";

const isText = (cell: Cell | undefined): boolean => typeof cell === "string";

const sourceOf = ({ name, values }: Column): ColumnSource => {
  if (values.some(isText)) return { name, data: values.map((value) => value ?? null), type: "STRING" };
  if (name.endsWith("Ms")) return { name, data: values.map((value) => value ?? null), type: "DOUBLE" };
  return { name, data: values.map((value) => (value === undefined ? null : BigInt(value))), type: "INT64" };
};

export const encodeParquet = (columns: readonly Column[]): Uint8Array =>
  new Uint8Array(parquetWriteBuffer({ columnData: columns.map(sourceOf) }));
