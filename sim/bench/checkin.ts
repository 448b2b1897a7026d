// The check-in row: scans verified and stored by the custodian, against the same verification and bare batched inserts.
// Both sides get the same scans, among them forged ones and second copies, and are held to the same rows in their tables:
// place, instants, state and end of every visit, in their order.
import { createHash } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { Effect } from "effect";
import { visitSqlOf } from "../../impl/custodian/visittable.ts";
import { sqliteDialect } from "../../impl/store/dialect.ts";
import { isRefusal } from "../../impl/lifecycle/refused.ts";
import type { DeliveredScan } from "../../impl/protocol/contracts.ts";
import { seoulDay, startOfSeoulDayMs } from "../../impl/protocol/seoulday.ts";
import type { StoreUnavailable } from "../../impl/store/unavailable.ts";
import { openBareRecording } from "./checkin/barerecording.ts";
import { placesAndInstants, placesKept, plainTable } from "./plainvisits.ts";
import type { Premises } from "./premises.ts";
import type { RatioRow, RowGoal } from "./row.ts";
import { inBatches, makeScans } from "./scans.ts";
import { compare, roundsOf, type Side } from "./sides.ts";

const goal = {
  id: "checkin",
  compared:
    "Scans verified and durably stored by the custodian in batches of about 500, decided by the law and encrypted under the " +
    "day's key, against the same verification and batched inserts of the same visits in clear into a plain table.",
  unit: "scans a second",
  goal: 0.5,
  aim: 0.8,
} as const satisfies RowGoal;

export interface CheckInSize {
  readonly batch: number;
  readonly scansARound: number;
  readonly blocks: number;
}

export const betweenRoundsMs = 600_000;
/** One scan in so many is forged, and as many are shown twice. */
const wrongEvery = 50;

/** Some scans forged by one bit of their signature, some twice. */
export const withWrongOnes = (scans: readonly DeliveredScan[]): readonly DeliveredScan[] =>
  scans.flatMap((scan, place) => {
    if (place % wrongEvery === 0) return [scan, scan];
    if (place % wrongEvery !== 1) return [scan];
    const bytes = scan.bytes.slice();
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    return [{ ...scan, bytes }];
  });

/** How many rows a table of visits has, and a hash of what neither side encrypts, without positions. */
const rowsIn = (database: DatabaseSync, table: string): string => {
  const hash = createHash("sha256");
  const rows = database
    .prepare(`SELECT state, "eraseAt", "late", length(payload) AS bytes FROM ${table} ORDER BY position`)
    .all();
  for (const row of rows) hash.update(`${JSON.stringify(row)}\n`);
  return `${String(rows.length)} rows ${hash.digest("hex")}`;
};

export const measureCheckIn = (premises: Premises, size: CheckInSize, startsAtMs: number) =>
  Effect.gen(function* () {
    const { house, clock, folder, devices, policy } = premises;
    const day = seoulDay(startsAtMs);
    const rounds: (readonly (readonly DeliveredScan[])[])[] = [];
    for (let round = 0; round < roundsOf(size.blocks); round += 1) {
      const scans = yield* makeScans(premises, size.scansARound, startsAtMs + round * betweenRoundsMs);
      rounds.push(inBatches(withWrongOnes(scans), size.batch));
    }
    const { passes } = yield* house.issuer.keys.ofDay(day);
    const keys = { passes: passes.verifyingKey, devices: devices.map(({ verifyingKey }) => verifyingKey) };
    const bare = openBareRecording(
      `${folder}/bare.sqlite`,
      day,
      keys,
      startOfSeoulDayMs(day) + policy.retention,
    );
    const stored = new DatabaseSync(`${folder}/custodian/store.sqlite`, { readOnly: true });
    yield* Effect.addFinalizer(() =>
      Effect.sync(() => {
        bare.database.close();
        stored.close();
      }),
    );
    const units = (batches: readonly (readonly DeliveredScan[])[]): number => batches.flat().length;
    let accepted = 0;

    const ours = {
      ready: () => Effect.sync(() => void (accepted = 0)),
      work: (round) =>
        Effect.gen(function* () {
          const batches = rounds[round] ?? [];
          for (const scans of batches) {
            const answers = yield* house.custodian.record(scans);
            for (const answer of answers) if (!isRefusal(answer)) accepted += 1;
          }
          return units(batches);
        }).pipe(Effect.provide(clock.layer)),
      outcome: () =>
        Effect.map(placesKept(premises, day), (places) => {
          const { table } = visitSqlOf(day, sqliteDialect);
          return `${String(accepted)} stored; ${rowsIn(stored, table)}; ${places}`;
        }),
    } satisfies Side<StoreUnavailable>;
    const theirs = {
      ready: () => Effect.sync(() => void (accepted = 0)),
      work: (round) =>
        Effect.promise(async () => {
          const batches = rounds[round] ?? [];
          for (const scans of batches) accepted += await bare.record(scans);
          return units(batches);
        }),
      outcome: () =>
        Effect.sync(() => {
          const table = plainTable(day);
          const rows = bare.database.prepare(`SELECT venue, scanned_at FROM ${table}`).all();
          const places = placesAndInstants(
            rows.map((row) => [Number(row["venue"]), Number(row["scanned_at"])]),
          );
          return `${String(accepted)} stored; ${rowsIn(bare.database, table)}; ${places}`;
        }),
    } satisfies Side<StoreUnavailable>;
    const compared = yield* compare<StoreUnavailable>(ours, theirs, size.blocks);
    return { ...goal, ...compared, ratio: compared.ours / compared.theirs, besides: {} } satisfies RatioRow;
  });
