// The account's own end (clause C9): verification expired, and 28 days since the day of its last pass.
// At both sides of that millisecond, by the sweep alone and by a request that comes before any sweep.
// It leaves nothing, and it never comes while the verification lasts.
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { presets } from "../../../models/policy.ts";
import { Issuer, issuerSweeper } from "../../../impl/issuer/issuer.ts";
import { filesHolding } from "../store/freshfolder.ts";
import { agreeAndVerify, ann, askPass, sendCode, withdraw } from "./people.ts";
import { day, minute, newPremises, noonMs, running } from "./premises.ts";
import { allRows, people, rowCounts } from "./stored.ts";

const once = presets["2020-10"];
/** Verified at noon of 1 July; the last pass on 20 July; the verification expires at noon of 31 July. */
const lastPassMs = Date.parse("2020-07-20T23:59:59.999+09:00");
const endMs = Date.parse("2020-08-17T00:00:00.000+09:00");
const nothing = { account: [], consent: [], verification: [] };

const lived = Effect.gen(function* () {
  const { announceLevel } = yield* Issuer;
  yield* announceLevel("serious");
  yield* agreeAndVerify(ann);
  yield* TestClock.setTime(lastPassMs);
  expect(yield* askPass(ann)).toBe("pass.shown");
});

describe("the end of an account", () => {
  it("comes by the sweep, to the millisecond, and leaves nothing in any file", async () => {
    const premises = newPremises();
    const kept = { ...once, constants: { ...once.constants, consentAsked: "everyPass" } };
    await running(
      premises,
      noonMs,
      Effect.gen(function* () {
        const { announceLevel, sweep } = yield* Issuer;
        yield* announceLevel("serious");
        yield* agreeAndVerify(ann);
        yield* TestClock.setTime(endMs - day);
        expect(yield* sweep).toMatchObject({ accounts: 0 });
      }),
      { policy: { ...kept, constants: { ...kept.constants, accountKept: 60 * day } } },
    );
    const sixtyMs = Date.parse("2020-08-30T00:00:00.000+09:00");
    await running(
      premises,
      sixtyMs - 1,
      Effect.gen(function* () {
        const { sweep } = yield* Issuer;
        expect(yield* sweep).toMatchObject({ accounts: 0 });
        expect((yield* people).account).toEqual([[1, ann]]);
        yield* TestClock.setTime(sixtyMs);
        expect(yield* sweep).toMatchObject({ accounts: 1 });
        expect(yield* people).toEqual(nothing);
        expect(yield* rowCounts).toMatchObject({ consent_event: 0, verification_event: 0, forgetting: 0 });
        expect(filesHolding(premises.folder, ann)).toEqual([]);
      }),
      { policy: kept },
    );
  });

  it("counts from the day of the last pass", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        const { sweep } = yield* Issuer;
        yield* lived;
        yield* TestClock.setTime(endMs - 1);
        yield* sweep;
        expect(yield* allRows).toMatchObject({
          account: [[1, ann]],
          verification: [["1", "expired", 0, 0, null, null, null, null, endMs]],
        });
        yield* TestClock.setTime(endMs);
        expect(yield* sweep).toMatchObject({ accounts: 0 });
        // The consent given once is not tied to a verification, and still stands: so does the account.
        expect(yield* rowCounts).toMatchObject({ verification: 0, consent: 1, account: 1 });
      }),
      { policy: once },
    ));

  it("is seen by a request before any sweep, on either side of the millisecond", async () => {
    for (const [atMs, told] of [
      [endMs - 1, "account.ended"],
      [endMs, "account-unknown"],
    ] as const)
      await running(
        newPremises(),
        noonMs,
        Effect.gen(function* () {
          const { announceLevel } = yield* Issuer;
          yield* announceLevel("serious");
          yield* agreeAndVerify(ann);
          yield* TestClock.setTime(lastPassMs);
          yield* agreeAndVerify(ann);
          yield* TestClock.setTime(lastPassMs + 30 * day);
          // Its verification of 20 July has just expired, and its account ends when the reading says so.
          yield* TestClock.setTime(atMs + 3 * day);
          expect(yield* withdraw(ann)).toBe(told === "account.ended" ? "account.ended" : "account-unknown");
        }),
      );
  });

  it("leaves no row behind when it is a refused request that finds it", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        const { announceLevel, sweep } = yield* Issuer;
        yield* announceLevel("serious");
        yield* agreeAndVerify(ann);
        yield* TestClock.adjust(29 * day);
        yield* sweep;
        yield* TestClock.setTime(endMs);
        expect(yield* sendCode(ann)).toBe("consent-required");
        expect(yield* people).toEqual(nothing);
        expect(yield* sweep).toMatchObject({ accounts: 0 });
      }),
    ));
});

it("a consent that has covered its pass leaves no number behind for one who never verified", () =>
  running(
    newPremises(),
    noonMs,
    Effect.gen(function* () {
      const { announceLevel, perform, now } = yield* Issuer;
      yield* announceLevel("serious");
      yield* perform([{ kind: "agree", phone: ann, noticeVersion: 1, receivedAtMs: yield* now }]);
      expect((yield* people).account).toEqual([[1, ann]]);
      yield* TestClock.adjust(10 * minute);
      expect(yield* askPass(ann)).toBe("consent-required");
      expect(yield* people).toEqual(nothing);
    }),
  ));

it("the sweeper erases by itself, within the lateness that the policy names", () =>
  running(
    newPremises(),
    noonMs,
    Effect.gen(function* () {
      const { announceLevel } = yield* Issuer;
      yield* announceLevel("serious");
      yield* issuerSweeper;
      yield* agreeAndVerify(ann);
      yield* TestClock.setTime(noonMs + 30 * day - minute);
      expect((yield* people).account).toEqual([[1, ann]]);
      yield* TestClock.adjust(11 * minute);
      // Let what the clock has woken do its work on the disk.
      for (let turn = 0; turn < 200 && (yield* people).account?.length !== 0; turn += 1)
        yield* Effect.promise(() => new Promise((resolve) => setTimeout(resolve, 5)));
      expect(yield* people).toEqual(nothing);
    }).pipe(Effect.scoped),
  ));
