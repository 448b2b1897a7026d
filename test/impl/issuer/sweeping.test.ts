// The issuer's sweeping: it needs nobody, survives a store that fails for a while, and goes on for weeks in one process.
// A request under way is not broken off by whoever asked for it going away.
import { Deferred, Effect, Fiber, Logger } from "effect";
import { TestClock } from "effect/testing";
import { expect, it } from "vitest";
import { presets } from "../../../models/policy.ts";
import { Issuer, issuerSweeper } from "../../../impl/issuer/issuer.ts";
import { CustodianPort } from "../../../impl/protocol/contracts.ts";
import { seoulDay } from "../../../impl/protocol/seoulday.ts";
import { Aliases } from "../../../impl/store/aliases.ts";
import { StoreUnavailable } from "../../../impl/store/unavailable.ts";
import { Vault } from "../../../impl/store/vault.ts";
import { agree, agreeAndVerify, ann, askPass, stamped } from "./people.ts";
import { day, minute, newPremises, noonMs, running } from "./premises.ts";
import { allRows, rowCounts } from "./stored.ts";

const policy = presets["2020-10"];
const announced = Effect.flatMap(Issuer, ({ announceLevel }) => announceLevel("serious"));

it("goes on after a sweep that failed", () =>
  running(
    newPremises(),
    noonMs,
    Effect.gen(function* () {
      const issuer = yield* Issuer;
      let swept = 0;
      const failing = Effect.suspend(() => {
        swept += 1;
        return swept % 2 === 1
          ? Effect.fail(new StoreUnavailable({ reason: "busy", detail: "for a while" }))
          : issuer.sweep;
      });
      yield* Effect.provideService(issuerSweeper, Issuer, { ...issuer, sweep: failing });
      yield* TestClock.adjust(30 * minute);
      expect(swept).toBeGreaterThanOrEqual(6);
    }).pipe(Effect.scoped, Effect.provide(Logger.layer([]))),
  ));

it("issues and erases for weeks in one process, and holds 28 days at any time", () =>
  running(
    newPremises(),
    noonMs,
    Effect.gen(function* () {
      const { sweep } = yield* Issuer;
      yield* announced;
      const erased: number[] = [];
      for (let passed = 0; passed < 36; passed += 1) {
        if (passed % 25 === 0) yield* agreeAndVerify(ann);
        expect(yield* askPass(ann)).toBe("pass.shown");
        erased.push(...(yield* sweep).days);
        yield* TestClock.adjust(day);
      }
      const first = seoulDay(noonMs);
      // On its last day the process holds that day and the 27 before it.
      expect(erased).toEqual(Array.from({ length: 8 }, (_, passed) => first + passed));
      expect(yield* rowCounts).toMatchObject({ day: 28, account: 1 });
      expect((yield* Aliases).days()).toHaveLength(28);
      expect((yield* Vault).names().filter((name) => name.startsWith("handles-"))).toHaveLength(28);
    }),
    { policy },
  ));

it("opens a day again that one process ended, without opening what has ended", () =>
  running(
    newPremises(),
    noonMs,
    Effect.gen(function* () {
      const { sweep } = yield* Issuer;
      yield* announced;
      yield* agreeAndVerify(ann);
      yield* askPass(ann);
      yield* TestClock.setTime(noonMs + 28 * day);
      yield* sweep;
      expect(yield* rowCounts).toMatchObject({ day: 0 });
      yield* askPass(ann);
      expect((yield* allRows)["day"]).toMatchObject([
        [String(seoulDay(noonMs) + 28), "kept", expect.any(Number)],
      ]);
    }),
    { policy },
  ));

it("a batch that has begun is carried out even when whoever asked has gone", async () => {
  const premises = newPremises();
  const reached = Deferred.makeUnsafe<boolean>();
  const go = Deferred.makeUnsafe<boolean>();
  const slow = CustodianPort.of({
    ...premises.custodian.port,
    deposit: (deposits, atMs) =>
      Effect.andThen(
        Deferred.succeed(reached, true),
        Effect.andThen(Deferred.await(go), premises.custodian.port.deposit(deposits, atMs)),
      ),
  });
  await running(
    { ...premises, custodian: { ...premises.custodian, port: slow } },
    noonMs,
    Effect.gen(function* () {
      const { perform } = yield* Issuer;
      yield* announced;
      yield* agreeAndVerify(ann);
      const asking = yield* Effect.forkChild(perform([yield* stamped({ kind: "issue", phone: ann })]));
      yield* Deferred.await(reached);
      const leaving = yield* Effect.forkChild(Fiber.interrupt(asking));
      for (let turn = 0; turn < 50; turn += 1) yield* Effect.yieldNow;
      yield* Deferred.succeed(go, true);
      yield* Fiber.join(leaving);
      expect(premises.custodian.epochs()).toHaveLength(1);
      // And the next is served as if nothing had been.
      expect(yield* askPass(ann)).toBe("pass.shown");
      expect(yield* agree(ann)).toBe("consent.recorded");
      expect(premises.custodian.epochs()).toHaveLength(1);
    }),
  );
});
