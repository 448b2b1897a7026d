// A lifecycle as a service over a real file: events, readings, sweeps, each in one transaction, with deadlines before commands.
// A sweep of thousands writes every one of them, and what it tells can be heard.
import { Effect, Layer } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { VerificationLifecycle } from "../../../impl/generated/services/verification.ts";
import { PartyNow } from "../../../impl/lifecycle/partyclock.ts";
import { Refused } from "../../../impl/lifecycle/refused.ts";
import { minute, newBook, newFile, noonMs, overStore, rowsOf } from "./overstore.ts";

const opened = Effect.map(VerificationLifecycle, (verification) => verification);
const service = Effect.gen(function* () {
  const book = yield* newBook;
  return yield* Effect.provide(opened, VerificationLifecycle.over(book));
});

describe("a lifecycle service", () => {
  it("stores what an event did, tells it, and reads it as it stands", () =>
    overStore(
      Effect.gen(function* () {
        const verification = yield* service;
        expect(yield* verification.read("1")).toMatchObject({ state: "unverified" });
        expect(yield* verification.codeRequested("1")).toBe("code.sent");
        expect(yield* verification.read("1")).toEqual({
          state: "challenged",
          fields: {
            tries: 0,
            sends: 1,
            sendsEndAt: noonMs + 10 * minute,
            codeEndsAt: noonMs + 3 * minute,
            verifiedUntil: null,
            lockedUntil: null,
            accountEndsAt: null,
          },
        });
        expect(yield* rowsOf("verification")).toMatchObject([
          ["1", "challenged", 0, 1, noonMs + 10 * minute, noonMs + 3 * minute, null, null, null],
        ]);
        expect(yield* rowsOf("verification_event")).toEqual([
          [
            "1",
            1,
            noonMs,
            "code.requested",
            "verification:unverified--code.requested-->challenged",
            "challenged",
          ],
        ]);
      }),
    ));

  it("refuses with the code and its sentence, and changes nothing", () =>
    overStore(
      Effect.gen(function* () {
        const verification = yield* service;
        const refused = yield* Effect.flip(verification.codeSubmitted("1", { matches: true }));
        expect(refused).toBeInstanceOf(Refused);
        expect(refused).toMatchObject({ code: "code-not-sent" });
        expect(refused instanceof Refused && refused.sentence.length > 10 && refused.advice.length > 5).toBe(
          true,
        );
        expect(yield* rowsOf("verification")).toEqual([]);
        expect(yield* rowsOf("verification_event")).toEqual([]);
      }),
    ));

  it("lets what is due expire at each reading, without a sweep", () =>
    overStore(
      Effect.gen(function* () {
        const verification = yield* service;
        yield* verification.codeRequested("1");
        yield* TestClock.setTime(noonMs + 3 * minute - 1);
        expect(yield* verification.read("1")).toMatchObject({ state: "challenged" });
        yield* TestClock.setTime(noonMs + 3 * minute);
        expect(yield* verification.read("1")).toMatchObject({ state: "unanswered" });
        expect(yield* rowsOf("verification")).toEqual([expect.arrayContaining(["1", "unanswered"])]);
        yield* TestClock.setTime(noonMs + 10 * minute);
        expect(yield* verification.read("1")).toMatchObject({ state: "unverified" });
        expect(yield* rowsOf("verification")).toEqual([]);
      }),
    ));

  it("sweeps thousands, at most so many at once, and every one of them is written", async () => {
    const file = newFile();
    const keys = Array.from({ length: 1_500 }, (_, index) => String(index + 1));
    await overStore(
      Effect.gen(function* () {
        const verification = yield* service;
        for (const key of keys) yield* verification.codeRequested(key);
        yield* TestClock.setTime(noonMs + 3 * minute);
        expect(yield* verification.sweep(1_000)).toHaveLength(1_000);
        expect(yield* verification.sweep(1_000)).toHaveLength(500);
        expect(yield* verification.sweep(1_000)).toEqual([]);
      }),
      file,
    );
    await overStore(
      Effect.gen(function* () {
        const states = new Set((yield* rowsOf("verification")).map(([, state]) => state));
        expect(states).toEqual(new Set(["unanswered"]));
        expect(yield* rowsOf("verification_event")).toHaveLength(3_000);
        const verification = yield* service;
        yield* TestClock.setTime(noonMs + 10 * minute);
        expect(yield* verification.sweep(5_000)).toHaveLength(1_500);
        expect(yield* rowsOf("verification")).toEqual([]);
        expect(yield* rowsOf("verification_event")).toEqual([]);
      }),
      file,
    );
  });

  it("lets a listener hear what a sweep told, and of whom", () =>
    overStore(
      Effect.gen(function* () {
        const verification = yield* service;
        for (const key of ["1", "2"]) {
          yield* verification.codeRequested(key);
          if (key === "2") yield* verification.codeSubmitted(key, { matches: true });
        }
        yield* TestClock.setTime(noonMs + 60 * 24 * 60 * minute);
        const heard: (readonly [string, string])[] = [];
        yield* verification.sweep(10, (key, told) => heard.push([key, told]));
        expect(heard).toEqual([
          ["2", "verification.ended"],
          ["2", "account.ended"],
        ]);
      }),
    ));

  it("goes by the clock of its party", () =>
    overStore(
      Effect.gen(function* () {
        let presentMs = noonMs;
        const book = yield* newBook;
        const verification = yield* Effect.provide(
          opened,
          VerificationLifecycle.over(book).pipe(
            Layer.provide(
              Layer.succeed(
                PartyNow,
                Effect.sync(() => presentMs),
              ),
            ),
          ),
        );
        yield* verification.codeRequested("1");
        yield* TestClock.setTime(noonMs + 60 * minute);
        expect(yield* verification.read("1")).toMatchObject({ state: "challenged" });
        presentMs += 3 * minute;
        expect(yield* verification.read("1")).toMatchObject({ state: "unanswered" });
      }),
    ));
});
