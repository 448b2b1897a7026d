// The SMS code at the issuer: right, wrong, replaced, too late, and never on any disk.
// Limits are told on both sides, to the millisecond. A code of another process is void.
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { presets } from "../../../models/policy.ts";
import { Issuer } from "../../../impl/issuer/issuer.ts";
import { filesHolding } from "../store/freshfolder.ts";
import {
  agree,
  agreeAndVerify,
  ann,
  askPass,
  ben,
  outcomeOf,
  readCode,
  sendCode,
  stamped,
  typeCode,
  wrongOf,
} from "./people.ts";
import { newPremises, noonMs, running, second } from "./premises.ts";
import { allRows, tagOf } from "./stored.ts";

const opened = Effect.gen(function* () {
  const { announceLevel } = yield* Issuer;
  yield* announceLevel("serious");
  yield* agree(ann);
});

describe("a code", () => {
  it("has six digits, verifies the number it was sent to, and only that, once", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        yield* opened;
        yield* agree(ben);
        const before = yield* allRows;
        expect(yield* typeCode(ann, "000000")).toBe("code-not-sent");
        expect(yield* allRows).toEqual(before);
        expect(yield* sendCode(ann)).toBe("code.sent");
        const code = yield* readCode(ann);
        expect(code).toMatch(/^\d{6}$/);
        expect(yield* typeCode(ben, code)).toBe("code-not-sent");
        expect(yield* typeCode(ann, code)).toBe("phone.verified");
        const verified = yield* allRows;
        expect(yield* typeCode(ann, code)).toBe("code-not-sent");
        expect(yield* allRows).toEqual(verified);
      }),
    ));

  it("is one of two that were sent to two people: neither takes the other's", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        yield* opened;
        yield* agree(ben);
        yield* sendCode(ann);
        yield* sendCode(ben);
        const [forAnn, forBen] = [yield* readCode(ann), yield* readCode(ben)];
        // One in a million pairs is equal by chance.
        if (forAnn !== forBen) expect(yield* typeCode(ann, forBen)).toBe("code.mismatched");
        expect(yield* typeCode(ann, forAnn)).toBe("phone.verified");
        expect(yield* typeCode(ben, forBen)).toBe("phone.verified");
      }),
    ));

  it("lives 180 s to the millisecond", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        yield* opened;
        yield* sendCode(ann);
        const late = yield* readCode(ann);
        yield* TestClock.setTime(noonMs + 180 * second);
        expect(yield* typeCode(ann, late)).toBe("code-not-sent");
        yield* sendCode(ann);
        const inTime = yield* readCode(ann);
        yield* TestClock.setTime(noonMs + 360 * second - 1);
        expect(yield* typeCode(ann, inTime)).toBe("phone.verified");
      }),
    ));

  it("is void when another is sent, even in the same batch", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        yield* opened;
        yield* sendCode(ann);
        const old = yield* readCode(ann);
        const { perform } = yield* Issuer;
        const replies = yield* perform([
          yield* stamped({ kind: "sendCode", phone: ann }),
          yield* stamped({ kind: "checkCode", phone: ann, code: old }),
        ]);
        const code = yield* readCode(ann);
        if (old !== code) expect(replies.map(outcomeOf)).toEqual(["code.sent", "code.mismatched"]);
        expect(yield* typeCode(ann, code)).toBe("phone.verified");
      }),
    ));

  it("stands in no file, neither while it waits nor after", async () => {
    const premises = newPremises();
    await running(
      premises,
      noonMs,
      Effect.gen(function* () {
        yield* opened;
        for (const _ of [1, 2]) {
          yield* sendCode(ann);
          const code = yield* readCode(ann);
          expect(filesHolding(premises.folder, code)).toEqual([]);
          expect(yield* typeCode(ann, wrongOf(code))).toBe("code.mismatched");
          expect(filesHolding(premises.folder, code)).toEqual([]);
          expect(filesHolding(premises.folder, wrongOf(code))).toEqual([]);
        }
      }),
    );
    // The search can find what is there.
    const tag = await running(premises, noonMs, tagOf(ann));
    expect(filesHolding(premises.folder, tag)).not.toEqual([]);
  });

  it("is void after a restart, and a new one is sent", async () => {
    const premises = newPremises();
    const code = await running(
      premises,
      noonMs,
      Effect.andThen(opened, Effect.andThen(sendCode(ann), readCode(ann))),
    );
    await running(
      premises,
      noonMs + second,
      Effect.gen(function* () {
        expect(yield* typeCode(ann, code)).toBe("code.mismatched");
        expect(yield* sendCode(ann)).toBe("code.sent");
        expect(yield* typeCode(ann, yield* readCode(ann))).toBe("phone.verified");
      }),
    );
  });
});

describe("what is verified", () => {
  it("stays so for 30 days to the millisecond, over restarts", async () => {
    const premises = newPremises();
    const endMs = noonMs + 30 * 86_400 * second;
    const policy = presets["2020-10"];
    const announced = Effect.flatMap(Issuer, ({ announceLevel }) => announceLevel("serious"));
    await running(premises, noonMs, Effect.andThen(announced, agreeAndVerify(ann)), { policy });
    await running(
      premises,
      endMs - 1,
      Effect.map(askPass(ann), (told) => expect(told).toBe("pass.shown")),
      { policy },
    );
    await running(
      premises,
      endMs,
      Effect.gen(function* () {
        expect(yield* askPass(ann)).toBe("verification-expired");
        yield* sendCode(ann);
        expect(yield* askPass(ann)).toBe("verification-required");
        expect(yield* typeCode(ann, yield* readCode(ann))).toBe("phone.verified");
        expect(yield* askPass(ann)).toBe("pass.shown");
      }),
      { policy },
    );
  });

  it("may be renewed while it lasts, and a renewal never ends it", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        yield* opened;
        yield* agreeAndVerify(ann);
        yield* TestClock.setTime(noonMs + 29 * 86_400 * second);
        yield* sendCode(ann);
        const code = yield* readCode(ann);
        expect(yield* askPass(ann)).toBe("pass.shown");
        expect(yield* typeCode(ann, wrongOf(code))).toBe("code.mismatched");
        expect(yield* askPass(ann)).toBe("pass.shown");
        expect(yield* typeCode(ann, code)).toBe("phone.verified");
        yield* TestClock.setTime(noonMs + 59 * 86_400 * second - 1);
        expect(yield* askPass(ann)).toBe("pass.shown");
      }),
      { policy: presets["2020-10"] },
    ));
});
