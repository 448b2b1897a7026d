// The venue's challenge: what a door shows, what the issuer gets of it, and which scan answers to a pass.
// Literal bytes fix the format, so that a phone written by someone else can make the same hash.
import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bindingOf,
  challengeNotShown,
  drawChallenge,
  isAnswered,
  isBound,
} from "../../../impl/protocol/challenge.ts";
import {
  challengeTextLength,
  decodeChallengeText,
  encodeChallengeText,
} from "../../../impl/protocol/challengetext.ts";
import { passTextLength } from "../../../impl/protocol/pass.ts";
import { randomBytes } from "../../../impl/protocol/randomness.ts";
import { hex, toHex } from "./hex.ts";

const challenge = hex("000102030405060708090a0b0c0d0e0f");

describe("what the issuer gets of a challenge", () => {
  it("is the beginning of a hash over text, venue and challenge", () => {
    const whole = createHash("sha256")
      .update(Buffer.concat([Buffer.from("entrylog 1 challenge\0"), hex("00000011"), challenge]))
      .digest("hex");
    expect(toHex(bindingOf(17, challenge))).toBe(whole.slice(0, 16));
  });

  it("is another one for another venue and for another challenge", () => {
    const bindings = [bindingOf(17, challenge), bindingOf(18, challenge), bindingOf(17, drawChallenge())];
    expect(new Set(bindings.map(toHex)).size).toBe(3);
  });

  it("does not repeat, so that it links nobody", () => {
    const bindings = Array.from({ length: 1_000 }, () => toHex(bindingOf(17, drawChallenge())));
    expect(new Set(bindings).size).toBe(1_000);
  });
});

describe("a pass", () => {
  const nothing = new Uint8Array(8);

  it("that is bound to nothing may be taken anywhere", () => {
    expect(isBound(nothing)).toBe(false);
    expect(isAnswered(nothing, 17, challengeNotShown)).toBe(true);
    expect(isAnswered(nothing, 17, challenge)).toBe(true);
  });

  it("that is bound may be taken only where its challenge is shown", () => {
    const binding = bindingOf(17, challenge);
    expect(isBound(binding)).toBe(true);
    expect(isAnswered(binding, 17, challenge)).toBe(true);
    expect(isAnswered(binding, 18, challenge)).toBe(false);
    expect(isAnswered(binding, 17, challengeNotShown)).toBe(false);
    expect(isAnswered(binding, 17, challenge.with(15, 0))).toBe(false);
  });
});

describe("the text at a door", () => {
  it("comes back as it was shown, and is no text of a pass", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_294_967_295 }), (venue) => {
        const shown = { venue, challenge: drawChallenge() };
        const text = encodeChallengeText(shown);
        expect(text).toHaveLength(challengeTextLength);
        expect(decodeChallengeText(text)).toEqual({ ok: true, value: shown });
      }),
    );
    expect(challengeTextLength).not.toBe(passTextLength);
  });

  it("is refused when it is cut off, is no base45, or is of another version", () => {
    const text = encodeChallengeText({ venue: 17, challenge });
    expect(decodeChallengeText(text.slice(1))).toEqual({ ok: false, reason: "length" });
    expect(decodeChallengeText(`${text}0`)).toEqual({ ok: false, reason: "length" });
    expect(decodeChallengeText("a".repeat(32))).toEqual({ ok: false, reason: "base45" });
    const other = encodeChallengeText({ venue: 17, challenge }).replace(/^./, "9");
    expect(decodeChallengeText(other)).toEqual({ ok: false, reason: "version" });
    for (let turn = 0; turn < 100; turn += 1)
      decodeChallengeText(Buffer.from(randomBytes(32)).toString("latin1"));
  });
});
