// The line of a venue to its custodian: what waits goes first, nothing new overtakes it, and a custodian that is away keeps nobody
// at the door. The custodian here writes down what it is given; the waiting scans lie in a real file, and the clock is moved by hand.
import { join } from "node:path";
import { Clock, Effect, Exit, Fiber, type Scope } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { refusalCodes } from "../../../impl/generated/law.ts";
import { policyNumbers } from "../../../impl/generated/policy.ts";
import type { CustodianPort } from "../../../impl/protocol/contracts.ts";
import { storeLayer } from "../../../impl/store/sqlite.ts";
import { Store } from "../../../impl/store/store.ts";
import { StoreUnavailable } from "../../../impl/store/unavailable.ts";
import { makeInstants } from "../../../impl/venue/instants.ts";
import { countLateDeliveries } from "../../../impl/venue/latedeliveries.ts";
import { makeSending, type Sending } from "../../../impl/venue/sending.ts";
import { makeWaiting, waitingSql, type Waiting } from "../../../impl/venue/waiting.ts";
import { defaultPolicy } from "../../../models/policy.ts";
import { atNoon, noonMs } from "../custodian/rooms.ts";
import { freshFolder } from "../store/freshfolder.ts";

type Line = "open" | "cut" | "silent";

interface Scene {
  line: Line;
  /** What the custodian answers to each scan. */
  answer: number;
  /** Each call as what was sent: numbers of scans, and whether they came late. */
  readonly calls: { readonly scans: readonly number[]; readonly late: boolean }[];
  readonly sending: Sending;
  readonly waiting: Waiting;
  /** Sends the scan of this number. */
  readonly send: (number: number) => Effect.Effect<number | undefined, StoreUnavailable>;
}

const away = new StoreUnavailable({ reason: "closed", detail: "the line is cut" });

const onLine = (use: (scene: Scene) => Effect.Effect<void, StoreUnavailable, Scope.Scope>) =>
  atNoon(
    Effect.gen(function* () {
      const store = yield* Store;
      yield* store.script(waitingSql);
      const waiting = makeWaiting(store);
      const calls: Scene["calls"] = [];
      const seen: { line: Line; answer: number } = { line: "open", answer: 0 };
      const custodian: CustodianPort["Service"] = {
        deposit: () => Effect.die("nobody deposits here"),
        registerVenue: () => Effect.die("nobody registers here"),
        release: () => Effect.die("nobody asks for a release here"),
        record: (scans) =>
          Effect.suspend(() => {
            if (seen.line === "cut") return Effect.fail(away);
            if (seen.line === "silent") return Effect.never;
            calls.push({ scans: scans.map(({ bytes }) => bytes[0] ?? 0), late: scans[0]?.late ?? false });
            return Effect.succeed(Int32Array.from(scans, () => seen.answer));
          }),
      };
      const instants = makeInstants();
      const sending = yield* makeSending(
        {
          waiting,
          custodian,
          policy: policyNumbers(defaultPolicy),
          now: Clock.currentTimeMillis,
          lateDeliveries: countLateDeliveries(),
        },
        instants,
      );
      const send = (number: number) =>
        Effect.flatMap(Clock.currentTimeMillis, (nowMs) =>
          sending.send({ bytes: Uint8Array.of(number), scannedAtMs: instants.next(nowMs) }),
        );
      yield* use(Object.assign(seen, { calls, sending, waiting, send }));
    }).pipe(Effect.scoped, Effect.provide(storeLayer({ file: join(freshFolder(), "venue.sqlite") }))),
  );

