// What an issuer keeps in memory only: the passes of the last minute, and the codes that wait.
// Both are exact while they count, are taken back with a batch that failed, and do not grow with time.
import { describe, expect, it } from "vitest";
import { makeWaitingCodes } from "../../../impl/issuer/codes.ts";
import { makeGenerations } from "../../../impl/issuer/generations.ts";
import { makePassRate } from "../../../impl/issuer/passrate.ts";
import { wrongOf } from "./people.ts";
import { minute, noonMs, second } from "./premises.ts";

describe("the passes of the last minute", () => {
  it("count from the first to the last millisecond of a minute, each account for itself", () => {
    const rate = makePassRate();
    rate.count(1, noonMs);
    rate.count(1, noonMs + 30 * second);
    rate.count(2, noonMs + 59 * second);
    expect(rate.lastMinute(1, noonMs + minute - 1)).toBe(2);
    expect(rate.lastMinute(1, noonMs + minute)).toBe(1);
    expect(rate.lastMinute(1, noonMs + 90 * second - 1)).toBe(1);
    expect(rate.lastMinute(1, noonMs + 90 * second)).toBe(0);
    expect(rate.lastMinute(2, noonMs + 90 * second)).toBe(1);
    expect(rate.lastMinute(3, noonMs)).toBe(0);
  });

  it("agree with a plain list at any pace", () => {
    for (const paceMs of [700, 3_100, 29_999, 30_000, 60_000, 61_000, 150_000]) {
      const rate = makePassRate();
      const plain: number[] = [];
      for (let turn = 0, atMs = noonMs; turn < 200; turn += 1, atMs += paceMs) {
        expect(rate.lastMinute(7, atMs)).toBe(plain.filter((time) => atMs - time < minute).length);
        rate.count(7, atMs);
        plain.push(atMs);
      }
    }
  });

  it("are taken back when their batch failed", () => {
    const rate = makePassRate();
    for (const atMs of [noonMs, noonMs, noonMs + second]) rate.count(1, atMs);
    rate.uncount(1, noonMs);
    expect(rate.lastMinute(1, noonMs + 2 * second)).toBe(2);
    rate.uncount(1, noonMs + 5 * second);
    expect(rate.lastMinute(1, noonMs + 2 * second)).toBe(2);
    for (const atMs of [noonMs, noonMs + second]) rate.uncount(1, atMs);
    expect(rate.accounts()).toBe(0);
  });

  it("are of no more accounts than asked within two minutes", () => {
    const rate = makePassRate();
    for (let turn = 0; turn < 10_000; turn += 1) rate.count(turn, noonMs + turn * second);
    expect(rate.accounts()).toBeLessThanOrEqual(120);
  });
});

describe("the codes that wait", () => {
  const terms = { codeDigits: 6, codeLifetime: 180 * second };

  it("are kept with their batch or dropped with it, and the one before counts again", () => {
    const codes = makeWaitingCodes(terms);
    const first = codes.draw(1, noonMs);
    expect(codes.matches(1, first)).toBe(true);
    expect(codes.matches(1, wrongOf(first))).toBe(false);
    expect(codes.matches(2, first)).toBe(false);
    codes.keep();
    const second = codes.draw(1, noonMs);
    expect(codes.matches(1, second)).toBe(true);
    expect(codes.matches(1, first)).toBe(second === first);
    codes.drop();
    expect(codes.matches(1, first)).toBe(true);
    codes.forget(1);
    expect(codes.matches(1, first)).toBe(false);
    expect(codes.waiting()).toBe(0);
  });

  it("wait as long as the policy lets them live, and do not pile up", () => {
    const codes = makeWaitingCodes(terms);
    let last = "";
    for (let turn = 0; turn < 5_000; turn += 1) {
      last = codes.draw(turn, noonMs + turn * second);
      codes.keep();
    }
    expect(codes.waiting()).toBeLessThanOrEqual(360);
    expect(codes.waiting()).toBeGreaterThanOrEqual(180);
    expect(codes.matches(4_999, last)).toBe(true);
  });

  it("still count when later ones have begun a new generation", () => {
    const codes = makeWaitingCodes(terms);
    codes.draw(1, noonMs);
    codes.keep();
    const code = codes.draw(2, noonMs + 179 * second);
    codes.keep();
    codes.draw(3, noonMs + 181 * second);
    codes.keep();
    expect(codes.matches(2, code)).toBe(true);
    codes.forget(2);
    expect(codes.matches(2, code)).toBe(false);
  });

  it("have as many digits as the policy says, zeros in front included", () => {
    const codes = makeWaitingCodes({ ...terms, codeDigits: 2 });
    const drawn = Array.from({ length: 500 }, (_, account) => codes.draw(account, noonMs));
    expect(drawn.every((code) => /^\d\d$/.test(code))).toBe(true);
    expect(drawn.some((code) => code.startsWith("0"))).toBe(true);
    expect(new Set(drawn).size).toBeGreaterThan(50);
  });
});

it("a generation lives one lifetime at least and two at most", () => {
  const memory = makeGenerations<string>(minute);
  memory.turn(noonMs);
  memory.young().set(1, "first");
  memory.turn(noonMs + minute - 1);
  expect(memory.young().get(1)).toBe("first");
  memory.turn(noonMs + minute);
  expect([memory.young().get(1), memory.old().get(1)]).toEqual([undefined, "first"]);
  memory.turn(noonMs + 2 * minute);
  expect([memory.young().get(1), memory.old().get(1)]).toEqual([undefined, undefined]);
  memory.young().set(2, "second");
  memory.turn(noonMs + 4 * minute);
  expect(memory.old().size).toBe(0);
});
