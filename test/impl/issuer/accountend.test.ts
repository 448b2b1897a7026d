// The account's own end (clause C9): verification expired, and 28 days since the day of its last pass.
// At both sides of that millisecond, by the sweep alone and by a request that comes before any sweep.
// It leaves nothing, and it never comes while the verification lasts.
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { presets } from "../../../models/policy.ts";
import { Issuer, issuerSweeper } from "../../../impl/issuer/issuer.ts";
import { filesHolding } from "../store/freshfolder.ts";
import { agree, agreeAndVerify, ann, askPass, sendCode, verify } from "./people.ts";
import { day, minute, newPremises, noonMs, running } from "./premises.ts";
import { allRows, people, tagOf } from "./stored.ts";

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

const ended = {
  account: [],
  consent: [],
  consent_event: [],
  verification: [],
  verification_event: [],
  forgetting: [],
};

describe("the end of an account", () => {
  it("comes by the sweep, to the millisecond, and leaves nothing in any file", async () => {
    const premises = newPremises();
    await running(
      premises,
      noonMs,
      Effect.gen(function* () {
        const { sweep } = yield* Issuer;
        yield* lived;
        const tag = yield* tagOf(ann);
        expect(filesHolding(premises.folder, tag)).not.toEqual([]);
        yield* TestClock.setTime(endMs - 1);
        expect(yield* sweep).toMatchObject({ accounts: 0 });
        expect(yield* allRows).toMatchObject({
          account: [[1, tag, "", expect.any(Uint8Array)]],
          consent: [["1", "given", 1, noonMs, null]],
          verification: [["1", "expired", 0, 0, null, null, null, null, endMs]],
        });
        yield* TestClock.setTime(endMs);
        expect(yield* sweep).toMatchObject({ accounts: 1 });
        expect(yield* allRows).toMatchObject(ended);
        for (const form of [ann, tag]) expect(filesHolding(premises.folder, form)).toEqual([]);
      }),
      { policy: once },
    );
  });

  it("is seen by a request that comes before any sweep, on either side of the millisecond", async () => {
    for (const [atMs, told] of [
      [endMs - 1, "code.sent"],
      [endMs, "consent-required"],
    ] as const)
      await running(
        newPremises(),
        noonMs,
        Effect.gen(function* () {
          yield* lived;
          yield* TestClock.setTime(atMs);
          expect(yield* sendCode(ann)).toBe(told);
          if (told === "consent-required") expect(yield* allRows).toMatchObject(ended);
        }),
        { policy: once },
      );
  });

  it("never comes while the verification lasts, however long ago the last pass was", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        const { announceLevel, sweep } = yield* Issuer;
        yield* announceLevel("serious");
        yield* agreeAndVerify(ann);
        yield* TestClock.setTime(noonMs + 30 * day - 1);
        expect(yield* sweep).toMatchObject({ accounts: 0 });
        expect((yield* people).account).toEqual([[1, ann]]);
        // Its last day was the first: the two ends fall together.
        yield* TestClock.setTime(noonMs + 30 * day);
        expect(yield* sweep).toMatchObject({ accounts: 1 });
        expect(yield* people).toEqual(nothing);
      }),
    ));

  it("comes to hundreds at once", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        const { announceLevel, perform, sweep } = yield* Issuer;
        yield* announceLevel("serious");
        const receivedAtMs = noonMs;
        const phones = Array.from({ length: 700 }, (_, index) => `0101${String(index).padStart(7, "0")}`);
        yield* perform(phones.map((phone) => ({ kind: "agree", phone, noticeVersion: 1, receivedAtMs })));
        yield* perform(phones.map((phone) => ({ kind: "sendCode", phone, receivedAtMs })));
        yield* TestClock.setTime(noonMs + 10 * minute);
        expect(yield* sweep).toMatchObject({ accounts: 700 });
        expect(yield* allRows).toMatchObject(ended);
      }),
    ));

  it("leaves no row behind when it is a refused request that finds it", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        const { announceLevel, sweep } = yield* Issuer;
        yield* announceLevel("serious");
        yield* agreeAndVerify(ann);
        yield* TestClock.setTime(endMs);
        expect(yield* sendCode(ann)).toBe("consent-required");
        expect(yield* people).toEqual(nothing);
        expect(yield* sweep).toMatchObject({ accounts: 0 });
      }),
    ));

  it("lets who comes back then begin anew at once", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        yield* lived;
        yield* TestClock.setTime(endMs);
        expect(yield* agree(ann)).toBe("consent.recorded");
        expect(yield* verify(ann)).toBe("phone.verified");
        expect(yield* askPass(ann)).toBe("pass.shown");
      }),
      { policy: once },
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
      for (let turn = 0; turn < 200 && (yield* people).account.length !== 0; turn += 1)
        yield* Effect.promise(() => new Promise((resolve) => setTimeout(resolve, 5)));
      expect(yield* people).toEqual(nothing);
    }).pipe(Effect.scoped),
  ));
