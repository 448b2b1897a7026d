// The authority's yearly figures (clause F13: it has to report on such processing every year): how many cases were
// asked for, how each ended or stands, how many records were released and how many led to a person. A case counts once it is signed.
// They are counts and nothing else: no place, no officer, no person.
import { Effect } from "effect";
import { seoulOffset } from "../../models/policy.ts";
import type { YearlyCounts } from "../protocol/publicreport.ts";
import type { StoreService } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";

export type Statistics = typeof YearlyCounts.Type;

const countSql = `SELECT disclosure.state, count(*),
    coalesce(sum(release_note.records), 0), coalesce(sum(release_note.people), 0)
  FROM case_file
  JOIN disclosure ON disclosure.key = case_file.case_id
  LEFT JOIN release_note ON release_note.case_id = case_file.case_id
  WHERE case_file.requested_at >= ? AND case_file.requested_at < ?
    AND EXISTS (SELECT 1 FROM approval WHERE approval.case_id = case_file.case_id)
  GROUP BY disclosure.state ORDER BY disclosure.state`;

const startOfSeoulYearMs = (year: number): number => Date.UTC(year, 0, 1) - seoulOffset;

export const statisticsOf = (
  store: StoreService,
  year: number,
): Effect.Effect<Statistics, StoreUnavailable> =>
  Effect.map(store.values(countSql, [startOfSeoulYearMs(year), startOfSeoulYearMs(year + 1)]), (rows) => {
    const sum = (column: number): number => rows.reduce((total, row) => total + Number(row[column] ?? 0), 0);
    return {
      year,
      cases: sum(1),
      byState: Object.fromEntries(rows.map(([state, count]) => [String(state), Number(count)])),
      recordsReleased: sum(2),
      recordsAnsweredWithAPerson: sum(3),
    };
  });
