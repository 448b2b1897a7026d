/**
 * Erases every Seoul day whose end has come: its key first, then its visits, its epochs and its row in one transaction, which
 * says so in the public log.
 * After a crash in between nobody can read the day, and the next sweep finishes. It needs nobody to press a button (clause S9).
 */
import { Effect } from "effect";
import { asDayColumns, settleDay } from "../generated/core/day.ts";
import { dayTable } from "../generated/tables.ts";
import { publishAppended } from "../log/publishing.ts";
import type { TransparencyLog } from "../log/transparencylog.ts";
import type { Book } from "../store/book.ts";
import type { StoreService } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { VaultService } from "../store/vault.ts";
import type { Changing } from "./changing.ts";
import type { Days } from "./days.ts";
import { depositedFor, stateDayErased } from "./daystatement.ts";
import type { Epochs } from "./epochs.ts";
import type { ReleasedCopies } from "./releasedcopies.ts";

export interface SweptCustodian {
  /** Seoul days of which everything was erased now. */
  readonly days: readonly number[];
  readonly visits: number;
}

export interface SweepingParts {
  readonly store: StoreService;
  readonly vault: VaultService;
  readonly changing: Changing;
  readonly days: Days;
  readonly epochs: Epochs;
  readonly copies: ReleasedCopies;
  readonly dayBook: Book;
  readonly log: TransparencyLog["Service"];
}

const daysAtOnce = 64;

export const makeSweeping = (parts: SweepingParts) => {
  const { store, vault, changing, days, epochs, copies, dayBook, log } = parts;
  // Until it has succeeded once, what an earlier process erased may still lie in the log.
  let checkpointDue = true;

  const eraseDay = Effect.fnUntraced(function* (key: string, nowMs: number) {
    const day = Number(key);
    return yield* changing.batch({ day: [key] }, ({ desk, books }) =>
      Effect.gen(function* () {
        // Inside the batch, so that no record is written between the end of the key and that of the table.
        yield* days.eraseKey(day);
        const rows = asDayColumns(books.day.columns);
        const slot = books.day.slot(key);
        // Another process has ended it since it was found to be due, and has said so.
        if (rows === undefined || dayTable.gone[rows.state[slot] ?? 0] === true) return 0;
        settleDay(rows, slot, 0, nowMs, desk.policy, desk.log);
        desk.absorb();
        epochs.forgetDay(day);
        const deposits = yield* depositedFor(store, day);
        const visits = yield* days.drop(day);
        yield* stateDayErased({ store, log, means: vault.statement }, day, nowMs, deposits);
        yield* changing.remember(nowMs);
        return visits;
      }),
    );
  });

  return Effect.gen(function* (): Effect.fn.Return<SweptCustodian, StoreUnavailable> {
    const nowMs = yield* changing.now;
    const erased: number[] = [];
    let visits = 0;
    for (;;) {
      const due = yield* dayBook.due(nowMs, daysAtOnce);
      for (const key of due) {
        visits += yield* eraseDay(key, nowMs);
        erased.push(Number(key));
        checkpointDue = true;
      }
      if (due.length < daysAtOnce) break;
    }
    for (const day of yield* days.forgetEnded) epochs.forgetDay(day);
    yield* vault.eraseDue(nowMs);
    // Its key went first; what is left of a release that is over can be read by nobody.
    if ((yield* copies.endDue(nowMs)) > 0) checkpointDue = true;
    if (checkpointDue) {
      yield* store.checkpoint;
      checkpointDue = false;
    }
    yield* publishAppended(log);
    return { days: erased.sort((one, other) => one - other), visits };
  });
};
