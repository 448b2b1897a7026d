// The desk: it takes what a step did into the books, keeps events that may be kept, and never one that would list passes.
// A policy that lacks a number is a fault, and is said at once.
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../../../models/policy.ts";
import { machineCores, refusalCodes, toldNames } from "../../../impl/generated/law.ts";
import { policyNumbers } from "../../../impl/generated/policy.ts";
import { makeStepLog, note } from "../../../impl/lifecycle/core.ts";
import { makeDesk, toldIn } from "../../../impl/lifecycle/desk.ts";
import { one } from "../../../impl/lifecycle/one.ts";
import { coreOf } from "../../../impl/lifecycle/step.ts";
import { inOneBatch } from "../../../impl/store/batch.ts";
import { Store } from "../../../impl/store/store.ts";
import { present } from "../protocol/hex.ts";
import { newBook, noonMs, overStore, rowsOf } from "./overstore.ts";

const verification = present(coreOf("verification"));
const eventOf = (name: string) => verification.events.findIndex((event) => event.name === name) + 1;

describe("the desk", () => {
  it("keeps an event for a code and none for a pass", () =>
    overStore(
      Effect.gen(function* () {
        const store = yield* Store;
        const book = yield* newBook;
        const desk = makeDesk(defaultPolicy, [book]);
        const take = (event: number, given: readonly number[], atMs: number) =>
          inOneBatch(
            store,
            [book],
            Effect.map(book.load(["1"]), ([slot = 0]) => {
              present(verification.open(book.columns)).step(slot, event, given, atMs, desk.policy, desk.log);
              const told = toldIn(desk.log);
              desk.absorb();
              expect(desk.log.length).toBe(0);
              return told;
            }),
          );
        expect(yield* take(eventOf("code.requested"), [0], noonMs)).toEqual(["code.sent"]);
        expect(yield* take(eventOf("code.submitted"), [1], noonMs)).toEqual(["phone.verified"]);
        const events = yield* rowsOf("verification_event");
        expect(events).toHaveLength(2);
        for (let pass = 1; pass <= 5; pass += 1)
          expect(yield* take(eventOf("pass.issued"), [0], noonMs + pass)).toEqual([]);
        expect(yield* rowsOf("verification_event")).toEqual(events);
        expect(yield* take(eventOf("code.submitted"), [1], noonMs + 9)).toEqual([]);
        expect(yield* rowsOf("verification_event")).toEqual(events);
      }),
    ));

  it("passes over machines of which the party keeps no book", () => {
    const desk = makeDesk(defaultPolicy, []);
    for (const { number } of machineCores) note(desk.log, number, 0, 1, noonMs);
    desk.absorb();
    expect(desk.log.length).toBe(0);
  });

  it("has room in its log for what one step can take, and drops what is beyond it", () => {
    const log = makeStepLog();
    for (let entry = 0; entry < 100; entry += 1) note(log, 0, entry, 1, noonMs);
    expect(log.length).toBe(log.at.length);
  });
});

it("a number becomes what was told, or a refusal with its code", async () => {
  const told = toldNames.indexOf("code.sent");
  expect(await Effect.runPromise(one(Effect.succeed(-told)))).toBe("code.sent");
  expect(await Effect.runPromise(one(Effect.succeed(0)))).toBe("");
  // What no machine allows has no sentence of its own; every refusal of the law has one.
  for (const code of refusalCodes.slice(refusalCodes.indexOf("not-allowed") + 1)) {
    const refused = await Effect.runPromise(Effect.flip(one(Effect.succeed(refusalCodes.indexOf(code)))));
    expect(refused).toMatchObject({ _tag: "Refused", code });
    expect(refused.sentence).toMatch(/\.$/);
    expect(refused.advice).not.toBe("");
  }
});

it("a policy without a number, or with a word of no vocabulary, is refused at once", () => {
  const { codeTries: _, ...rest } = defaultPolicy.constants;
  expect(() => policyNumbers({ ...defaultPolicy, constants: rest })).toThrow(/codeTries/);
  const wrong = { ...defaultPolicy.constants, consentAsked: "never" };
  expect(() => policyNumbers({ ...defaultPolicy, constants: wrong })).toThrow(/never is none of/);
});
