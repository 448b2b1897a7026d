// The check-in row over PostgreSQL: scans verified and stored by the custodian on a server, against the same verification and COPY.
// Both sides get the same scans, among them forged ones and second copies, work on one server with one durability, and are held
// to the same rows: place, instants, state and end of every visit.
import { createHash } from "node:crypto";
import { Effect } from "effect";
import { visitSqlOf } from "../../../impl/custodian/visittable.ts";
import { isRefusal } from "../../../impl/lifecycle/refused.ts";
import type { DeliveredScan } from "../../../impl/protocol/contracts.ts";
import { seoulDay, startOfSeoulDayMs } from "../../../impl/protocol/seoulday.ts";
import { postgresDialect } from "../../../impl/store/dialect.ts";
import type { StoreUnavailable } from "../../../impl/store/unavailable.ts";
import { makeRecorder, Stopwatch } from "../../stopwatch.ts";
import { betweenRoundsMs, withWrongOnes, type CheckInSize } from "../checkin.ts";
import type { RatioRow } from "../row.ts";
import { placesAndInstants, placesKept } from "../plainvisits.ts";
import { inBatches, makeScans } from "../scans.ts";
import { compare, roundsOf, type Side } from "../sides.ts";
import { openBareCopying } from "./barecopying.ts";
import type { PostgresPremises } from "./premises.ts";

const goal = { id: "checkin-pg", unit: "scans a second", goal: 0.7, aim: 0.9 } as const;
const comparedOn = (durability: string): string =>
  "Scans verified and durably stored by the custodian on PostgreSQL in batches of about 500, decided by the law and encrypted under the " +
  `day's key, against the same verification and COPY of the same visits in clear into a day's table with an index of the same kind; both with ${durability}.`;

const rowsIn = async (client: PostgresPremises["plain"], table: string): Promise<string> => {
  const { rows } = await client.query<unknown[]>({
    text: `SELECT state, "eraseAt", "late", length(payload) FROM ${table} ORDER BY position`,
    rowMode: "array",
  });
  return `${String(rows.length)} rows ${createHash("sha256").update(JSON.stringify(rows)).digest("hex")}`;
};

export const measurePostgresCheckIn = (premises: PostgresPremises, size: CheckInSize, startsAtMs: number) =>
  Effect.gen(function* () {
    const { house, clock, plain, devices, policy } = premises;
    const day = seoulDay(startsAtMs);
    const rounds: (readonly (readonly DeliveredScan[])[])[] = [];
    for (let round = 0; round < roundsOf(size.blocks); round += 1) {
      const scans = yield* makeScans(premises, size.scansARound, startsAtMs + round * betweenRoundsMs);
      rounds.push(inBatches(withWrongOnes(scans), size.batch));
    }
    const { passes } = yield* house.issuer.keys.ofDay(day);
    const keys = { passes: passes.verifyingKey, devices: devices.map(({ verifyingKey }) => verifyingKey) };
    const bare = yield* Effect.promise(() =>
      openBareCopying(plain, day, keys, startOfSeoulDayMs(day) + policy.retention),
    );
    const stored = `custodian.${visitSqlOf(day, postgresDialect).table}`;
    const units = (batches: readonly (readonly DeliveredScan[])[]): number => batches.flat().length;
    const stopwatch = yield* Stopwatch;
    const batchesOfOurs = makeRecorder();
    let accepted = 0;
    const ready = () => Effect.sync(() => void (accepted = 0));
    const placesOfTheirs = Effect.promise(async () => {
      const { rows } = await plain.query<unknown[]>({
        text: `SELECT venue, scanned_at FROM ${bare.table}`,
        rowMode: "array",
      });
      return placesAndInstants(rows.map(([venue, scannedAtMs]) => [Number(venue), Number(scannedAtMs)]));
    });
    const outcome = (table: string, places: Effect.Effect<string, StoreUnavailable>) => () =>
      Effect.gen(function* () {
        const rows = yield* Effect.promise(() => rowsIn(plain, table));
        return `${String(accepted)} stored; ${rows}; ${yield* places}`;
      });

    const ours = {
      ready,
      work: (round) =>
        Effect.gen(function* () {
          const batches = rounds[round] ?? [];
          for (const scans of batches) {
            const begun = stopwatch.now();
            const answers = yield* house.custodian.record(scans);
            batchesOfOurs.add(1, stopwatch.now() - begun);
            for (const answer of answers) if (!isRefusal(answer)) accepted += 1;
          }
          return units(batches);
        }).pipe(Effect.provide(clock.layer)),
      outcome: outcome(stored, placesKept(premises, day)),
    } satisfies Side<StoreUnavailable>;
    const theirs = {
      ready,
      work: (round) =>
        Effect.promise(async () => {
          const batches = rounds[round] ?? [];
          for (const scans of batches) accepted += await bare.record(scans);
          return units(batches);
        }),
      outcome: outcome(bare.table, placesOfTheirs),
    } satisfies Side<StoreUnavailable>;
    const compared = yield* compare<StoreUnavailable>(ours, theirs, size.blocks);
    return {
      ...goal,
      compared: comparedOn(premises.durability),
      ...compared,
      ratio: compared.ours / compared.theirs,
      besides: {},
      seconds: { "a batch at the 99th percentile": batchesOfOurs.measured().p99Ms / 1_000 },
    } satisfies RatioRow;
  });
