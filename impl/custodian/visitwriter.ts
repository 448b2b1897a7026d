/**
 * Gathers the visits of a batch and writes them at once: positions taken, payloads laid end to end and encrypted together, rows in bulk.
 * Recording alone uses it, inside its transaction. It decides nothing.
 */
import { Effect } from "effect";
import { never } from "../lifecycle/core.ts";
import { cipherRecords } from "../protocol/recordcipher.ts";
import type { Scan } from "../protocol/scan.ts";
import type { SqlValue, StoreService } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { KeptDay } from "./days.ts";
import { payloadBytes, writePayload } from "./payload.ts";
import { stateWord } from "./visittable.ts";

/** What a visit is called where decisions are watched. */
export const visitName = (day: number, position: number): string => `${String(day)}/${String(position)}`;

export interface VisitsToWrite {
  readonly add: (
    day: KeptDay,
    scan: Scan,
    recordedAtMs: number,
    state: number,
    eraseAtMs: number,
    late: number,
  ) => void;
  readonly flush: Effect.Effect<void, StoreUnavailable>;
}

export interface VisitWriter {
  readonly begin: () => VisitsToWrite;
}

interface OfDay {
  readonly scans: Scan[];
  readonly positions: number[];
  /** The columns of each, except the payload. */
  readonly columns: (readonly SqlValue[])[];
}

const rowsAtOnce = 16;

export const makeVisitWriter = (store: StoreService): VisitWriter => {
  const write = Effect.fnUntraced(function* (
    { day, key, sql }: KeptDay,
    { scans, positions, columns }: OfDay,
  ) {
    const payloads = new Uint8Array(scans.length * payloadBytes);
    for (const [place, scan] of scans.entries()) writePayload(payloads, place, scan);
    cipherRecords(key, payloads, payloadBytes, positions);
    const whole: SqlValue[][] = [];
    const rest: SqlValue[][] = [];
    const wholeRows = scans.length - (scans.length % rowsAtOnce);
    let row: SqlValue[] = [];
    for (let place = 0; place < scans.length; place += 1) {
      if (place >= wholeRows || place % rowsAtOnce === 0) {
        row = [];
        (place >= wholeRows ? rest : whole).push(row);
      }
      const [venue = 0, scannedAt = 0, recordedAt = 0, issuer = 0, ...law] = columns[place] ?? [];
      const payload = payloads.subarray(place * payloadBytes, (place + 1) * payloadBytes);
      row.push(positions[place] ?? 0, venue, scannedAt, recordedAt, issuer, payload, ...law);
    }
    if (whole.length > 0) yield* store.runEach(sql.insert(rowsAtOnce), whole);
    if (rest.length > 0) yield* store.runEach(sql.insert(1), rest);
    yield* store.run("UPDATE day_count SET recorded = recorded + ?2 WHERE day = ?1", [day, scans.length]);
  });

  return {
    begin: () => {
      const byDay = new Map<KeptDay, OfDay>();
      return {
        add: (day, scan, recordedAtMs, state, eraseAtMs, late) => {
          let ofDay = byDay.get(day);
          if (ofDay === undefined) {
            ofDay = { scans: [], positions: [], columns: [] };
            byDay.set(day, ofDay);
          }
          ofDay.scans.push(scan);
          ofDay.positions.push(day.next);
          day.next += 1;
          const erase = eraseAtMs === never ? null : eraseAtMs;
          ofDay.columns.push([
            scan.venue,
            scan.scannedAtMs,
            recordedAtMs,
            scan.pass.issuer,
            stateWord(state),
            erase,
            late,
          ]);
        },
        flush: Effect.forEach(byDay, ([day, ofDay]) => write(day, ofDay), { discard: true }),
      };
    },
  };
};
