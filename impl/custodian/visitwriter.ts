/**
 * Gathers the visits of a batch and writes them at once: positions taken, payloads laid end to end and encrypted together, rows in bulk.
 * Recording alone uses it, inside its transaction. It decides nothing.
 */
import { Effect } from "effect";
import { never } from "../lifecycle/core.ts";
import { blindIndexes, hourOf } from "../protocol/blindindex.ts";
import { cipherRecords } from "../protocol/recordcipher.ts";
import type { Scan } from "../protocol/scan.ts";
import { makeBulkInsert } from "../store/bulkinsert.ts";
import type { StoreService } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { KeptDay } from "./days.ts";
import { payloadBytes, writePayload } from "./payload.ts";
import { stateWord, visitColumns } from "./visittable.ts";

/** What a visit is called where decisions are watched. */
export const visitName = (day: number, position: number): string => `${String(day)}/${String(position)}`;

export interface VisitsToWrite {
  readonly add: (day: KeptDay, scan: Scan, state: number, eraseAtMs: number, late: number) => void;
  readonly flush: Effect.Effect<void, StoreUnavailable>;
}

export interface VisitWriter {
  readonly begin: () => VisitsToWrite;
}

interface OfDay {
  readonly scans: Scan[];
  readonly positions: number[];
  readonly states: string[];
  readonly eraseAtMs: number[];
  readonly late: number[];
}

export const makeVisitWriter = (store: StoreService): VisitWriter => {
  const write = Effect.fnUntraced(function* ({ day, key, blindIndex, sql }: KeptDay, ofDay: OfDay) {
    const { scans, positions } = ofDay;
    const payloads = new Uint8Array(scans.length * payloadBytes);
    for (const [place, scan] of scans.entries()) writePayload(payloads, place, scan);
    cipherRecords(key, payloads, payloadBytes, positions);
    yield* makeBulkInsert(
      store,
      sql.table,
      visitColumns,
    )(scans.length, [
      Float64Array.from(positions),
      blindIndexes(
        blindIndex,
        Float64Array.from(scans, ({ venue }) => venue),
        Float64Array.from(scans, ({ scannedAtMs }) => hourOf(scannedAtMs)),
      ),
      payloads,
      ofDay.states,
      // An instant that never comes is NULL.
      Float64Array.from(ofDay.eraseAtMs, (atMs) => (atMs === never ? NaN : atMs)),
      Float64Array.from(ofDay.late),
    ]);
    yield* store.run("UPDATE day_count SET recorded = recorded + ?2, last_position = ?3 WHERE day = ?1", [
      day,
      scans.length,
      positions.at(-1) ?? 0,
    ]);
  });

  return {
    begin: () => {
      const byDay = new Map<KeptDay, OfDay>();
      return {
        add: (day, scan, state, eraseAtMs, late) => {
          let ofDay = byDay.get(day);
          if (ofDay === undefined) {
            ofDay = { scans: [], positions: [], states: [], eraseAtMs: [], late: [] };
            byDay.set(day, ofDay);
          }
          ofDay.scans.push(scan);
          ofDay.positions.push(day.next);
          day.next += 1;
          ofDay.states.push(stateWord(state));
          ofDay.eraseAtMs.push(eraseAtMs);
          ofDay.late.push(late);
        },
        flush: Effect.forEach(byDay, ([day, ofDay]) => write(day, ofDay), { discard: true }),
      };
    },
  };
};
