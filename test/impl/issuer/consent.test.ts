// Consent at the issuer: to the notice in force, at every pass or once as the policy asks, and over when it is withdrawn.
// A code and a pass are refused without it, on the server and whatever the page showed.
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { defaultPolicy, presets, type Policy } from "../../../models/policy.ts";
import { Issuer } from "../../../impl/issuer/issuer.ts";
import { agree, agreeAndVerify, ann, askPass, ben, sendCode, typeCode, verify, withdraw } from "./people.ts";
import { day, minute, newPremises, noonMs, running } from "./premises.ts";
import { allRows } from "./stored.ts";

const serious = Effect.flatMap(Issuer, ({ announceLevel }) => announceLevel("serious"));
const withNotice = (policy: Policy, noticeVersion: number): Policy => ({
  ...policy,
  constants: { ...policy.constants, noticeVersion },
});

describe("consent", () => {
  it("comes before a code, and before a pass", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        yield* serious;
        const before = yield* allRows;
        expect(yield* sendCode(ann)).toBe("consent-required");
        expect(yield* typeCode(ann, "123456")).toBe("consent-required");
        expect(yield* askPass(ann)).toBe("consent-required");
        expect(yield* withdraw(ann)).toBe("account-unknown");
        expect(yield* allRows).toEqual(before);
        expect(yield* agree(ann)).toBe("consent.recorded");
        const agreed = yield* allRows;
        expect(yield* askPass(ann)).toBe("verification-required");
        expect(yield* allRows).toEqual(agreed);
        expect(yield* verify(ann)).toBe("phone.verified");
        expect(yield* askPass(ann)).toBe("pass.shown");
      }),
    ));

  it("is given to the notice in force and to no other", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        yield* serious;
        const before = yield* allRows;
        for (const other of [0, 2, 7]) expect(yield* agree(ann, other)).toBe("notice-outdated");
        expect(yield* allRows).toEqual(before);
      }),
    ));

  it("is asked at every pass, and covers its renewals for ten minutes to the millisecond", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        yield* serious;
        yield* agreeAndVerify(ann);
        yield* TestClock.setTime(noonMs + 10 * minute - 1);
        expect(yield* askPass(ann)).toBe("pass.shown");
        yield* TestClock.setTime(noonMs + 10 * minute);
        expect(yield* askPass(ann)).toBe("consent-required");
        expect(yield* agree(ann)).toBe("consent.recorded");
        expect(yield* askPass(ann)).toBe("pass.shown");
      }),
    ));

  it("is asked once where the policy says so", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        yield* serious;
        yield* agreeAndVerify(ann);
        yield* TestClock.setTime(noonMs + 29 * day);
        expect(yield* askPass(ann)).toBe("pass.shown");
      }),
      { policy: presets["2020-10"] },
    ));

  it("is over when it is withdrawn, for the one who withdrew and at once", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        yield* serious;
        yield* agreeAndVerify(ann);
        yield* agreeAndVerify(ben);
        expect(yield* withdraw(ann)).toBe("account.ended");
        expect(yield* askPass(ann)).toBe("consent-required");
        expect(yield* askPass(ben)).toBe("pass.shown");
      }),
    ));
});

describe("a new notice", () => {
  it("makes every consent to the old one outdated, and agreeing again lifts that", async () => {
    const premises = newPremises();
    const once = presets["2020-10"];
    await running(
      premises,
      noonMs,
      Effect.gen(function* () {
        yield* serious;
        yield* agreeAndVerify(ann);
        const before = yield* allRows;
        const { publishNotice } = yield* Issuer;
        expect(yield* Effect.flip(publishNotice(2))).toMatchObject({ code: "notice-outdated" });
        expect(yield* publishNotice(1)).toBe(0);
        expect(yield* allRows).toEqual(before);
      }),
      { policy: once },
    );
    await running(
      premises,
      noonMs + minute,
      Effect.gen(function* () {
        // Even before it is published: what was agreed to is not what is in force.
        expect(yield* askPass(ann)).toBe("consent-outdated");
        const { publishNotice } = yield* Issuer;
        expect(yield* publishNotice(2)).toBe(1);
        expect(yield* publishNotice(2)).toBe(0);
        expect(yield* allRows).toMatchObject({
          consent: [["1", "outdated", 1, noonMs, null]],
          last_instant: [[1, noonMs + minute]],
        });
        expect(yield* askPass(ann)).toBe("consent-outdated");
        expect(yield* agree(ann, 1)).toBe("notice-outdated");
        expect(yield* agree(ann, 2)).toBe("consent.recorded");
        expect(yield* askPass(ann)).toBe("pass.shown");
      }),
      { policy: withNotice(once, 2) },
    );
    await running(
      premises,
      noonMs + 2 * minute,
      Effect.map(askPass(ann), (told) => expect(told).toBe("consent-outdated")),
      {
        policy: withNotice(defaultPolicy, 3),
      },
    );
  });

  it("passes over consents that are due to end, so that an issuer starts with it before any sweep", async () => {
    const premises = newPremises();
    await running(
      premises,
      noonMs,
      Effect.gen(function* () {
        yield* serious;
        yield* agree(ann);
        yield* TestClock.adjust(5 * minute);
        yield* agree(ben);
      }),
    );
    await running(
      premises,
      noonMs + 10 * minute,
      Effect.gen(function* () {
        const { publishNotice } = yield* Issuer;
        expect(yield* publishNotice(2)).toBe(1);
        expect(yield* allRows).toMatchObject({
          consent: [["2", "outdated", 1, noonMs + 5 * minute, noonMs + 15 * minute]],
        });
      }),
      { policy: withNotice(defaultPolicy, 2) },
    );
  });
});
