// Load beyond what a listener takes is refused at once with Retry-After, while what is taken goes on and health answers.
// And a stop takes nothing new, finishes what is under way, and forgets nothing that was acknowledged.
// Latches hold the requests under way; no test waits for a clock.
import { assert, describe, it } from "@effect/vitest";
import { Deferred, Effect, Exit, Fiber, Latch, Scope } from "effect";
import { ask } from "../serve/asks.ts";
import { office, openSmallServer } from "./listening.ts";

const figures = { confirmed: 1, inTreatment: 2, released: 3, deceased: 4, tested: 5 };

const put = (url: string, day: number) =>
  Effect.promise(() =>
    ask({
      url: `${url}/v1/figures/2020-07-${String(day).padStart(2, "0")}`,
      method: "PUT",
      body: JSON.stringify(figures),
    }),
  );

/** Waits until so many requests are under way. */
const untilUnderWay = (underWay: () => number, count: number): Effect.Effect<void> =>
  Effect.suspend(() =>
    underWay() >= count ? Effect.void : Effect.andThen(Effect.sleep(1), untilUnderWay(underWay, count)),
  );

describe("shedding", () => {
  it.live("refuses beyond the bound at once, answers health, and serves again when there is room", () =>
    Effect.gen(function* () {
      const gate = yield* Latch.make(false);
      const server = yield* openSmallServer({
        everybodyPuttingIs: office,
        before: gate.await,
        limits: { underWayMost: 3 },
      });
      const { url, underWay } = server.public;
      const taken = yield* Effect.forkChild(
        Effect.forEach([1, 2, 3], (day) => put(url, day), { concurrency: "unbounded" }),
      );
      yield* untilUnderWay(underWay, 3);
      for (let round = 0; round < 20; round += 1) {
        const refused = yield* put(url, 20);
        assert.strictEqual(refused.status, 503);
        assert.strictEqual(refused.headers["retry-after"], "1");
        assert.match(refused.body, /"code":"overloaded"/);
      }
      const health = yield* Effect.promise(() => ask({ url: `${url}/health` }));
      assert.strictEqual(health.status, 200);
      yield* gate.open;
      const answers = yield* Fiber.join(taken);
      assert.deepStrictEqual(
        answers.map(({ status }) => status),
        [200, 200, 200],
      );
      assert.strictEqual((yield* put(url, 4)).status, 200);
      assert.deepStrictEqual(server.published.map(({ date }) => date).sort(), [
        "2020-07-01",
        "2020-07-02",
        "2020-07-03",
        "2020-07-04",
      ]);
    }),
  );

  it.live("counts a caller who goes away as gone", () =>
    Effect.gen(function* () {
      const gate = yield* Latch.make(false);
      const server = yield* openSmallServer({
        everybodyPuttingIs: office,
        before: gate.await,
        limits: { underWayMost: 1 },
      });
      const { url, underWay } = server.public;
      const controller = new AbortController();
      const gone = fetch(`${url}/v1/figures`, { signal: controller.signal }).catch(() => undefined);
      yield* untilUnderWay(underWay, 1);
      controller.abort();
      yield* Effect.promise(() => gone);
      while (underWay() > 0) yield* Effect.sleep(1);
      yield* gate.open;
      assert.strictEqual((yield* put(url, 1)).status, 200);
    }),
  );
});

describe("a stop", () => {
  it.live("finishes what is under way and takes nothing new", () =>
    Effect.gen(function* () {
      const gate = yield* Latch.make(false);
      const scope = yield* Scope.make();
      const server = yield* openSmallServer({ everybodyPuttingIs: office, before: gate.await }).pipe(
        Scope.provide(scope),
      );
      const { url, underWay } = server.public;
      const taken = yield* Effect.forkChild(put(url, 1));
      yield* untilUnderWay(underWay, 1);
      const stopped = yield* Deferred.make<undefined>();
      yield* Effect.forkChild(
        Effect.andThen(Scope.close(scope, Exit.void), Deferred.succeed(stopped, undefined)),
      );
      const refused = yield* Effect.promise(() =>
        ask({ url: `${url}/v1/figures` }).then(
          ({ status }) => status,
          () => "no connection",
        ),
      );
      assert.include([503, "no connection"], refused);
      assert.isFalse(yield* Deferred.isDone(stopped));
      yield* gate.open;
      assert.strictEqual((yield* Fiber.join(taken)).status, 200);
      yield* Deferred.await(stopped);
      assert.deepStrictEqual(server.published, [{ date: "2020-07-01", confirmed: 1 }]);
      const after = yield* Effect.promise(() => ask({ url: `${url}/health` }).then(String, () => "closed"));
      assert.strictEqual(after, "closed");
    }),
  );

  it.live("ends within its bound, even when something never finishes", () =>
    Effect.gen(function* () {
      const scope = yield* Scope.make();
      const server = yield* openSmallServer({
        everybodyPuttingIs: office,
        before: Effect.never,
        limits: { stopWithinMs: 200 },
      }).pipe(Scope.provide(scope));
      const { url, underWay } = server.public;
      yield* Effect.forkChild(Effect.ignore(put(url, 1)));
      yield* untilUnderWay(underWay, 1);
      yield* Scope.close(scope, Exit.void).pipe(Effect.timeout(5_000));
      assert.deepStrictEqual(server.published, []);
    }),
  );
});
