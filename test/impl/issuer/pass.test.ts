// The pass as issued: it reads, its signature is right under the key that was deposited, and only the issuer finds the account in it.
// Two passes of one person have nothing in common but what every pass of that moment has.
import { createDecipheriv } from "node:crypto";
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { presets } from "../../../models/policy.ts";
import { Issuer } from "../../../impl/issuer/issuer.ts";
import { importVerifyingKey } from "../../../impl/protocol/ed25519.ts";
import { seoulDay } from "../../../impl/protocol/seoulday.ts";
import { verifyOne } from "../../../impl/protocol/signing.ts";
import { Aliases } from "../../../impl/store/aliases.ts";
import { Vault } from "../../../impl/store/vault.ts";
import { present, toHex } from "../protocol/hex.ts";
import { handleOf } from "./officers.ts";
import { agreeAndVerify, ann, askPass, ben, getPass, stamped } from "./people.ts";
import { issuerNumber, minute, newPremises, noonMs, running, second } from "./premises.ts";

const verified = (...phones: readonly string[]) =>
  Effect.gen(function* () {
    const { announceLevel } = yield* Issuer;
    yield* announceLevel("alert");
    for (const phone of phones) yield* agreeAndVerify(phone);
  });

describe("a pass", () => {
  it("has 122 bytes, its own instant, and a signature under the epoch's deposited key", async () => {
    const premises = newPremises();
    await running(
      premises,
      noonMs,
      Effect.gen(function* () {
        yield* verified(ann);
        yield* TestClock.setTime(noonMs + 1_234);
        const pass = yield* getPass(ann);
        expect(pass.bytes).toHaveLength(122);
        expect(pass).toMatchObject({ issuer: issuerNumber, issuedAtMs: noonMs + 1_234 });
        const deposit = present(premises.custodian.depositOf(pass.epochId));
        expect(deposit).toMatchObject({
          issuer: issuerNumber,
          day: seoulDay(noonMs),
          startedAtMs: noonMs + 1_234,
        });
        expect(deposit.shares.map(({ officer }) => officer)).toEqual([1, 2, 3]);
        const key = present(importVerifyingKey(deposit.passKey));
        const signed = { key, purpose: "pass", message: pass.signed, signature: pass.signature } as const;
        expect(verifyOne(signed)).toBe(true);
        expect(verifyOne({ ...signed, message: pass.bytes.subarray(1, 59) })).toBe(false);
      }),
    );
  });

  it("hides a handle that only the key of the day opens, to the alias of the account (F4)", async () => {
    const premises = newPremises();
    await running(
      premises,
      noonMs,
      Effect.gen(function* () {
        yield* verified(ann, ben);
        const pass = yield* getPass(ben);
        const handle = present(yield* handleOf(premises, pass));
        const today = seoulDay(noonMs);
        const { bytes: key } = present(yield* (yield* Vault).get(`handles-${today}`));
        const opener = createDecipheriv("aes-256-ecb", key, null).setAutoPadding(false);
        const alias = opener.update(handle).subarray(0, 8);
        const aliases = yield* Aliases;
        expect(toHex(alias)).toBe(toHex(yield* aliases.of(today, [2])));
        expect(yield* aliases.accountOf(today, alias)).toBe(2);
        expect(yield* aliases.accountOf(today + 1, alias)).toBeUndefined();
      }),
    );
  });

  it("has nothing in common with another of the same person", async () => {
    const premises = newPremises();
    await running(
      premises,
      noonMs,
      Effect.gen(function* () {
        yield* verified(ann);
        const { perform } = yield* Issuer;
        const asked = yield* stamped({ kind: "issue", phone: ann });
        const replies = yield* perform(Array.from({ length: 20 }, () => asked));
        const passes = replies.map(({ pass }) => present(pass));
        const handles: string[] = [];
        const numbers: number[] = [];
        for (const bytes of passes) {
          handles.push(toHex(present(yield* handleOf(premises, bytes))));
          numbers.push((bytes[10] ?? 0) * 256 + (bytes[11] ?? 0));
        }
        expect(new Set(handles).size).toBe(20);
        expect(new Set(numbers).size).toBe(20);
        expect(numbers).not.toEqual([...numbers].sort((one, other) => one - other));
        // Beyond the header no six bytes of one stand in another, at any place.
        const runs = passes.map((bytes) => {
          const body = toHex(bytes.subarray(26));
          return Array.from({ length: body.length / 2 - 5 }, (_, at) => body.slice(at * 2, at * 2 + 12));
        });
        expect(new Set(runs.flat()).size).toBe(runs.flat().length);
        // The header is the same for everybody at this instant, but for the number.
        const headers = passes.map((bytes) => toHex(bytes.subarray(0, 10)) + toHex(bytes.subarray(12, 26)));
        expect(new Set(headers).size).toBe(1);
      }),
    );
  });

  it("is asked for twenty times a minute and no more, and again when the minute is over (C6)", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        yield* verified(ann, ben);
        for (let asked = 0; asked < 20; asked += 1) expect(yield* askPass(ann)).toBe("pass.shown");
        expect(yield* askPass(ann)).toBe("passes-exceeded");
        expect(yield* askPass(ben)).toBe("pass.shown");
        yield* TestClock.setTime(noonMs + minute - 1);
        expect(yield* askPass(ann)).toBe("passes-exceeded");
        yield* TestClock.setTime(noonMs + minute);
        expect(yield* askPass(ann)).toBe("pass.shown");
        yield* TestClock.setTime(noonMs + minute + second);
        for (let asked = 1; asked < 20; asked += 1) expect(yield* askPass(ann)).toBe("pass.shown");
        expect(yield* askPass(ann)).toBe("passes-exceeded");
      }),
      { policy: presets["2020-10"] },
    ));
});
