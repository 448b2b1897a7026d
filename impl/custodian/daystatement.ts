/**
 * The custodian's signed word that a Seoul day has ended: how much was recorded under it, how much was erased, and what that is worth.
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

/** Inside the transaction that ended the day. */
export const stateDayErased = Effect.fnUntraced(function* (
  { store, log, means }: StatingParts,
  day: number,
  erasedAtMs: number,
) {
  const [row] = yield* store.values("SELECT recorded, erased FROM day_count WHERE day = ?1", [day]);
  yield* log.append({
    kind: "day.erased",
    day,
    erasedAtMs,
    means,
    recorded: Number(row?.[0] ?? 0),
    erased: Number(row?.[1] ?? 0),
  });
});
