/**
 * How many visits each day had, has and lost: counts that stay when the visits are gone, so that recorded = live + erased can be checked.
 * A count says nothing about anyone.
 */
import { Effect } from "effect";
import type { StoreService } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import { visitSqlOf, visitTablesSql } from "./visittable.ts";

export interface VisitCounts {
  readonly recorded: number;
  readonly live: number;
  readonly erased: number;
}

export interface DayCounts extends VisitCounts {
  readonly day: number;
  /** As people write it: 20200701. */
  readonly date: string;
}

export interface CustodianCounts extends VisitCounts {
  readonly days: readonly DayCounts[];
}

export const countVisits = (store: StoreService): Effect.Effect<CustodianCounts, StoreUnavailable> =>
  Effect.gen(function* () {
    const tables = new Set(
      (yield* store.values(visitTablesSql(store.dialect))).map(([name]) => String(name)),
    );
    const days: DayCounts[] = [];
    for (const [day, date, recorded, erased] of yield* store.values(
      "SELECT day, date, recorded, erased FROM day_count ORDER BY day",
    )) {
      const { table, count } = visitSqlOf(Number(day), store.dialect);
      const live = tables.has(table) ? Number((yield* store.values(count))[0]?.[0] ?? 0) : 0;
      days.push({
        day: Number(day),
        date: String(date),
        recorded: Number(recorded),
        live,
        erased: Number(erased),
      });
    }
    const total = (field: keyof VisitCounts): number => days.reduce((sum, day) => sum + day[field], 0);
    return { days, recorded: total("recorded"), live: total("live"), erased: total("erased") };
  });
