// The driver of the load level: carries out what people intend on the wall clock, each visit by itself, each step at its instant.
// It uses the rounds of the service level, one person at a time. Who waited for a pass shows it so much later, as they would have held it
// in their hand as long; nothing else waits for what came before. A party that does not answer ends a step and not the visit.
import { Clock, Effect } from "effect";
import type { Stop } from "../../../impl/exit.ts";
import type { CrisisLevel } from "../../../impl/protocol/http/levels.ts";
import type { StoreUnavailable } from "../../../impl/store/unavailable.ts";
import type { Action } from "../../service/actions.ts";
import type { CustodianRounds } from "../../service/custodianrounds.ts";
import type { IssuerRounds } from "../../service/issuerrounds.ts";
import type { Intended } from "./intended.ts";
import type { Later, WallClock } from "./wallclock.ts";

export interface Rounds {
  readonly issuing: IssuerRounds;
  readonly showing: CustodianRounds;
}

export interface LivingParts {
  readonly intended: Intended;
  readonly wallClock: WallClock;
  /** The rounds of one visit. */
  readonly roundsOf: (later: Later) => Rounds;
  readonly announce: (level: typeof CrisisLevel.Type) => Effect.Effect<void, Stop>;
  /** Told how much after its instant each step began. */
  readonly begun: (lateMs: number) => void;
}

const until = Effect.fnUntraced(function* (atMs: number) {
  yield* Effect.sleep(Math.max(0, atMs - (yield* Clock.currentTimeMillis)));
});

const take = ({ issuing, showing }: Rounds, action: Action): Effect.Effect<void, StoreUnavailable> => {
  switch (action.kind) {
    case "begin":
      return issuing.begin([action]);
    case "typeCode":
      return issuing.type([action]);
    case "ask":
    case "askBare":
    case "askAgain":
      return issuing.ask([action]);
    case "show":
    case "showAgain":
    case "replay":
    case "forge":
      // Each by itself: its round is over with it.
      return showing.show([action], action.atMs + 1);
  }
};

const asksForAPass = ({ kind }: Action): boolean => kind === "ask" || kind === "askAgain";
const showsAPass = ({ kind }: Action): boolean =>
  kind === "show" || kind === "showAgain" || kind === "replay";

export const live = ({ intended, wallClock, roundsOf, announce, begun }: LivingParts) => {
  const { aheadMs, nowMs } = wallClock;

  /** At its instant; where no answer of the law comes, that has been counted by whoever asked. */
  const at = (atMs: number, step: Effect.Effect<void, StoreUnavailable>) =>
    until(atMs).pipe(
      Effect.andThen(Effect.sync(() => begun(nowMs() - atMs))),
      Effect.andThen(Effect.catchTag(step, "StoreUnavailable", () => Effect.void)),
    );

  const visit = Effect.fnUntraced(function* (actions: readonly Action[]) {
    let waitedMs = 0;
    let laterMs = aheadMs;
    const rounds = roundsOf(() => laterMs);
    for (const action of actions) {
      laterMs = aheadMs + (showsAPass(action) ? waitedMs : 0);
      const atMs = action.atMs + laterMs;
      yield* at(atMs, take(rounds, { ...action, atMs }));
      if (asksForAPass(action)) waitedMs = Math.max(0, nowMs() - atMs);
    }
  });

  const leaving = roundsOf(() => aheadMs);
  const withdrawals = Effect.forEach(
    intended.withdrawals,
    ({ person, atMs }) => at(atMs + aheadMs, leaving.issuing.withdraw([{ person, atMs: atMs + aheadMs }])),
    { discard: true },
  );

  const levels = Effect.forEach(
    intended.levels,
    ({ level, atMs }) => Effect.andThen(until(atMs + aheadMs), announce(level)),
    { discard: true },
  );

  const visits = Effect.forEach(intended.visits, visit, { concurrency: "unbounded", discard: true });
  return Effect.all([levels, withdrawals, visits], { concurrency: "unbounded", discard: true });
};
