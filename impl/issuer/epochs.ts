/**
 * The epochs in which an issuer seals passes: a new one each minute, when one is used up, at midnight, and after every restart.
 * An epoch's secret is split among the officers and its sealed shares deposited with the custodian before its first pass is shown.
 * When its minute is over the secret is forgotten, here too: from then on nobody can open what it sealed, but two officers.
 */
import { Effect } from "effect";
import type { PolicyNumbers } from "../generated/policy.ts";
import { encodeDeposit } from "../protocol/deposit.ts";
import { Epoch } from "../protocol/epoch.ts";
import { seoulDay } from "../protocol/seoulday.ts";
import { openShareSealer, type ShareSealer } from "../protocol/shares.ts";
import { StoreUnavailable } from "../store/unavailable.ts";
import type { IssuerConfigurationValues } from "./configuration.ts";
import type { IssuerKeys } from "./keys.ts";

export interface Epochs {
  /** The epoch for a pass of this instant; a new one waits to be deposited. */
  readonly at: (atMs: number) => Epoch;
  /** The deposits of epochs opened since the last call, for the custodian. */
  readonly deposits: Effect.Effect<readonly Uint8Array[], StoreUnavailable>;
  /** Forgets every secret: at the end of a batch of another time, and when the process stops. */
  readonly forget: () => void;
}

export const makeEpochs = (
  configuration: IssuerConfigurationValues,
  keys: IssuerKeys,
  policy: PolicyNumbers,
): Epochs => {
  let current: Epoch | undefined;
  let sealer: { readonly day: number; readonly seal: ShareSealer } | undefined;
  let passesLeft = 0;
  /** Epochs opened in this batch; the ones before the last may be forgotten as soon as they are deposited. */
  let opened: Epoch[] = [];

  const at = (atMs: number): Epoch => {
    const fits =
      current !== undefined &&
      passesLeft > 0 &&
      current.day === seoulDay(atMs) &&
      atMs >= current.startedAtMs &&
      !(atMs >= current.startedAtMs + policy.epochLength);
    if (current === undefined || !fits) {
      current = new Epoch(atMs);
      passesLeft = Math.min(current.left, policy.epochPasses);
      opened.push(current);
    }
    passesLeft -= 1;
    return current;
  };

  const sealerOf = Effect.fnUntraced(function* (day: number) {
    if (sealer?.day === day) return sealer.seal;
    sealer?.seal.forget();
    const seal = yield* Effect.promise(() =>
      openShareSealer(configuration.roster, { issuer: configuration.issuer, day }),
    );
    sealer = { day, seal };
    return seal;
  });

  const depositOf = Effect.fnUntraced(function* (epoch: Epoch) {
    const secret = epoch.secret;
    if (secret === undefined) return yield* Effect.die(new Error("an epoch was forgotten before it was deposited"));
    const seal = yield* sealerOf(epoch.day);
    let shares = yield* Effect.promise(() => seal.seal(epoch.id, secret, policy.officersRequired));
    if (shares === undefined) {
      // The day's chain of share keys is used up: another one begins.
      sealer = undefined;
      const next = yield* sealerOf(epoch.day);
      shares = yield* Effect.promise(() => next.seal(epoch.id, secret, policy.officersRequired));
    }
    if (shares === undefined)
      return yield* new StoreUnavailable({ reason: "failing", detail: "no share could be sealed" });
    const { passes } = yield* keys.ofDay(epoch.day);
    return encodeDeposit(keys.deposits, {
      version: configuration.version,
      issuer: configuration.issuer,
      epochId: epoch.id,
      day: epoch.day,
      startedAtMs: epoch.startedAtMs,
      passKey: passes.publicKey,
      shares,
    });
  });

  return {
    at,
    deposits: Effect.suspend(() => {
      const fresh = opened;
      opened = [];
      return Effect.forEach(fresh, depositOf);
    }),
    forget: () => {
      current?.forget();
      current = undefined;
      sealer?.seal.forget();
      sealer = undefined;
      opened = [];
    },
  };
};