describe("a venue's line to its custodian", () => {
  it("sends at once what comes, and those that come together in one call", () =>
    onLine((scene) =>
      Effect.gen(function* () {
        expect(yield* scene.send(1)).toBe(0);
        const answers = yield* Effect.all([2, 3, 4].map(scene.send), { concurrency: "unbounded" });
        expect(answers).toEqual([0, 0, 0]);
        expect(scene.calls).toEqual([
          { scans: [1], late: false },
          { scans: [2, 3, 4], late: false },
        ]);
      }),
    ));

  it("delivers what waits before anything new is sent on time", () =>
    onLine((scene) =>
      Effect.gen(function* () {
        scene.line = "cut";
        expect(yield* scene.send(1)).toBeUndefined();
        expect(yield* scene.send(2)).toBeUndefined();
        scene.line = "open";
        yield* TestClock.setTime(noonMs + 2_000);
        expect(yield* scene.send(3)).toBe(0);
        expect(scene.calls).toEqual([
          { scans: [1, 2], late: true },
          { scans: [3], late: false },
        ]);
        expect(yield* scene.waiting.count).toBe(0);
      }),
    ));

  it("lets a new scan join what waits as long as that cannot be delivered wholly", () =>
    onLine((scene) =>
      Effect.gen(function* () {
        scene.line = "cut";
        yield* scene.send(1);
        scene.line = "open";
        scene.answer = refusalCodes.indexOf("scans-exceeded");
        yield* TestClock.setTime(noonMs + 2_000);
        expect(yield* scene.send(2)).toBeUndefined();
        expect(scene.calls).toEqual([{ scans: [1], late: true }]);
        scene.answer = 0;
        expect(yield* scene.sending.deliver).toMatchObject({ admitted: 2, waiting: 0 });
        expect(scene.calls.at(-1)).toEqual({ scans: [1, 2], late: true });
      }),
    ));

  it("leaves a custodian that is away in peace for two seconds, and tries again then, whatever the clock did", () =>
    onLine((scene) =>
      Effect.gen(function* () {
        scene.line = "cut";
        yield* scene.send(1);
        scene.line = "open";
        yield* TestClock.setTime(noonMs + 1_999);
        expect(yield* scene.send(2)).toBeUndefined();
        expect(scene.calls).toEqual([]);
        yield* TestClock.setTime(noonMs + 2_000);
        expect(yield* scene.send(3)).toBe(0);
        scene.line = "cut";
        expect(yield* scene.send(4)).toBeUndefined();
        scene.line = "open";
        // An hour back: the peace is not an hour longer.
        yield* TestClock.setTime(noonMs - 3_600_000);
        expect(yield* scene.send(5)).toBe(0);
      }),
    ));

  it("keeps nobody longer than five seconds before a custodian that does not answer", () =>
    onLine((scene) =>
      Effect.gen(function* () {
        scene.line = "silent";
        const standing = yield* Effect.forkScoped(scene.send(1));
        yield* TestClock.adjust(0);
        yield* TestClock.adjust(4_999);
        expect(standing.pollUnsafe()).toBeUndefined();
        yield* TestClock.adjust(1);
        expect(yield* Fiber.join(standing)).toBeUndefined();
        expect(yield* scene.waiting.count).toBe(1);
      }),
    ));

  it("keeps nobody longer when others wait already, or stand before them, or are being delivered", () =>
    onLine((scene) =>
      Effect.gen(function* () {
        scene.line = "cut";
        yield* scene.send(1);
        yield* TestClock.setTime(noonMs + 60_000);
        scene.line = "silent";
        const first = yield* Effect.forkScoped(scene.send(2));
        yield* TestClock.adjust(100);
        const second = yield* Effect.forkScoped(scene.send(3));
        yield* TestClock.adjust(0);
        yield* Effect.forkScoped(scene.sending.deliver);
        yield* TestClock.adjust(5_600);
        expect([first.pollUnsafe(), second.pollUnsafe()]).toEqual([
          Exit.succeed(undefined),
          Exit.succeed(undefined),
        ]);
        yield* TestClock.adjust(20_000);
        expect(yield* scene.waiting.count).toBe(3);
      }),
    ));

  it("lets those that come while a delivery is under way join it, without waiting for it", () =>
    onLine((scene) =>
      Effect.gen(function* () {
        scene.line = "cut";
        yield* scene.send(1);
        yield* TestClock.setTime(noonMs + 60_000);
        scene.line = "silent";
        const delivering = yield* Effect.forkScoped(scene.sending.deliver);
        yield* TestClock.adjust(1_000);
        expect(yield* scene.send(2)).toBeUndefined();
        yield* TestClock.adjust(9_000);
        expect(yield* Fiber.join(delivering)).toMatchObject({ admitted: 0, waiting: 2 });
      }),
    ));
});
