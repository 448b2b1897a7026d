/**
 * What an issuer erases by itself, with nobody pressing a button: consents and codes that are over, accounts at their end,
 * and once a day everything of a day that ended: its keys, its aliases. Keys go first, so that a crash leaves nothing readable;
 * that the day has ended is said in the public log.
 */
import { Effect } from "effect";
import type { ToldName } from "../generated/law.ts";
import type { ConsentLifecycleService } from "../generated/services/consent.ts";
import type { LifecycleService } from "../lifecycle/lifecycleservice.ts";
import type { PartyClock } from "../lifecycle/partyclock.ts";
import { publishAppended } from "../log/publishing.ts";
import type { TransparencyLog } from "../log/transparencylog.ts";
import type { AliasesService } from "../store/aliases.ts";
import type { StoreService } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { VaultService } from "../store/vault.ts";
import type { Accounts } from "./accounts.ts";
import type { WaitingCodes } from "./codes.ts";
import type { ConsentRecords } from "./consentrecords.ts";
import type { DayStatements } from "./daystatements.ts";
import type { Disclosed } from "./disclosed.ts";
import type { Forgetting } from "./forgetting.ts";
import type { Rewriting } from "./rewriting.ts";
import type { WaitingDeposits } from "./waitingdeposits.ts";

export interface SweptIssuer {
  /** Seoul days of which everything was erased now. */
  readonly days: readonly number[];
  /** Accounts that ended now. */
  readonly accounts: number;
}

export interface SweepParts {
  readonly store: StoreService;
  readonly vault: VaultService;
  readonly aliases: AliasesService;
  readonly accounts: Accounts;
  readonly codes: WaitingCodes;
  readonly records: ConsentRecords;
  readonly disclosed: Disclosed;
  readonly forgetting: Forgetting;
  readonly rewriting: Rewriting;
  readonly waitingDeposits: WaitingDeposits;
  readonly clock: PartyClock;
  readonly consent: ConsentLifecycleService;
  readonly verification: LifecycleService;
  readonly day: LifecycleService;
  readonly forgetDay: (day: number) => void;
  readonly statements: DayStatements;
  readonly log: TransparencyLog["Service"];
  /** Waits until no batch is being decided: an account must not go while one is given to somebody. */
  readonly alone: <A, E>(body: Effect.Effect<A, E>) => Effect.Effect<A, E>;
}

const instancesAtOnce = 5_000;

/** Sweeps until nothing is due any more. */
const sweepAll = (
  lifecycle: LifecycleService,
  hears?: (key: string, told: ToldName) => void,
): Effect.Effect<readonly string[], StoreUnavailable> =>
  Effect.gen(function* () {
    const swept: string[] = [];
    for (;;) {
      const keys = yield* lifecycle.sweep(instancesAtOnce, hears);
      swept.push(...keys);
      if (keys.length < instancesAtOnce) return swept;
    }
  });

/** An account that has ended takes with it a consent that has no end of its own (clause C9). */
const endConsents = Effect.fnUntraced(function* (
  { store, consent }: SweepParts,
  accounts: readonly string[],
) {
  if (accounts.length === 0) return;
  const rows = yield* store.values(
    `SELECT key FROM consent WHERE "endsAt" IS NULL AND key IN ${store.dialect.texts("?1")}`,
    [JSON.stringify(accounts)],
  );
  for (const [key] of rows)
    yield* Effect.catchTag(consent.consentWithdrawn(String(key)), "Refused", () => Effect.void);
});

export const makeSweep = (parts: SweepParts): Effect.Effect<SweptIssuer, StoreUnavailable> => {
  const { store, vault, aliases, accounts, codes, records, disclosed, forgetting, rewriting, clock } = parts;
  const { statements, log } = parts;
  /** At the first sweep of a process and at the end of a day every account is looked at, not only those that fell due. */
  let lookAtAll = true;
  return Effect.gen(function* () {
    const nowMs = yield* clock.now;
    yield* statements.note(nowMs);
    yield* aliases.endDue(nowMs);
    yield* vault.eraseDue(nowMs);
    const days = (yield* sweepAll(parts.day)).map(Number);
    for (const day of days) parts.forgetDay(day);
    yield* statements.state(nowMs);
    const consents = yield* sweepAll(parts.consent);
    const over = new Set<string>();
    const verifications = yield* sweepAll(parts.verification, (key, told) => {
      if (told === "account.ended") over.add(key);
    });
    yield* endConsents(parts, [...over]);
    const touched =
      lookAtAll || days.length > 0 ? "all" : [...new Set([...consents, ...verifications])].map(Number);
    const ended = yield* parts.alone(
      store.transaction(
        Effect.gen(function* () {
          const removed = yield* accounts.removeEmpty(touched);
          yield* forgetting.note(removed);
          // A lock may hold an account's row a little longer than the account: what tells of the person goes now.
          const endedNow = [...over].map(Number);
          yield* records.write(endedNow, new Map());
          yield* disclosed.forget(endedNow);
          const told = yield* disclosed.endDue(nowMs);
          yield* parts.waitingDeposits.endDue(nowMs);
          const answered = yield* store.run("DELETE FROM answered WHERE ?1 >= lapses_at", [nowMs]);
          if (removed.length + consents.length + verifications.length + days.length + answered + told > 0)
            yield* clock.remember(nowMs);
          return removed;
        }),
      ),
    );
    for (const account of ended) codes.forget(account);
    yield* forgetting.carryOut;
    // What was deleted since the last time, by whomever, leaves the log too.
    yield* rewriting.carryOut(nowMs);
    yield* publishAppended(log);
    lookAtAll = false;
    return { days, accounts: ended.length };
  });
};
