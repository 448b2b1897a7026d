// The lookup row over PostgreSQL: windows of a venue asked of the custodian one by one, against prepared SQL on a plain table.
// Our side asks through the service, which checks what is over, finds by blind index and opens its own layer of encryption.
// Both sides are held to the same positions in every answer.
import { createHash } from "node:crypto";
import { Effect } from "effect";
import { startOfSeoulDayMs } from "../../../impl/protocol/seoulday.ts";
import { postgresDialect } from "../../../impl/store/dialect.ts";
import type { StoreUnavailable } from "../../../impl/store/unavailable.ts";
import { makeRecorder, Stopwatch } from "../../stopwatch.ts";
import { askedWindows, fillDays, inOrder, type LookupSize } from "../lookup.ts";
import { plainColumns, plainTable, plainTableSql, plainWindowSql, visitsOfDay } from "../plainvisits.ts";
import type { RatioRow } from "../row.ts";
import { compare, measureRound, type Side } from "../sides.ts";
import type { PostgresPremises } from "./premises.ts";

const goal = { id: "lookup-pg", unit: "lookups a second", goal: 0.8, aim: 0.9 } as const;

const plainWindow = (day: number): string =>
  plainWindowSql(`plain.${plainTable(day)}`, (place) => `$${String(place)}`);

/** The same visits in tables of the plain client's own. */
const fillPlain = Effect.fnUntraced(function* (premises: PostgresPremises, days: readonly number[]) {
  const { plain, policy } = premises;
  for (const day of days) {
    const table = plainTable(day);
    const visits = yield* visitsOfDay(premises, day);
    yield* Effect.promise(async () => {
      await plain.query(postgresDialect.tableText(plainTableSql(table)));
      await plain.query(
        `INSERT INTO plain.${table} (${plainColumns.join(", ")})
          SELECT position, venue, scanned_at, payload, 'recorded', $5, 0
            FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bytea[]) AS given(position, venue, scanned_at, payload)`,
        [
          visits.map(({ position }) => position),
          visits.map(({ venue }) => venue),
          visits.map(({ scannedAtMs }) => scannedAtMs),
          visits.map(({ payload }) => Buffer.from(payload)),
          startOfSeoulDayMs(day) + policy.retention,
        ],
      );
    });
  }
});

export const measurePostgresLookup = (premises: PostgresPremises, size: LookupSize, startsAtMs: number) =>
  Effect.gen(function* () {
    const { house, clock, plain, bare, devices, phones, durability } = premises;
    yield* fillDays(premises, size, startsAtMs);
    const asked = askedWindows(premises, size, startsAtMs);
    yield* fillPlain(premises, [...new Set(asked.map(({ day }) => day))]);
    yield* Effect.promise(() => plain.query("VACUUM ANALYZE"));
    const nowMs = clock.now();
    const stopwatch = yield* Stopwatch;
    const each = makeRecorder();
    let found: (readonly number[])[] = [];
    const ready = () => Effect.sync(() => void (found = []));
    const outcome = () =>
      Effect.sync(() => {
        // No order is asked for: the service's answer has none that means anything.
        const sorted = found.map(inOrder);
        const rows = found.reduce((sum, { length }) => sum + length, 0);
        return `${String(rows)} rows ${createHash("sha256").update(JSON.stringify(sorted)).digest("hex")}`;
      });
    const ours = {
      ready,
      work: () =>
        Effect.gen(function* () {
          for (const { venue, fromMs, untilMs } of asked) {
            const begun = stopwatch.now();
            const visits = yield* house.custodian.lookup(venue, fromMs, untilMs);
            each.add(1, stopwatch.now() - begun);
            found.push(visits.flatMap(({ positions }) => positions));
          }
          return asked.length;
        }).pipe(Effect.provide(clock.layer)),
      outcome,
    } satisfies Side<StoreUnavailable>;
    const theirs = {
      ready,
      work: () =>
        Effect.gen(function* () {
          for (const { day, venue, fromMs, untilMs } of asked) {
            const rows = yield* bare.values(plainWindow(day), [venue, fromMs, untilMs, nowMs]);
            found.push(rows.map(([position]) => Number(position)));
          }
          return asked.length;
        }),
      outcome,
    } satisfies Side<StoreUnavailable>;
    const otherDriver = {
      ready,
      work: () =>
        Effect.promise(async () => {
          for (const { day, venue, fromMs, untilMs } of asked) {
            const { rows } = await plain.query<unknown[]>({
              name: plainTable(day),
              text: plainWindow(day),
              values: [venue, fromMs, untilMs, nowMs],
              rowMode: "array",
            });
            found.push(rows.map(([position]) => Number(position)));
          }
          return asked.length;
        }),
      outcome,
    } satisfies Side<StoreUnavailable>;
    const compared = yield* compare<StoreUnavailable>(ours, theirs, size.blocks);
    const other = yield* measureRound(otherDriver, 0);
    const visits = phones.length * size.days * size.visitsADay;
    const aWindow = (phones.length * size.visitsADay) / devices.length;
    return {
      ...goal,
      compared:
        `Lookups of one venue and one window with about ${String(Math.round(aWindow))} visits, out of ${visits.toLocaleString("en")} on PostgreSQL, ` +
        `found by the custodian without a place or time in clear and opened from its own layer of encryption, against prepared SQL on plain tables of the same visits; with ${durability}.`,
      ...compared,
      ratio: compared.ours / compared.theirs,
      besides: { "the same prepared SQL through the package pg": other.rate },
      seconds: { "a lookup at the 99th percentile": each.measured().p99Ms / 1_000 },
    } satisfies RatioRow;
  });
