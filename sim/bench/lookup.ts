// The lookup row: windows of a venue asked of the custodian one by one, against prepared SQL on a plain table of the same visits.
// Our side asks through the service, which checks what is over, finds by blind index and opens its own layer of encryption.
// Both sides are held to the same positions in every answer.
import { createHash } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { Effect } from "effect";
import { stateWord } from "../../impl/custodian/visittable.ts";
import { visitTable } from "../../impl/generated/tables.ts";
import { isRefusal } from "../../impl/lifecycle/refused.ts";
import type { DeliveredScan } from "../../impl/protocol/contracts.ts";
import { seoulDay, startOfSeoulDayMs } from "../../impl/protocol/seoulday.ts";
import type { StoreUnavailable } from "../../impl/store/unavailable.ts";
import { millisecondsADay } from "../../models/policy.ts";
import { stream, wholeBelow } from "../world/random.ts";
import { plainColumns, plainTable, plainTableSql, plainWindowSql, visitsOfDay } from "./plainvisits.ts";
import type { Premises } from "./premises.ts";
import type { RatioRow, RowGoal } from "./row.ts";
import { inBatches, makeScans } from "./scans.ts";
import { compare, type Side } from "./sides.ts";

const goal = {
  id: "lookup",
  unit: "lookups a second",
  goal: 0.7,
  aim: 0.9,
} as const satisfies Omit<RowGoal, "compared">;

const comparedOf = (visits: number, visitsAWindow: number): string =>
  `Lookups of one venue and one window with about ${String(Math.round(visitsAWindow))} visits, out of ${visits.toLocaleString("en")}, ` +
  "found by the custodian without a place or time in clear and opened from its own layer of encryption, against prepared SQL on a plain table of the same visits.";

export interface LookupSize {
  readonly days: number;
  /** How often everybody goes out in a day: a visit each. */
  readonly visitsADay: number;
  readonly lookups: number;
  readonly blocks: number;
  readonly seed: number;
}

const recordBatch = 2_000;
const betweenVisitsMs = 1_800_000;
/** Windows begin an hour after midnight and end an hour before it, so that one table of a day holds each. */
const marginMs = 3_600_000;

/** The custodian's own settings, as far as they matter to whoever reads. */
const sameSettings = "PRAGMA journal_mode = WAL; PRAGMA cache_size = -32000;";
const recorded = stateWord(visitTable.states.indexOf("recorded"));

/** The positions of an answer, in the one order that both sides can have. */
export const inOrder = (positions: readonly number[]): readonly number[] =>
  positions.toSorted((one, other) => one - other);

export interface Asked {
  readonly day: number;
  readonly venue: number;
  readonly fromMs: number;
  readonly untilMs: number;
}

/** Real visits, recorded by the custodian itself; answers their scans, everybody's first visit before anybody's second. */
export const fillDays = Effect.fnUntraced(function* (
  premises: Premises,
  size: Pick<LookupSize, "days" | "visitsADay">,
  startsAtMs: number,
) {
  const { house, clock, phones } = premises;
  const all: DeliveredScan[] = [];
  let stored = 0;
  for (let visit = 0; visit < size.days * size.visitsADay; visit += 1) {
    const day = Math.floor(visit / size.visitsADay);
    const atMs = startsAtMs + day * millisecondsADay + (visit % size.visitsADay) * betweenVisitsMs;
    const scans = yield* makeScans(premises, phones.length, atMs);
    all.push(...scans);
    for (const batch of inBatches(scans, recordBatch)) {
      const answers = yield* Effect.provide(house.custodian.record(batch), clock.layer);
      for (const answer of answers) if (!isRefusal(answer)) stored += 1;
    }
  }
  if (stored !== phones.length * size.days * size.visitsADay)
    yield* Effect.die(new Error("the benchmark could not be set up: a visit was refused"));
  return all;
});

