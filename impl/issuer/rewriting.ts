/**
 * Rewrites the issuer's SQL tables after accounts have ended, so that no old copy of a phone number is left on its pages.
 * SQLite overwrites what it deletes, but not the copies it leaves behind when it moves rows between pages; only a rewritten file has none.
 * A small file is rewritten at every sweep that follows an end, a large one once a Seoul day, because it costs about 5 ms a megabyte.
 */
import { Effect } from "effect";
import { seoulDay } from "../protocol/seoulday.ts";
import type { StoreService } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";

export interface Rewriting {
  /** Accounts have ended since the file was last rewritten. */
  readonly needed: () => void;
  /** Rewrites the file if it is due, and empties the log either way. */
  readonly carryOut: (nowMs: number) => Effect.Effect<void, StoreUnavailable>;
}

const smallBytes = 1_048_576;

export const makeRewriting = (store: StoreService): Rewriting => {
  // What the process before this one left is not known.
  let isNeeded = true;
  let lastDay = 0;

  const rewrite = Effect.fnUntraced(function* (day: number) {
    const [row] = yield* store.values(store.dialect.bytesInUse);
    if (day === lastDay && Number(row?.[0] ?? 0) > smallBytes) return;
    isNeeded = false;
    yield* Effect.onError(store.rewrite, () =>
      Effect.sync(() => {
        isNeeded = true;
      }),
    );
    lastDay = day;
  });

  return {
    needed: () => {
      isNeeded = true;
    },
    carryOut: (nowMs) =>
      Effect.andThen(
        Effect.suspend(() => (isNeeded ? rewrite(seoulDay(nowMs)) : Effect.void)),
        store.checkpoint,
      ),
  };
};
