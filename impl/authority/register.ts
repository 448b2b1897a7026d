// The register of cases: every decision about a case goes through here, under the law, in one transaction with what
// is stored because of it. A case is settled before it is looked at, so that a late sweep never lengthens a right,
// and one that is found to be over loses at once what it learned. The law decides; this only asks it and writes.
import { Effect, Schema } from "effect";
import {
  asDisclosureColumns,
  settleDisclosure,
  type DisclosureColumns,
} from "../generated/core/disclosure.ts";
import type { ToldName } from "../generated/law.ts";
import { DisclosureState } from "../generated/schemas.ts";
import type { AuthorityDecider, AuthorityRulesService } from "../generated/services/authority.ts";
import { never } from "../lifecycle/core.ts";
import { one } from "../lifecycle/one.ts";
import { isRefusal, type Refused } from "../lifecycle/refused.ts";
import { inOneBatch } from "../store/batch.ts";
import type { StoreService } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { PartyClock } from "../lifecycle/partyclock.ts";
import type { Learned } from "./learned.ts";

export type CaseState = "absent" | typeof DisclosureState.Type;

/** Where a case stands; `absent` when there is none. */
export interface Standing {
  readonly state: CaseState;
  readonly approvedBy: number | null;
  readonly lapsesAtMs: number | null;
  readonly answerEndsAtMs: number | null;
}

export interface Swept {
  /** Cases whose deadline fired. */
  readonly ended: number;
  /** Cases that lost what they learned. */
  readonly erased: number;
}

export interface Register {
  /** Where a case stands now; erases what it learned if it is over. */
  readonly standing: (caseId: string, atMs: number) => Effect.Effect<Standing, StoreUnavailable>;
  /** Asks the law, and if it says yes stores what comes with it, all in one transaction. */
  readonly decide: (
    caseId: string,
    atMs: number,
    ask: (decider: AuthorityDecider, slot: number) => number,
    andStore: (standing: Standing) => Effect.Effect<void, StoreUnavailable>,
  ) => Effect.Effect<ToldName, Refused | StoreUnavailable>;
  /** Stores something about a case that no rule decides, if the case stands so; answers whether it did. */
  readonly storeWhile: (
    state: CaseState,
    caseId: string,
    atMs: number,
    store: Effect.Effect<void, StoreUnavailable>,
  ) => Effect.Effect<boolean, StoreUnavailable>;
  /** Fires every deadline that is due, and erases what cases that are over have learned. */
  readonly sweep: (atMs: number) => Effect.Effect<Swept, StoreUnavailable>;
}

const dueAtOnce = 1_000;
const isState = Schema.is(DisclosureState);
const instantOf = (value: number | undefined): number | null =>
  value === undefined || value === never ? null : value;

export const openRegister = (
  store: StoreService,
  rules: AuthorityRulesService,
  learned: Learned,
  instants: PartyClock,
): Register => {
  const book = rules.books.disclosure;
  /** Something was erased, and its bytes may still be in the store's log. */
  let leftInLog = true;

  const rowsOfBook = (): Effect.Effect<DisclosureColumns> => {
    const rows = asDisclosureColumns(book.columns);
    return rows === undefined
      ? Effect.die("the authority's book is of another machine")
      : Effect.succeed(rows);
  };

  const standingOf = (rows: DisclosureColumns, slot: number): Standing => {
    const state = book.table.states[rows.state[slot] ?? 0];
    const approvedBy = book.textOf(rows.approvedBy[slot] ?? 0);
    return {
      state: isState(state) ? state : "absent",
      approvedBy: approvedBy === undefined ? null : Number(approvedBy),
      lapsesAtMs: instantOf(rows.lapseAt[slot]),
      answerEndsAtMs: instantOf(rows.answerEndsAt[slot]),
    };
  };

  /** Inside a batch: fires what is due of one loaded case. */
  const settle = Effect.fnUntraced(function* (caseId: string, atMs: number, { desk }: AuthorityDecider) {
    const rows = yield* rowsOfBook();
    const slot = book.slot(caseId);
    settleDisclosure(rows, slot, 0, atMs, desk.policy, desk.log);
    const fired = desk.log.length > 0;
    desk.absorb();
    if (fired) yield* instants.remember(atMs);
    return { standing: standingOf(rows, slot), fired };
  });

  const eraseOver = Effect.fnUntraced(function* (atMs: number, caseId?: string) {
    const erased = yield* inOneBatch(store, [], learned.eraseOver(atMs, caseId));
    if (erased.length > 0) leftInLog = true;
    return erased.length;
  });

  const emptyLog = Effect.suspend(() =>
    leftInLog
      ? Effect.map(store.checkpoint, () => {
          leftInLog = false;
        })
      : Effect.void,
  );

  const standing: Register["standing"] = Effect.fnUntraced(function* (caseId, atMs) {
    const settled = yield* rules.batch({ disclosure: [caseId] }, (decider) => settle(caseId, atMs, decider));
    if ((yield* eraseOver(atMs, caseId)) > 0) {
      // Whoever reads the store's file just now must not keep this answer away: the sweep tries again.
      yield* Effect.ignore(emptyLog);
    }
    return settled.standing;
  });

  return {
    standing,
    decide: (caseId, atMs, ask, andStore) =>
      one(
        rules.batch({ disclosure: [caseId] }, (decider) =>
          Effect.gen(function* () {
            const slot = book.slot(caseId);
            const answer = ask(decider, slot);
            if (isRefusal(answer)) return answer;
            yield* andStore(standingOf(yield* rowsOfBook(), slot));
            yield* instants.remember(atMs);
            return answer;
          }),
        ),
      ),
    storeWhile: (state, caseId, atMs, body) =>
      rules.batch({ disclosure: [caseId] }, (decider) =>
        Effect.gen(function* () {
          const settled = yield* settle(caseId, atMs, decider);
          if (settled.standing.state !== state) return false;
          yield* body;
          yield* instants.remember(atMs);
          return true;
        }),
      ),
    sweep: Effect.fnUntraced(function* (atMs) {
      let ended = 0;
      for (;;) {
        const due = yield* book.due(atMs, dueAtOnce);
        if (due.length === 0) break;
        const fired = yield* rules.batch({ disclosure: due }, (decider) =>
          Effect.forEach(due, (caseId) => settle(caseId, atMs, decider)),
        );
        ended += fired.filter((each) => each.fired).length;
        if (due.length < dueAtOnce) break;
      }
      const erased = yield* eraseOver(atMs);
      yield* emptyLog;
      return { ended, erased };
    }),
  };
};