/** The windows that are asked for, the same ones whenever. */
export const askedWindows = (
  { devices }: Premises,
  size: LookupSize,
  startsAtMs: number,
): readonly Asked[] => {
  const draws = stream(size.seed, "bench lookup");
  return Array.from({ length: size.lookups }, (_, lookup) => {
    const day = seoulDay(startsAtMs) + wholeBelow(draws, lookup, 0, size.days);
    const opensMs = startOfSeoulDayMs(day);
    return {
      day,
      venue: 1 + wholeBelow(draws, lookup, 1, devices.length),
      fromMs: opensMs + marginMs,
      untilMs: opensMs + millisecondsADay - marginMs,
    };
  });
};

/** The same visits in a file of their own. */
const fillPlain = Effect.fnUntraced(function* (premises: Premises, days: readonly number[]) {
  const file = new DatabaseSync(`${premises.folder}/plain.sqlite`);
  yield* Effect.addFinalizer(() => Effect.sync(() => file.close()));
  file.exec(sameSettings);
  for (const day of days) {
    const table = plainTable(day);
    file.exec(plainTableSql(table));
    const insert = file.prepare(
      `INSERT INTO ${table} (${plainColumns.join(", ")}) VALUES (?, ?, ?, ?, ?, ?, 0)`,
    );
    const eraseAtMs = startOfSeoulDayMs(day) + premises.policy.retention;
    file.exec("BEGIN");
    for (const { position, venue, scannedAtMs, payload } of yield* visitsOfDay(premises, day))
      insert.run(position, venue, scannedAtMs, payload, recorded, eraseAtMs);
    file.exec("COMMIT");
  }
  return file;
});

export const measureLookup = (premises: Premises, size: LookupSize, startsAtMs: number) =>
  Effect.gen(function* () {
    const { house, clock, devices, phones } = premises;
    yield* fillDays(premises, size, startsAtMs);
    const asked = askedWindows(premises, size, startsAtMs);
    const nowMs = clock.now();
    const days = [...new Set(asked.map(({ day }) => day))];
    const file = yield* fillPlain(premises, days);
    const plain = new Map(
      days.map((day) => {
        const statement = file.prepare(plainWindowSql(plainTable(day), (place) => `?${String(place)}`));
        statement.setReturnArrays(true);
        return [day, statement];
      }),
    );
    const all = ({ day, venue, fromMs, untilMs }: Asked): readonly unknown[] =>
      plain.get(day)?.all(venue, fromMs, untilMs, nowMs) ?? [];
    let found: (readonly number[])[] = [];
    const begin = () => Effect.sync(() => void (found = []));
    const outcome = () =>
      Effect.sync(() => {
        const rows = found.reduce((sum, { length }) => sum + length, 0);
        return `${String(rows)} rows ${createHash("sha256")
          .update(JSON.stringify(found.map(inOrder)))
          .digest("hex")}`;
      });

    const ours = {
      ready: begin,
      work: () =>
        Effect.gen(function* () {
          for (const { venue, fromMs, untilMs } of asked) {
            const visits = yield* house.custodian.lookup(venue, fromMs, untilMs);
            found.push(visits.flatMap(({ positions }) => positions));
          }
          return asked.length;
        }).pipe(Effect.provide(clock.layer)),
      outcome,
    } satisfies Side<StoreUnavailable>;
    const theirs = {
      ready: begin,
      work: () =>
        Effect.sync(() => {
          for (const one of asked)
            found.push(all(one).map((row) => (Array.isArray(row) ? Number(row[0]) : 0)));
          return asked.length;
        }),
      outcome,
    } satisfies Side<StoreUnavailable>;
    const compared = yield* compare<StoreUnavailable>(ours, theirs, size.blocks);
    return {
      ...goal,
      compared: comparedOf(
        phones.length * size.days * size.visitsADay,
        (phones.length * size.visitsADay) / devices.length,
      ),
      ...compared,
      ratio: compared.ours / compared.theirs,
      besides: {},
    } satisfies RatioRow;
  });
