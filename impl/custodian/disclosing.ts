/**
 * Marks the records of a release as disclosed, one decision each, inside the release's transaction.
 * A record that ended while it was verified is not released; a mark changes nothing about when it is erased.
 */
import { Effect } from "effect";
import { restVisit } from "../generated/core/visit.ts";
import type { CustodianDecider } from "../generated/services/custodian.ts";
import { visitTable } from "../generated/tables.ts";
import { never } from "../lifecycle/core.ts";
import { isRefusal } from "../lifecycle/refused.ts";
import { blindIndexes, hourOf } from "../protocol/blindindex.ts";
import type { SqlValue, StoreService } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { CaseRecord } from "./caserecords.ts";
import type { Days } from "./days.ts";
import { visitName } from "./visitwriter.ts";
import { stateWord } from "./visittable.ts";

/** A record that is released, and when it ends. */
export interface DisclosedRecord extends CaseRecord {
  readonly eraseAtMs: number;
  /** Its venue had no network and delivered it later. */
  readonly late: boolean;
}

const recordsAtOnce = 1_000;

export const disclose = Effect.fnUntraced(function* (
  store: StoreService,
  days: Days,
  decide: CustodianDecider,
  records: readonly CaseRecord[],
  atMs: number,
): Effect.fn.Return<readonly DisclosedRecord[], StoreUnavailable> {
  const { visit } = decide.scratch;
  const disclosed: DisclosedRecord[] = [];
  for (const [day, ofDay] of Map.groupBy(records, (record) => record.day)) {
    const kept = yield* days.find(day);
    if (kept === undefined) continue;
    const { rowsUnder, mark } = kept.sql;
    // In the order in which they came, and not in that of their blind indexes, which is another under every key.
    const inOrder = ofDay.toSorted((one, other) => one.position - other.position);
    for (let start = 0; start < inOrder.length; start += recordsAtOnce) {
      const some = inOrder.slice(start, start + recordsAtOnce);
      const chunk = new Map(some.map((record) => [record.position, record]));
      const indexes = blindIndexes(
        kept.blindIndex,
        some.map(({ venue }) => venue),
        some.map(({ scannedAtMs }) => hourOf(scannedAtMs)),
      );
      const marks: (readonly SqlValue[])[] = [];
      for (const [index, position, state, eraseAt, late] of yield* store.values(rowsUnder, [
        JSON.stringify([...new Set(indexes)]),
      ])) {
        const record = chunk.get(Number(position));
        if (record === undefined) continue;
        restVisit(visit, 0);
        visit.state[0] = visitTable.states.indexOf(String(state));
        visit.eraseAt[0] = eraseAt === null ? never : Number(eraseAt);
        visit.late[0] = Number(late);
        if (isRefusal(decide.releaseVisit(visitName(day, Number(position)), atMs))) continue;
        marks.push([Number(index), Number(position), stateWord(visit.state[0])]);
        disclosed.push({ ...record, eraseAtMs: visit.eraseAt[0], late: Number(late) === 1 });
      }
      yield* store.runEach(mark, marks);
    }
  }
  return disclosed;
});
