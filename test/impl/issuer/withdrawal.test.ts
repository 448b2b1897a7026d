// Withdrawing at the issuer: the account, the consent, the verification and every alias are gone when it is answered.
// Gone means from every file, the log of the store included, for this person and for nobody else.
// What a crash or a failing disk leaves of it is in withdrawalunfinished.test.ts.
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { presets } from "../../../models/policy.ts";
import { Issuer } from "../../../impl/issuer/issuer.ts";
import { seoulDay } from "../../../impl/protocol/seoulday.ts";
import { Aliases } from "../../../impl/store/aliases.ts";
import { filesHolding } from "../store/freshfolder.ts";
import {
  agreeAndVerify,
  ann,
  annAndBen,
  askPass,
  ben,
  outcomeOf,
  readCode,
  sendCode,
  stamped,
  typeCode,
  withdraw,
} from "./people.ts";
import { day, newPremises, noonMs, running } from "./premises.ts";
import { people, rowCounts, tagOf } from "./stored.ts";

const policy = presets["2020-10"];
const passes = Effect.andThen(askPass(ann), askPass(ben));

describe("withdrawing", () => {
  it("leaves no row, no alias and no byte of the number in any file (C5)", async () => {
    const premises = newPremises();
    await running(
      premises,
      noonMs,
      Effect.gen(function* () {
        yield* annAndBen;
        yield* passes;
        yield* TestClock.adjust(day);
        yield* passes;
        const aliases = yield* Aliases;
        const days = [seoulDay(noonMs), seoulDay(noonMs) + 1];
        const [mine = new Uint8Array(8), later = new Uint8Array(8)] = yield* Effect.forEach(days, (one) =>
          aliases.of(one, [1]),
        );
        const [tag, other] = [yield* tagOf(ann), yield* tagOf(ben)];
        expect(filesHolding(premises.folder, tag)).not.toEqual([]);
        expect(yield* withdraw(ann)).toBe("account.ended");
        for (const form of [ann, tag]) expect(filesHolding(premises.folder, form)).toEqual([]);
        expect(filesHolding(premises.folder, other)).not.toEqual([]);
        for (const alias of [mine, later]) expect(filesHolding(premises.folder, alias)).toEqual([]);
        expect(yield* aliases.accountOf(days[0] ?? 0, mine)).toBeUndefined();
        expect(yield* aliases.accountOf(days[1] ?? 0, later)).toBeUndefined();
        expect(yield* Effect.forEach(days, (one) => aliases.count(one))).toEqual([1, 1]);
        const left = yield* people;
        expect(left.account).toEqual([[2, ben]]);
        for (const rows of [left.consent, left.verification])
          expect(rows).toEqual([expect.arrayContaining(["2"])]);
        expect(yield* rowCounts).toMatchObject({ consent_event: 1, verification_event: 2, forgetting: 0 });
        expect(yield* withdraw(ann)).toBe("account-unknown");
        expect(yield* askPass(ben)).toBe("pass.shown");
      }),
      { policy },
    );
  });

  it("begins anew for one who comes back, under another account", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        yield* annAndBen;
        yield* withdraw(ann);
        expect(yield* askPass(ann)).toBe("consent-required");
        yield* agreeAndVerify(ann);
        expect(yield* askPass(ann)).toBe("pass.shown");
        expect((yield* people).account).toEqual([
          [2, ben],
          [expect.not.toSatisfy((account) => account === 1), ann],
        ]);
      }),
      { policy },
    ));

  it("within one batch is decided in order, and the rest of the batch stands", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        yield* annAndBen;
        const { perform } = yield* Issuer;
        const replies = yield* perform([
          yield* stamped({ kind: "issue", phone: ann }),
          yield* stamped({ kind: "withdraw", phone: ann }),
          yield* stamped({ kind: "issue", phone: ann }),
          yield* stamped({ kind: "issue", phone: ben }),
        ]);
        expect(replies.map(outcomeOf)).toEqual([
          "pass.shown",
          "account.ended",
          "consent-required",
          "pass.shown",
        ]);
        expect((yield* people).account).toEqual([[2, ben]]);
      }),
      { policy },
    ));

  it("and coming back may stand in one batch", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        yield* annAndBen;
        yield* askPass(ann);
        const { perform } = yield* Issuer;
        const replies = yield* perform([
          yield* stamped({ kind: "withdraw", phone: ann }),
          yield* stamped({ kind: "agree", phone: ann, noticeVersion: 1 }),
          yield* stamped({ kind: "sendCode", phone: ann }),
        ]);
        expect(replies.map(outcomeOf)).toEqual(["account.ended", "consent.recorded", "code.sent"]);
        expect(yield* typeCode(ann, yield* readCode(ann))).toBe("phone.verified");
        expect((yield* people).account).toHaveLength(2);
      }),
      { policy },
    ));

  it("makes an open code's number stay only as long as the code", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        yield* annAndBen;
        yield* sendCode(ann);
        const code = yield* readCode(ann);
        expect(yield* withdraw(ann)).toBe("account.ended");
        expect(yield* typeCode(ann, code)).toBe("consent-required");
        const { sweep } = yield* Issuer;
        yield* TestClock.adjust("10 minutes");
        yield* sweep;
        expect((yield* people).account).toEqual([[2, ben]]);
      }),
      { policy },
    ));
});
