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
import type { Days, KeptDay } from "./days.ts";
import { payloadBytes, writePayload } from "./payload.ts";
import { stateWord, visitColumns } from "./visittable.ts";

/** What a visit is called where decisions are watched. */
export const visitName = (day: number, position: number): string => `${String(day)}/${String(position)}`;

export interface VisitsToWrite {
  readonly add: (day: KeptDay, scan: Scan, state: number, eraseAtMs: number, late: number) => void;
  /** Where the next visit of a day will lie, once positions are taken for it. */
  readonly nextPosition: (day: KeptDay) => number;
  readonly flush: Effect.Effect<void, StoreUnavailable>;
}

export interface VisitWriter {
  readonly begin: () => VisitsToWrite;
}

interface OfDay {
  readonly scans: Scan[];
  readonly states: string[];
  readonly eraseAtMs: number[];
  readonly late: number[];
}

export const makeVisitWriter = (store: StoreService, days: Days): VisitWriter => {
  const write = Effect.fnUntraced(function* (kept: KeptDay, ofDay: OfDay) {
    const { day, key, blindIndex, sql } = kept;
    const { scans } = ofDay;
    const first = yield* days.takePositions(kept, scans.length);
    const positions = scans.map((_, place) => first + place);
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
    yield* store.run("UPDATE day_count SET recorded = recorded + ?2 WHERE day = ?1", [day, scans.length]);
  });

  return {
    begin: () => {
      const byDay = new Map<KeptDay, OfDay>();
      return {
        add: (day, scan, state, eraseAtMs, late) => {
          let ofDay = byDay.get(day);
          if (ofDay === undefined) {
            ofDay = { scans: [], states: [], eraseAtMs: [], late: [] };
            byDay.set(day, ofDay);
          }
          ofDay.scans.push(scan);
          ofDay.states.push(stateWord(state));
          ofDay.eraseAtMs.push(eraseAtMs);
          ofDay.late.push(late);
        },
        nextPosition: (day) => (day.next ?? 0) + (byDay.get(day)?.scans.length ?? 0),
        // In one order everywhere, so that two processes never wait for each other.
        flush: Effect.suspend(() =>
          Effect.forEach(
            [...byDay].sort(([one], [other]) => one.day - other.day),
            ([day, ofDay]) => write(day, ofDay),
            { discard: true },
          ),
        ),
      };
    },
  };
};
