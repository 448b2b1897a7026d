/**
 * The custodian's signed word that a Seoul day has ended: how much was recorded under it, how much was erased, what that is worth, and
 * which issuers had registered epochs for it, so that an issuer cannot leave the day out of its own log unseen.
 * It goes into the public log in the transaction that drops the day's visits, so that it is said exactly when it is done, and once.
 */
import { Effect } from "effect";
import type { TransparencyLog } from "../log/transparencylog.ts";
import type { StoreService } from "../store/store.ts";

export interface StatingParts {
  readonly store: StoreService;
  readonly log: TransparencyLog["Service"];
  /** What erasing a key is worth here. */
  readonly means: string;
}

/** How many epochs each issuer registered for a day. */
export interface Deposited {
  readonly issuer: number;
  readonly epochs: number;
}

/** Read before the day's epochs are dropped. */
export const depositedFor = (store: StoreService, day: number) =>
  Effect.map(
    store.values("SELECT issuer, count(*) FROM epoch WHERE day = ?1 GROUP BY issuer ORDER BY issuer", [day]),
    (rows) => rows.map(([issuer, epochs]): Deposited => ({ issuer: Number(issuer), epochs: Number(epochs) })),
  );

/** Inside the transaction that ended the day. */
export const stateDayErased = Effect.fnUntraced(function* (
  { store, log, means }: StatingParts,
  day: number,
  erasedAtMs: number,
  deposits: readonly Deposited[],
) {
  const [row] = yield* store.values("SELECT recorded, erased FROM day_count WHERE day = ?1", [day]);
  yield* log.append({
    kind: "day.erased",
    day,
    erasedAtMs,
    means,
    recorded: Number(row?.[0] ?? 0),
    erased: Number(row?.[1] ?? 0),
    deposits,
  });
});
