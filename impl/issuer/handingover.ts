/**
 * Hands deposits to the custodian, or keeps them on disk while it is away and delivers them when it is back, oldest first.
 * Issuing waits for a custodian that answers, a moment for one that does not, and not at all for one that is known to be away.
 * A deposit that the custodian refuses while it is there is given up by the caller; nothing is kept of it. One that waits and comes
 * too early, because a clock had leapt ahead, goes on waiting until its time has come.
 */
import { Effect, Latch, Result, Semaphore, type Scope } from "effect";
import { isRefusal, refusalCode } from "../lifecycle/refused.ts";
import type { CustodianPort } from "../protocol/contracts.ts";
import { erasing } from "../store/erasingonly.ts";
import { StoreUnavailable } from "../store/unavailable.ts";
import type { MadeDeposit, WaitingDeposits } from "./waitingdeposits.ts";

export interface HandingOver {
  /** When it is done the deposits lie on disk, with the custodian or here. */
  readonly handOver: (
    deposits: readonly MadeDeposit[],
    atMs: number,
  ) => Effect.Effect<void, StoreUnavailable>;
}

export interface HandingOverParts {
  readonly waiting: WaitingDeposits;
  readonly custodian: CustodianPort["Service"];
  readonly now: Effect.Effect<number>;
}

/** Somebody waits for a pass meanwhile, once in an outage. */
const answerSoonMs = 2_000;
/** Nobody waits for what is delivered later. */
const answerWithinMs = 10_000;
const pauseMs = 1_000;
const depositsAtOnce = 32;

const nothing = Result.succeed(new Int32Array(0));
const notDeposited = new StoreUnavailable({ reason: "failing", detail: "the custodian refused an epoch" });

export const makeHandingOver = Effect.fnUntraced(function* ({
  waiting,
  custodian,
  now,
}: HandingOverParts): Effect.fn.Return<HandingOver, StoreUnavailable, Scope.Scope> {
  const alone = (yield* Semaphore.make(1)).withPermit;
  // What an earlier process left is delivered by this one.
  let isAway = (yield* waiting.count) > 0;
  const somethingWaits = yield* Latch.make(isAway);

  // A batch of passes is finished once it has begun, but its wait for an answer may be given up.
  const answersWithin = (ms: number, bytes: readonly Uint8Array[], atMs: number) =>
    Effect.result(custodian.deposit(bytes, atMs).pipe(Effect.interruptible, Effect.timeout(ms)));

  const keep = Effect.fnUntraced(function* (deposits: readonly MadeDeposit[]) {
    yield* waiting.add(deposits);
    isAway = true;
    yield* somethingWaits.open;
  });

  const handOver: HandingOver["handOver"] = Effect.fnUntraced(function* (deposits, atMs) {
    const isKept = yield* alone(
      Effect.suspend(() => (isAway ? Effect.as(keep(deposits), true) : Effect.succeed(false))),
    );
    if (isKept) return;
    const bytes = deposits.map((deposit) => deposit.bytes);
    const answers = yield* answersWithin(answerSoonMs, bytes, atMs);
    // It may have arrived all the same: the same deposit again is answered as the first was.
    if (Result.isFailure(answers)) return yield* alone(keep(deposits));
    if (answers.success.some(isRefusal)) return yield* notDeposited;
  });

  /** Once nothing waits, the custodian is asked directly again. */
  const settle = alone(
    Effect.gen(function* () {
      if ((yield* waiting.count) > 0) return;
      isAway = false;
      yield* somethingWaits.close;
    }),
  );

  /** One turn; no when there is a reason to pause before the next. */
  const deliver = Effect.gen(function* () {
    const some = yield* waiting.oldest(depositsAtOnce);
    const bytes = some.map((deposit) => deposit.bytes);
    const answers = bytes.length === 0 ? nothing : yield* answersWithin(answerWithinMs, bytes, yield* now);
    if (Result.isFailure(answers)) return false;
    const codes = Array.from(answers.success, (answer) => (isRefusal(answer) ? refusalCode(answer) : ""));
    const isEarly = codes.map((code) => code === "epoch-ahead");
    const refused = codes.filter((code, place) => code !== "" && isEarly[place] !== true);
    if (refused.length > 0)
      yield* Effect.logError("The custodian refused epochs whose passes were shown").pipe(
        Effect.annotateLogs({ refused: refused.length, codes: [...new Set(refused)].join(" ") }),
      );
    const done = some.filter((_, place) => isEarly[place] !== true);
    yield* erasing(waiting.remove(done.map(({ sequence }) => sequence)));
    yield* settle;
    return done.length === some.length;
  });

  const delivering = Effect.andThen(
    somethingWaits.await,
    deliver.pipe(
      Effect.catch(({ message }) =>
        Effect.as(Effect.logError(`Epochs that wait could not be read: ${message}`), false),
      ),
      Effect.flatMap((goesOn) => (goesOn ? Effect.void : Effect.sleep(pauseMs))),
    ),
  );
  yield* Effect.forkScoped(Effect.forever(delivering));

  return { handOver };
});
