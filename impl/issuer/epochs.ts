/**
 * The epochs in which an issuer seals passes: a new one each minute, when one is used up, at midnight, and after every restart.
 * An epoch's secret is split among the officers and its sealed shares deposited with the custodian before its first pass is shown.
 * When its minute is over the secret is forgotten, here too: from then on nobody can open what it sealed, but two officers.
 * While the custodian is away the sealed shares wait on disk for it (handingover.ts). An epoch that it refused is given up, and no
 * pass of it is ever shown.
 */
import { Effect, FiberHandle, type Scope } from "effect";
import type { PolicyNumbers } from "../generated/policy.ts";
import { encodeDeposit } from "../protocol/deposit.ts";
import { Epoch } from "../protocol/epoch.ts";
import { seoulDay } from "../protocol/seoulday.ts";
import { openShareSealer, type ShareSealer } from "../protocol/shares.ts";
import { StoreUnavailable } from "../store/unavailable.ts";
import type { IssuerConfigurationValues } from "./configuration.ts";
import type { HandingOver } from "./handingover.ts";
import type { IssuerKeys } from "./keys.ts";

export interface Epochs {
  /** The epoch for a pass of this instant; a new one waits to be deposited. */
  readonly at: (atMs: number) => Epoch;
  /** Hands over the deposit of every epoch opened since the last call; if that fails the caller must `forget`. */
  readonly deposit: (atMs: number) => Effect.Effect<void, StoreUnavailable>;
  /** Forgets every secret: when something failed, and when the process stops. */
  readonly forget: () => void;
}

const notSealed = new StoreUnavailable({ reason: "failing", detail: "no share of an epoch could be sealed" });

export const makeEpochs = (
  configuration: IssuerConfigurationValues,
  keys: IssuerKeys,
  policy: PolicyNumbers,
  { handOver }: HandingOver,
): Effect.Effect<Epochs, never, Scope.Scope> =>
  Effect.gen(function* () {
    /** One fiber that waits for the end of the newest epoch, in case nobody asks for a pass after it. */
    const ending = yield* FiberHandle.make();
    let current: Epoch | undefined;
    let sealer: { readonly day: number; readonly seal: ShareSealer } | undefined;
    let passesLeft = 0;
    let undeposited: Epoch[] = [];

    const at: Epochs["at"] = (atMs) => {
      const fits =
        current !== undefined &&
        passesLeft > 0 &&
        current.left > 0 &&
        current.day === seoulDay(atMs) &&
        atMs >= current.startedAtMs &&
        !(atMs >= current.startedAtMs + policy.epochLength);
      if (current === undefined || !fits) {
        // One that still waits for its deposit is forgotten after it.
        if (current !== undefined && !undeposited.includes(current)) current.forget();
        current = new Epoch(atMs);
        passesLeft = Math.min(current.left, policy.epochPasses);
        undeposited.push(current);
      }
      passesLeft -= 1;
      return current;
    };

    const forget = (): void => {
      for (const epoch of undeposited) epoch.forget();
      undeposited = [];
      current?.forget();
      current = undefined;
      sealer?.seal.forget();
      sealer = undefined;
    };

    const sealerOf = Effect.fnUntraced(function* ({ day, startedAtMs }: Epoch) {
      if (sealer?.day === day) return sealer.seal;
      sealer?.seal.forget();
      const origin = { issuer: configuration.issuer, day };
      const seal = yield* Effect.promise(() => openShareSealer(configuration.roster.at(startedAtMs), origin));
      sealer = { day, seal };
      return seal;
    });

    const sharesOf = Effect.fnUntraced(function* (epoch: Epoch) {
      const { secret } = epoch;
      if (secret === undefined) return yield* notSealed;
      const seal = yield* sealerOf(epoch);
      const shares = yield* Effect.promise(() => seal.seal(epoch.id, secret, policy.officersRequired));
      if (shares !== undefined) return shares;
      // The day's chain of share keys is used up: another one begins.
      sealer = undefined;
      const next = yield* sealerOf(epoch);
      return (
        (yield* Effect.promise(() => next.seal(epoch.id, secret, policy.officersRequired))) ??
        (yield* notSealed)
      );
    });

    const depositOf = Effect.fnUntraced(function* (epoch: Epoch) {
      const shares = yield* sharesOf(epoch);
      const { passes } = yield* keys.ofDay(epoch.day);
      const bytes = encodeDeposit(keys.deposits, {
        version: configuration.version,
        issuer: configuration.issuer,
        epochId: epoch.id,
        day: epoch.day,
        startedAtMs: epoch.startedAtMs,
        passKey: passes.publicKey,
        shares,
      });
      return { bytes, day: epoch.day, startedAtMs: epoch.startedAtMs };
    });

    const deposit: Epochs["deposit"] = Effect.fnUntraced(function* (atMs) {
      if (undeposited.length === 0) return;
      yield* handOver(yield* Effect.forEach(undeposited, depositOf), atMs);
      for (const epoch of undeposited) if (epoch !== current) epoch.forget();
      undeposited = [];
      const newest = current;
      yield* FiberHandle.run(
        ending,
        Effect.andThen(
          Effect.sleep(policy.epochLength),
          Effect.sync(() => newest?.forget()),
        ),
      );
    });

    yield* Effect.addFinalizer(() => Effect.sync(forget));
    return { at, deposit, forget };
  });
