/**
 * What an issuer erases by itself, with nobody pressing a button: consents and codes that are over, accounts at their end,
 * and once a day everything of a day that ended: its keys, its aliases. Keys go first, so that a crash leaves nothing readable.
 */
import { Clock, Effect } from "effect";
import type { LifecycleService } from "../lifecycle/lifecycleservice.ts";
import type { AliasesService } from "../store/aliases.ts";
import type { StoreService } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { VaultService } from "../store/vault.ts";
import type { Accounts } from "./accounts.ts";
import type { WaitingCodes } from "./codes.ts";

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
  readonly consent: LifecycleService;
  readonly verification: LifecycleService;
  readonly day: LifecycleService;
  readonly forgetDay: (day: number) => void;
}

const instancesAtOnce = 5_000;

/** Sweeps until nothing is due any more. */
const sweepAll = (lifecycle: LifecycleService): Effect.Effect<readonly string[], StoreUnavailable> =>
  Effect.gen(function* () {
    const swept: string[] = [];
    for (;;) {
      const keys = yield* lifecycle.sweep(instancesAtOnce);
      swept.push(...keys);
      if (keys.length < instancesAtOnce) return swept;
    }
  });

export const makeSweep = (parts: SweepParts): Effect.Effect<SweptIssuer, StoreUnavailable> =>
  Effect.gen(function* () {
    const { store, vault, aliases, accounts, codes } = parts;
    const nowMs = yield* Clock.currentTimeMillis;
    const consents = yield* sweepAll(parts.consent);
    const verifications = yield* sweepAll(parts.verification);
    const touched = [...new Set([...consents, ...verifications])].map(Number);
    const ended = yield* store.transaction(accounts.removeEmpty(touched));
    for (const account of ended) codes.forget(account);
    if (ended.length > 0) yield* aliases.forget(ended);
    const days = (yield* sweepAll(parts.day)).map(Number);
    yield* aliases.endDue(nowMs);
    yield* vault.eraseDue(nowMs);
    for (const day of days) parts.forgetDay(day);
    yield* store.run("DELETE FROM answered WHERE lapses_at <= ?1", [nowMs]);
    if (days.length > 0) yield* store.checkpoint;
    return { days, accounts: ended.length };
  });
