// A day's table of visits as anybody would make it who promised nothing: venue and instant in columns, found by an index over both.
// The other side of the rows of check-in and lookup writes and reads it, on either store. A visit holds as many bytes as the
// custodian's, in clear.
import { Effect } from "effect";
import { payloadBytes } from "../../impl/custodian/payload.ts";
import { dateOf } from "../../impl/custodian/visittable.ts";
import { startOfSeoulDayMs } from "../../impl/protocol/seoulday.ts";
import { millisecondsADay } from "../../models/policy.ts";
import type { Premises } from "./premises.ts";

export const plainTable = (day: number): string => `plain_visit_${dateOf(day)}`;

/** In SQLite's words. */
export const plainTableSql = (table: string): string => `CREATE TABLE ${table} (
  position INTEGER PRIMARY KEY,
  venue INTEGER NOT NULL,
  scanned_at INTEGER NOT NULL,
  payload BLOB NOT NULL,
  state TEXT NOT NULL,
  "eraseAt" INTEGER,
  "late" INTEGER NOT NULL
) STRICT;
CREATE INDEX ${table}_place ON ${table} (venue, scanned_at);`;

export const plainColumns = [
  "position",
  "venue",
  "scanned_at",
  "payload",
  "state",
  '"eraseAt"',
  '"late"',
] as const;

/** The question that anybody would prepare for a window of a venue, with this store's way to name a parameter. */
export const plainWindowSql = (table: string, parameter: (place: number) => string): string =>
  `SELECT position, scanned_at, payload FROM ${table}
    WHERE venue = ${parameter(1)} AND scanned_at >= ${parameter(2)} AND scanned_at < ${parameter(3)} AND "eraseAt" > ${parameter(4)}`;

/** Every place and instant of a list of visits, in order: what both sides must agree on. */
export const placesAndInstants = (visits: Iterable<readonly [venue: number, scannedAtMs: number]>): string =>
  JSON.stringify([...visits].sort((one, other) => one[0] - other[0] || one[1] - other[1]));

/** The visits of a day in clear, read from the custodian itself, in the order in which they were stored. */
export const visitsOfDay = Effect.fnUntraced(function* ({ house, clock, devices }: Premises, day: number) {
  const fromMs = startOfSeoulDayMs(day);
  const found = yield* Effect.forEach(devices, (_, place) =>
    Effect.provide(house.custodian.lookup(place + 1, fromMs, fromMs + millisecondsADay), clock.layer),
  );
  return found
    .flat()
    .flatMap(({ venue, positions, scannedAtMs, payloads }) =>
      positions.map((position, place) => ({
        position,
        venue,
        scannedAtMs: scannedAtMs[place] ?? 0,
        payload: payloads.slice(place * payloadBytes, (place + 1) * payloadBytes),
      })),
    )
    .sort((one, other) => one.position - other.position);
});

/** Every place and instant of the visits that the custodian keeps of a day. */
export const placesKept = (premises: Premises, day: number) =>
  Effect.map(visitsOfDay(premises, day), (visits) =>
    placesAndInstants(visits.map(({ venue, scannedAtMs }) => [venue, scannedAtMs])),
  );
