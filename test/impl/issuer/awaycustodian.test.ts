// The custodian away: issuing goes on, and no pass becomes one that two officers could never open. The sealed shares of each epoch
// are on disk before its first pass is answered, wait for the custodian through a restart too, and are delivered when it is back.
import { Effect, Fiber } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { presets } from "../../../models/policy.ts";
import { Issuer } from "../../../impl/issuer/issuer.ts";
import type { Pass } from "../../../impl/protocol/pass.ts";
import { Store } from "../../../impl/store/store.ts";
import { toHex } from "../protocol/hex.ts";
import { handleOf } from "./officers.ts";
import { agreeAndVerify, ann, getPass } from "./people.ts";
import { minute, newPremises, noonMs, running, second, type Premises } from "./premises.ts";

const policy = presets["2020-10"];
const hour = 60 * minute;
const verified = Effect.flatMap(Issuer, ({ announceLevel }) =>
  Effect.andThen(announceLevel("serious"), agreeAndVerify(ann)),
);
const waiting = Effect.flatMap(Store, (store) =>
  Effect.map(store.values("SELECT count(*) FROM waiting_deposit"), ([row]) => Number(row?.[0])),
);
/** Lets whatever is under way come to its end: the store of a test may be a server. */
const settled = <E, R>(condition: Effect.Effect<boolean, E, R>): Effect.Effect<void, E, R> =>
  Effect.flatMap(condition, (isMet) =>
    isMet
      ? Effect.void
      : Effect.andThen(
          Effect.promise(() => new Promise((resolve) => setTimeout(resolve, 5))),
          settled(condition),
        ),
  );
/** The issuer tries again and again while it is asked. */
const delivered = settled(
  Effect.andThen(
    TestClock.adjust(second),
    Effect.map(waiting, (count) => count === 0),
  ),
);
const isJoinable = (premises: Premises, pass: Pass) =>
  premises.custodian.depositOf(pass.epochId) === undefined
    ? Effect.succeed(false)
    : Effect.as(handleOf(premises, pass), true);

describe("while the custodian is away", () => {
  it("passes are issued minute after minute, and their epochs wait on disk until it is back", async () => {
    const premises = newPremises();
    const { custodian } = premises;
    await running(
      premises,
      noonMs,
      Effect.gen(function* () {
        yield* verified;
        custodian.become("fails");
        const passes: Pass[] = [];
        for (let turn = 0; turn < 5; turn += 1) {
          passes.push(yield* getPass(ann));
          expect(yield* waiting).toBe(turn + 1);
          yield* TestClock.adjust(minute);
        }
        expect(new Set(passes.map(({ epochId }) => toHex(epochId))).size).toBe(5);
        expect(custodian.epochs()).toEqual([]);
        custodian.become("takes");
        yield* delivered;
        for (const pass of passes) expect(yield* isJoinable(premises, pass)).toBe(true);
        // From here on a deposit goes the short way again.
        yield* TestClock.adjust(minute);
        const next = yield* getPass(ann);
        expect(custodian.depositOf(next.epochId)).toBeDefined();
        expect(yield* waiting).toBe(0);
      }),
      { policy },
    );
  });

  it("a restart loses none of them: the next process delivers what the last one left", async () => {
    const premises = newPremises();
    premises.custodian.become("fails");
    const pass = await running(premises, noonMs, Effect.andThen(verified, getPass(ann)), { policy });
    await running(
      premises,
      noonMs + hour,
      Effect.gen(function* () {
        expect(yield* waiting).toBe(1);
        const another = yield* getPass(ann);
        expect(yield* waiting).toBe(2);
        premises.custodian.become("takes");
        yield* delivered;
        for (const each of [pass, another]) expect(yield* isJoinable(premises, each)).toBe(true);
      }),
      { policy },
    );
  });

  it("one that took a deposit and could not say so is given the same again, and has it once", async () => {
    const premises = newPremises();
    const { custodian } = premises;
    await running(
      premises,
      noonMs,
      Effect.gen(function* () {
        yield* verified;
        custodian.become("loses");
        const pass = yield* getPass(ann);
        expect(yield* waiting).toBe(1);
        custodian.become("takes");
        yield* delivered;
        expect(custodian.epochs().map(({ epochId }) => toHex(epochId))).toEqual([toHex(pass.epochId)]);
        expect(custodian.asked()).toBeGreaterThanOrEqual(2);
      }),
      { policy },
    );
  });

  it("one that does not answer keeps people waiting a moment, once, and not at the next epoch", async () => {
    const premises = newPremises();
    const { custodian } = premises;
    await running(
      premises,
      noonMs,
      Effect.gen(function* () {
        yield* verified;
        custodian.become("hangs");
        const first = yield* Effect.forkChild(getPass(ann));
        yield* settled(Effect.sync(() => custodian.asked() === 1));
        yield* TestClock.adjust(2 * second - 1);
        expect(first.pollUnsafe()).toBeUndefined();
        yield* TestClock.adjust(1);
        yield* Fiber.join(first);
        yield* TestClock.adjust(minute);
        // The clock stands still: this one waits for nobody.
        yield* getPass(ann);
        expect(yield* waiting).toBe(2);
      }),
      { policy },
    );
  });

  it("an epoch that comes back too early, because a clock had leapt, waits until its time has come", async () => {
    const premises = newPremises();
    const { custodian } = premises;
    await running(
      premises,
      noonMs,
      Effect.gen(function* () {
        yield* verified;
        custodian.become("fails");
        const pass = yield* getPass(ann);
        custodian.become("behind");
        const before = custodian.asked();
        yield* settled(
          Effect.andThen(
            TestClock.adjust(second),
            Effect.sync(() => custodian.asked() > before + 2),
          ),
        );
        expect(yield* waiting).toBe(1);
        custodian.become("takes");
        yield* delivered;
        expect(yield* isJoinable(premises, pass)).toBe(true);
      }),
      { policy },
    );
  });

  it("what waits says nothing to whoever has the store, and is erased when no scan of it is taken any more", async () => {
    const premises = newPremises();
    premises.custodian.become("fails");
    await running(
      premises,
      noonMs,
      Effect.gen(function* () {
        yield* verified;
        const { epochId } = yield* getPass(ann);
        const store = yield* Store;
        const [row] = yield* store.values("SELECT sealed, ends_at FROM waiting_deposit");
        expect(row?.[0] instanceof Uint8Array ? toHex(row[0]) : "").not.toContain(toHex(epochId));
        // A minute of issuing, 15 s of life, twice 2 s between clocks, six hours of waiting at a venue.
        const endsAtMs = noonMs + 79 * second + 6 * hour;
        expect(Number(row?.[1])).toBe(endsAtMs);
        const { sweep } = yield* Issuer;
        yield* TestClock.setTime(endsAtMs - 1);
        yield* sweep;
        expect(yield* waiting).toBe(1);
        yield* TestClock.setTime(endsAtMs);
        yield* sweep;
        expect(yield* waiting).toBe(0);
      }),
      { policy },
    );
  });
});
