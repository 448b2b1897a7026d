// What readers are told: every code that a server can answer has a sentence and something to do, in both languages.
// Nothing of the server's own words reaches them, and a code that nobody knows is a fault of ours.
import { describe, expect, it } from "vitest";
import { refusalCodes } from "../../../impl/generated/law.ts";
import { readerOf } from "../../../impl/page/language.ts";
import { tell } from "../../../impl/page/client/told.ts";
import { problemCodes } from "../../../impl/protocol/http/problemcodes.ts";

const ko = readerOf("ko", []);
const en = readerOf("en", []);
const fault = tell({ code: "fault" }, en);

const codes = [
  ...Object.keys(problemCodes),
  ...refusalCodes.filter((code) => code !== ""),
  "unreachable",
  "answer-unreadable",
];

describe("a reader is told", () => {
  it.each(codes)("%s in both languages, in whole sentences", (code) => {
    for (const text of Object.values(tell({ code }, en))) expect(text).toMatch(/^[A-Z].*\.$/);
    for (const text of Object.values(tell({ code }, ko))) {
      expect(text).toMatch(/[가-힣].*\.$/);
      expect(text).not.toMatch(/[A-Za-z]{4,}/);
    }
  });

  it("what the law's own words are, where the law refused", () => {
    expect(tell({ code: "consent-required" }, en).sentence).toBe(
      "You have not agreed to the personal-information notice.",
    );
  });

  it.each(["a-code-of-tomorrow", "", "constructor", "__proto__", "toString"])(
    "a fault of ours for the unknown code '%s'",
    (code) => {
      expect(tell({ code }, en)).toEqual(fault);
    },
  );

  it("how long to wait, where the server says so and it is worth saying", () => {
    const busy = (retryAfterSeconds: number) => tell({ code: "overloaded", retryAfterSeconds }, ko).advice;
    expect(busy(60)).toContain("60초 뒤에 다시 시도하실 수 있습니다.");
    expect(busy(1)).not.toContain("1초");
  });
});
