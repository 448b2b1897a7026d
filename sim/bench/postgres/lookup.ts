// The lookup row over PostgreSQL: windows of a venue asked of the custodian one by one, against the bare prepared SQL on the same table.
// Our side asks through the service, which checks what is over and opens the custodian's own layer of encryption.
// Both sides are held to the same positions in every answer.
import { createHash } from "node:crypto";
import { Effect } from "effect";
import { visitSqlOf } from "../../../impl/custodian/visittable.ts";
import { postgresDialect } from "../../../impl/store/dialect.ts";
import type { StoreUnavailable } from "../../../impl/store/unavailable.ts";
import { makeRecorder, Stopwatch } from "../../stopwatch.ts";
import { askedWindows, fillDays, type LookupSize } from "../lookup.ts";
import type { BenchRow } from "../row.ts";
import { compare, measureRound, type Side } from "../sides.ts";
import type { PostgresPremises } from "./premises.ts";

const goal = { id: "lookup-pg", unit: "lookups a second", goal: 0.8, aim: 0.9 } as const;

/** The plain question that anybody would prepare. */
const bareSql = (table: string): string =>
  `SELECT position, scanned_at, payload FROM custodian.${table}
    WHERE venue = $1 AND scanned_at >= $2 AND scanned_at < $3 AND "eraseAt" > $4`;

export const measurePostgresLookup = (premises: PostgresPremises, size: LookupSize, startsAtMs: number) =>
  Effect.gen(function* () {
    const { house, clock, plain, bare, devices, phones, durability } = premises;
    yield* fillDays(premises, size, startsAtMs);
    yield* Effect.promise(() => plain.query("VACUUM ANALYZE"));
    const asked = askedWindows(premises, size, startsAtMs);
    const nowMs = clock.now();
    const stopwatch = yield* Stopwatch;
    const each = makeRecorder();
    let found: (readonly number[])[] = [];
    const ready = () => Effect.sync(() => void (found = []));
    const outcome = () =>
      Effect.sync(() => {
        // No order is asked for: the service's answer has none that means anything.
        const sorted = found.map((positions) => positions.toSorted((one, other) => one - other));
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
            const text = bareSql(visitSqlOf(day, postgresDialect).table);
            const rows = yield* bare.values(text, [venue, fromMs, untilMs, nowMs]);
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
            const { table } = visitSqlOf(day, postgresDialect);
            const { rows } = await plain.query<unknown[]>({
              name: `window of ${table}`,
              text: bareSql(table),
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
        `answered by the custodian with its own layer of encryption opened, against the bare prepared SQL on the same tables; with ${durability}.`,
      ...compared,
      ratio: compared.ours / compared.theirs,
      besides: { "the bare prepared SQL through the package pg": other.rate },
      seconds: { "a lookup at the 99th percentile": each.measured().p99Ms / 1_000 },
    } satisfies BenchRow;
  });
