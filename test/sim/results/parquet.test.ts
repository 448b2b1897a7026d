// The Parquet files of a run, read back by a reader: the same columns and the same figures, and nothing where nothing is known.
// A count beyond 32 bits and a table without rows are read too, and another figure is seen to be another.
import { parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import { columnsOf } from "../../../sim/results/columns.ts";
import { Day, ProfileRow } from "../../../sim/results/days.ts";
import { encodeParquet } from "../../../sim/results/parquet.ts";
import { encodeSeries } from "../../../sim/results/series.ts";

const day: Day = {
  day: "2020-07-01",
  passesIssued: 5_000_000_000,
  checkIns: 12,
  refusals: 1,
  verifications: 2,
  withdrawals: 0,
  lookups: 3,
  reidentified: 4,
  recordsErased: 0,
  recordsLive: 12,
};
const days: readonly Day[] = [day, { ...day, day: "2020-07-02", checkIns: 7, shed: 9 }];

const exact = (bytes: Uint8Array): ArrayBuffer => {
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  return copy;
};
const read = async (bytes: Uint8Array) =>
  (await parquetReadObjects({ file: exact(bytes) })).map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, typeof value === "bigint" ? Number(value) : value]),
    ),
  );

describe("a table as Parquet", () => {
  it("has the columns and figures of the days, in their order, and null where a day knows nothing", async () => {
    const rows = await read(encodeParquet(columnsOf(Day, days)));
    expect(rows).toEqual([{ ...days[0], shed: null }, days[1]]);
    expect(Object.keys(rows[0] ?? {}).join(",")).toBe(encodeSeries(days).split("\n")[0]);
  });

  it("has the columns and figures of the ten minutes, broken milliseconds too", async () => {
    const profile = [
      { at: "12:00", issued: 3, checkIns: 2, refused: 1, waitP50Ms: 0.25, waitP99Ms: 12 },
      { at: "12:10", issued: 0, checkIns: 0, refused: 0 },
    ];
    const rows = await read(encodeParquet(columnsOf(ProfileRow, profile)));
    expect(rows).toEqual([profile[0], { ...profile[1], waitP50Ms: null, waitP99Ms: null }]);
  });

  it("is read where there are no days at all", async () => {
    expect(await read(encodeParquet(columnsOf(Day, [])))).toEqual([]);
  });

  it("is the same file for the same figures, and another for others", () => {
    const bytes = encodeParquet(columnsOf(Day, days));
    expect(encodeParquet(columnsOf(Day, days))).toEqual(bytes);
    expect(encodeParquet(columnsOf(Day, [day]))).not.toEqual(bytes);
  });
});
