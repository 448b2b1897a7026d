// The lock after too many codes or wrong tries: thirty minutes to the millisecond, over a restart, and not lifted by withdrawing.
// Someone who is verified stays verified while locked.
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { presets } from "../../../models/policy.ts";
import { Issuer } from "../../../impl/issuer/issuer.ts";
import { SmsOutbox } from "../../../impl/issuer/smsgateway.ts";
import {
  agree,
  agreeAndVerify,
  ann,
  askPass,
  readCode,
  sendCode,
  typeCode,
  withdraw,
  wrongOf,
} from "./people.ts";
import { minute, newPremises, noonMs, running } from "./premises.ts";
import { allRows, rowCounts } from "./stored.ts";

const policy = presets["2020-10"];
const opened = Effect.gen(function* () {
  const { announceLevel } = yield* Issuer;
  yield* announceLevel("serious");
  yield* agree(ann);
});

/** Five wrong tries of one code. */
const lockedOut = Effect.gen(function* () {
  yield* sendCode(ann);
  const code = yield* readCode(ann);
  const told: string[] = [];
  for (let tries = 0; tries < 5; tries += 1) told.push(yield* typeCode(ann, wrongOf(code)));
  return { told, code };
});

describe("the lock", () => {
  it("comes with the fifth wrong code, and refuses the right one after it", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        yield* opened;
        const { told, code } = yield* lockedOut;
        expect(told).toEqual([...Array.from({ length: 4 }, () => "code.mismatched"), "code.locked"]);
        const locked = yield* allRows;
        expect(yield* typeCode(ann, code)).toBe("code-locked");
        expect(yield* sendCode(ann)).toBe("code-locked");
        expect(yield* askPass(ann)).toBe("verification-required");
        expect(yield* allRows).toEqual(locked);
      }),
    ));

  it("does not come with the fourth: the right code is still taken", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        yield* opened;
        yield* sendCode(ann);
        const code = yield* readCode(ann);
        for (let tries = 0; tries < 4; tries += 1) yield* typeCode(ann, wrongOf(code));
        expect(yield* typeCode(ann, code)).toBe("phone.verified");
      }),
    ));

  it("comes instead of a fourth code within ten minutes, and not after them", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        yield* opened;
        for (const _ of [1, 2, 3]) expect(yield* sendCode(ann)).toBe("code.sent");
        yield* TestClock.setTime(noonMs + 10 * minute);
        for (const _ of [1, 2, 3]) expect(yield* sendCode(ann)).toBe("code.sent");
        yield* readCode(ann);
        yield* TestClock.setTime(noonMs + 20 * minute - 1);
        expect(yield* sendCode(ann)).toBe("code.locked");
        expect(yield* (yield* SmsOutbox).read(ann)).toBeUndefined();
      }),
      { policy },
    ));

  it("lasts thirty minutes to the millisecond, over a restart", async () => {
    const premises = newPremises();
    await running(premises, noonMs, Effect.andThen(opened, lockedOut), { policy });
    await running(
      premises,
      noonMs + 30 * minute - 1,
      Effect.map(sendCode(ann), (told) => expect(told).toBe("code-locked")),
      { policy },
    );
    await running(
      premises,
      noonMs + 30 * minute,
      Effect.map(sendCode(ann), (told) => expect(told).toBe("code.sent")),
      { policy },
    );
  });

  it("never ends what is verified", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        yield* opened;
        yield* agreeAndVerify(ann);
        const { told, code } = yield* lockedOut;
        expect(told.at(-1)).toBe("code.locked");
        expect(yield* askPass(ann)).toBe("pass.shown");
        expect(yield* sendCode(ann)).toBe("code-locked");
        expect(yield* typeCode(ann, code)).toBe("code-not-sent");
        yield* TestClock.setTime(noonMs + 30 * minute);
        expect(yield* sendCode(ann)).toBe("code.sent");
        expect(yield* askPass(ann)).toBe("pass.shown");
      }),
      { policy },
    ));

  it("is not lifted by withdrawing, and nothing else outlives the withdrawal", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        const { sweep } = yield* Issuer;
        yield* opened;
        yield* lockedOut;
        expect(yield* withdraw(ann)).toBe("account.ended");
        expect(yield* agree(ann)).toBe("consent.recorded");
        expect(yield* sendCode(ann)).toBe("code-locked");
        expect(yield* withdraw(ann)).toBe("account.ended");
        expect(yield* rowCounts).toMatchObject({ account: 1, consent: 0, verification: 1 });
        yield* TestClock.setTime(noonMs + 30 * minute - 1);
        yield* sweep;
        expect(yield* rowCounts).toMatchObject({ account: 1, verification: 1 });
        yield* TestClock.setTime(noonMs + 30 * minute);
        yield* sweep;
        expect(yield* rowCounts).toMatchObject({
          account: 0,
          consent: 0,
          verification: 0,
          verification_event: 0,
        });
      }),
    ));
});
