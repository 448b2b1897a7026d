// The row of erasure over PostgreSQL: how long after the custodian's sweep began nothing of a day can be opened any more, for a day of
// few visits and for a day of very many. The day's key goes first and is all that it takes. The whole sweep stands beside it: the table
// is dropped whole, and then the file system frees its blocks, at 0.1 to 0.3 ms a megabyte on ext4, which no store can spare it.
// The visits are made by the server itself from random bytes, because the sweep looks at none of them.
import { existsSync } from "node:fs";
import { Effect, Fiber } from "effect";
import { dateOf, visitSqlOf } from "../../../impl/custodian/visittable.ts";
import { payloadBytes } from "../../../impl/custodian/payload.ts";
import { seoulDay, startOfSeoulDayMs } from "../../../impl/protocol/seoulday.ts";
import { postgresDialect } from "../../../impl/store/dialect.ts";
import { secretSuffix } from "../../../impl/store/securefile.ts";
import { millisecondsADay } from "../../../models/policy.ts";
import { makeRecorder, Stopwatch } from "../../stopwatch.ts";
import type { RatioRow } from "../row.ts";
import { makeScans } from "../scans.ts";
import { median } from "../sides.ts";
import type { PostgresPremises } from "./premises.ts";

const goal = { id: "erase-day", unit: "days a second", goal: 0.8, aim: 0.9 } as const;

export interface EraseDaySize {
  /** Visits of a day, the fewest first. */
  readonly visits: readonly number[];
  /** How often a day of each size is erased. */
  readonly times: number;
}

/** A day that is kept, with so many visits. */
const fillDay = Effect.fnUntraced(function* (premises: PostgresPremises, visits: number, atMs: number) {
  const { plain, house, clock } = premises;
  const scans = yield* makeScans(premises, 1, atMs);
  yield* Effect.provide(house.custodian.record(scans), clock.layer);
  const day = seoulDay(atMs);
  const { table } = visitSqlOf(day, postgresDialect);
  yield* Effect.promise(async () => {
    await plain.query(
      `INSERT INTO custodian.${table} SELECT n % 1000, -n,
        decode(repeat(md5(n::text), $1), 'hex')::bytea, 'recorded', $2, 0 FROM generate_series(1, $3::bigint) AS n`,
      [Math.ceil(payloadBytes / 16), startOfSeoulDayMs(day) + premises.policy.retention, visits],
    );
    await plain.query("UPDATE custodian.day_count SET recorded = recorded + $2 WHERE day = $1", [
      day,
      visits,
    ]);
    // What filling left for later must not be done while erasing is measured.
    await plain.query("CHECKPOINT");
  });
});

/** When the key of a day is gone from the vault's folder, on the stopwatch, while something else is under way. */
const keyGone = (file: string) =>
  Effect.gen(function* () {
    const stopwatch = yield* Stopwatch;
    while (existsSync(file)) yield* Effect.yieldNow;
    return stopwatch.now();
  });

export const measureEraseDay = (premises: PostgresPremises, size: EraseDaySize, startsAtMs: number) =>
  Effect.gen(function* () {
    const { house, clock, folder, policy } = premises;
    const stopwatch = yield* Stopwatch;
    // Sizes in turn, so that a machine that slows down slows all of them; the first day only warms up.
    const days = [size.visits[0] ?? 0, ...Array.from({ length: size.times }, () => size.visits).flat()];
    const untilClosed = new Map<number, number[]>(size.visits.map((visits) => [visits, []]));
    const took = new Map<number, number[]>(size.visits.map((visits) => [visits, []]));
    const recorder = makeRecorder();
    let equal = true;
    // All of them first, one day after another: nobody's verification outlives the end of a day.
    for (const [place, visits] of days.entries())
      yield* fillDay(premises, visits, startsAtMs + place * millisecondsADay);
    // What other rows left behind is not measured with the first day.
    clock.advanceTo(startOfSeoulDayMs(seoulDay(startsAtMs)) + policy.retention - 1);
    yield* Effect.provide(house.custodian.sweep, clock.layer);
    for (const [place, visits] of days.entries()) {
      clock.advanceTo(startOfSeoulDayMs(seoulDay(startsAtMs) + place) + policy.retention);
      const key = `${folder}/custodian/vault/visits-${dateOf(seoulDay(startsAtMs) + place)}${secretSuffix}`;
      equal = equal && existsSync(key);
      const begun = stopwatch.now();
      const closing = yield* Effect.forkChild(keyGone(key));
      const swept = yield* Effect.provide(house.custodian.sweep, clock.layer);
      const elapsedMs = stopwatch.now() - begun;
      const closedMs = (yield* Fiber.join(closing)) - begun;
      equal = equal && swept.visits === visits + 1;
      if (place === 0) continue;
      untilClosed.get(visits)?.push(closedMs);
      took.get(visits)?.push(elapsedMs);
      recorder.add(1, elapsedMs);
    }
    const rate = (visits = 0): number => 1_000 / median(untilClosed.get(visits) ?? []);
    const fewest = size.visits[0];
    const most = size.visits.at(-1);
    return {
      ...goal,
      compared:
        `From the beginning of the custodian's sweep until nothing of a day of ${(most ?? 0).toLocaleString("en")} visits on PostgreSQL can be opened, ` +
        `against a day of ${(fewest ?? 0).toLocaleString("en")}; the whole sweep, with the table dropped and its blocks freed, stands in seconds; with ${premises.durability}.`,
      ours: rate(most),
      theirs: rate(fewest),
      ratio: rate(most) / rate(fewest),
      equal,
      besides: {},
      growth: { "visits of the day": size.visits.map((visits) => ({ size: visits, rate: rate(visits) })) },
      seconds: {
        ...Object.fromEntries(
          size.visits.map((visits) => [
            `the whole sweep of a day of ${visits.toLocaleString("en")}`,
            median(took.get(visits) ?? []) / 1_000,
          ]),
        ),
        "a whole sweep at the 99th percentile": recorder.measured().p99Ms / 1_000,
      },
    } satisfies RatioRow;
  });
