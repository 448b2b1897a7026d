/**
 * Takes the epochs that issuers deposit: signed by a pinned issuer, with shares for officers on the roster, and an id nobody used before.
 * The first epoch of a Seoul day opens the day; a day that is over is never opened again, so what was erased stays erased.
 */
import { Effect } from "effect";
import { asDayColumns } from "../generated/core/day.ts";
import { refusalCodes } from "../generated/law.ts";
import type { PolicyNumbers } from "../generated/policy.ts";
import type { CustodianDecider } from "../generated/services/custodian.ts";
import { never } from "../lifecycle/core.ts";
import { isRefusal } from "../lifecycle/refused.ts";
import type { Answers } from "../protocol/contracts.ts";
import { decodeDeposit, issuerOfDeposit, type Deposit } from "../protocol/deposit.ts";
import { importVerifyingKey } from "../protocol/ed25519.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { Changing } from "./changing.ts";
import type { CustodianConfiguration } from "./configuration.ts";
import type { Days } from "./days.ts";
import { epochName, type Epochs } from "./epochs.ts";

export interface DepositingParts {
  readonly configuration: CustodianConfiguration;
  readonly policy: PolicyNumbers;
  readonly changing: Changing;
  readonly days: Days;
  readonly epochs: Epochs;
}

const notAllowed = refusalCodes.indexOf("not-allowed");

export const makeDepositing = ({ configuration, policy, changing, days, epochs }: DepositingParts) => {
  const issuerKeys = new Map(
    configuration.issuers.map(({ issuer, depositKey }) => [issuer, importVerifyingKey(depositKey)]),
  );

  const read = (bytes: Uint8Array, atMs: number): Deposit | undefined => {
    const issuerKey = issuerKeys.get(issuerOfDeposit(bytes));
    if (issuerKey === undefined) return undefined;
    const { version, roster } = configuration;
    const decoded = decodeDeposit(bytes, {
      version,
      issuerKey,
      roster: roster.sharers(atMs),
      officersNeeded: policy.officersRequired,
    });
    return decoded.ok ? decoded.value : undefined;
  };

  const isKnown = ({ epochId }: Deposit) => {
    const name = epochName(epochId);
    return Effect.map(epochs.load([name]), (known) => known.has(name));
  };

  const openDay = Effect.fnUntraced(function* (
    decide: CustodianDecider,
    { day, startedAtMs }: Deposit,
    at: number,
  ) {
    const kept = yield* days.find(day);
    // A day that is open is opened once: its trace says when, and not each of its epochs.
    if (kept !== undefined && !(at >= kept.endsAtMs)) return 0;
    const slot = decide.books.day.slot(String(day));
    const answer = decide.openDay(slot, startedAtMs, at);
    if (isRefusal(answer)) return answer;
    const endsAtMs = asDayColumns(decide.books.day.columns)?.endsAt[slot] ?? never;
    // The row itself is written with the batch; until then the table's key and view are ready for it.
    yield* days.open(day, endsAtMs);
    return 0;
  });

  return (bytes: readonly Uint8Array[], atMs: number): Effect.Effect<Answers, StoreUnavailable> =>
    Effect.suspend(() => {
      const deposits = bytes.map((each) => read(each, atMs));
      const dayKeys = [
        ...new Set(deposits.flatMap((deposit) => (deposit === undefined ? [] : [String(deposit.day)]))),
      ];
      return changing.batch({ day: dayKeys }, (decide) =>
        Effect.gen(function* () {
          const answers = new Int32Array(deposits.length).fill(notAllowed);
          const opened = new Set<number>();
          const at = Math.max(atMs, yield* changing.lastInstant);
          for (const [place, deposit] of deposits.entries()) {
            if (deposit === undefined) continue;
            if (yield* isKnown(deposit)) {
              // An issuer that did not hear the answer asks again, and hears the same.
              if (yield* epochs.isSame(deposit)) answers[place] = 0;
              continue;
            }
            const answer = opened.has(deposit.day) ? 0 : yield* openDay(decide, deposit, at);
            answers[place] = answer;
            if (isRefusal(answer)) continue;
            opened.add(deposit.day);
            yield* epochs.register(deposit);
          }
          if (answers.includes(0)) yield* changing.remember(at);
          return answers;
        }),
      );
    });
};
