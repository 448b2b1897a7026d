/**
 * The deposits that wait while the custodian cannot be reached: on disk before the first pass of their epoch is shown, so that no
 * pass becomes one that two officers could never open. Each is signed, its shares are sealed to officers, and it lies under a key of its day.
 * One waits until it is delivered, and no longer than scans of its epoch are taken. It holds no pass and nothing about a person.
 */
import { Effect } from "effect";
import { millisecondsADay } from "../../models/policy.ts";
import type { PolicyNumbers } from "../generated/policy.ts";
import { randomBytes } from "../protocol/randomness.ts";
import { startOfSeoulDayMs } from "../protocol/seoulday.ts";
import { importSealKey, keyBytes, openBytes, sealBytes } from "../store/sealedbytes.ts";
import type { StoreService } from "../store/store.ts";
import { StoreUnavailable } from "../store/unavailable.ts";
import type { VaultService } from "../store/vault.ts";
import { keptSecret } from "./keys.ts";

export const waitingDepositSql = `CREATE TABLE IF NOT EXISTS waiting_deposit (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  day INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  sealed BLOB NOT NULL
) STRICT;
`;

/** A signed deposit, and the epoch that it is of. */
export interface MadeDeposit {
  readonly bytes: Uint8Array;
  readonly day: number;
  readonly startedAtMs: number;
}

export interface WaitingDeposit {
  readonly sequence: number;
  readonly bytes: Uint8Array;
}

export interface WaitingDeposits {
  /** All of them or, when they are too many, none. */
  readonly add: (deposits: readonly MadeDeposit[]) => Effect.Effect<void, StoreUnavailable>;
  /** The oldest, in the order of their epochs. */
  readonly oldest: (most: number) => Effect.Effect<readonly WaitingDeposit[], StoreUnavailable>;
  readonly remove: (sequences: readonly number[]) => Effect.Effect<void, StoreUnavailable>;
  /** Erases those of whose passes no scan is taken any more; answers how many. */
  readonly endDue: (nowMs: number) => Effect.Effect<number, StoreUnavailable>;
  readonly count: Effect.Effect<number, StoreUnavailable>;
}

/** More epochs than the busiest hours of the nation have in the time that a scan may wait. */
export const waitingDepositsMost = 32_768;

type Limits = Pick<PolicyNumbers, "epochLength" | "passLifetime" | "clockSkew" | "lateDelivery">;

export const makeWaitingDeposits = (
  store: StoreService,
  vault: VaultService,
  { epochLength, passLifetime, clockSkew, lateDelivery }: Limits,
): WaitingDeposits => {
  /** From the start of an epoch until the last late scan of it is refused. */
  const keptFor = epochLength + passLifetime + 2 * clockSkew + lateDelivery;
  const draw = Effect.sync(() => randomBytes(keyBytes));
  const associated = Buffer.from("waiting deposit");
  const keyOf = (day: number) => {
    const endsAtMs = startOfSeoulDayMs(day) + millisecondsADay + keptFor;
    return Effect.map(keptSecret(vault, `waiting-deposits-${String(day)}`, endsAtMs, draw), importSealKey);
  };
  const count = Effect.map(store.values("SELECT count(*) FROM waiting_deposit"), ([row]) =>
    Number(row?.[0] ?? 0),
  );
  return {
    add: Effect.fnUntraced(function* (deposits) {
      const rows = yield* Effect.forEach(deposits, ({ bytes, day, startedAtMs }) =>
        Effect.map(keyOf(day), (key) => [
          day,
          startedAtMs + keptFor,
          sealBytes(key, bytes, associated, randomBytes),
        ]),
      );
      yield* store.transaction(
        Effect.gen(function* () {
          if ((yield* count) + rows.length > waitingDepositsMost)
            return yield* new StoreUnavailable({
              reason: "too-many-waiting",
              detail: "epochs wait for the custodian",
            });
          yield* store.runEach(
            "INSERT INTO waiting_deposit (day, ends_at, sealed) VALUES (?1, ?2, ?3)",
            rows,
          );
        }),
      );
    }),
    oldest: Effect.fnUntraced(function* (most) {
      const rows = yield* store.values(
        "SELECT sequence, day, sealed FROM waiting_deposit ORDER BY sequence LIMIT ?1",
        [most],
      );
      return yield* Effect.forEach(rows, ([sequence, day, sealed]) =>
        Effect.flatMap(keyOf(Number(day)), (key) => {
          const bytes = sealed instanceof Uint8Array ? openBytes(key, sealed, associated) : undefined;
          return bytes === undefined
            ? Effect.fail(new StoreUnavailable({ reason: "damaged", detail: "a deposit that waits" }))
            : Effect.succeed({ sequence: Number(sequence), bytes });
        }),
      );
    }),
    remove: (sequences) =>
      sequences.length === 0
        ? Effect.void
        : Effect.asVoid(
            store.run(`DELETE FROM waiting_deposit WHERE ${store.dialect.isOneOf("sequence", "?1")}`, [
              JSON.stringify(sequences),
            ]),
          ),
    endDue: (nowMs) => store.run("DELETE FROM waiting_deposit WHERE ?1 >= ends_at", [nowMs]),
    count,
  };
};
