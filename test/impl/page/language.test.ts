// Which language a reader is answered in, by what their browser asks for, and that the HTML says which it is.
// Headers that are wrong or endless are read as far as they go.
import { describe, expect, it } from "vitest";
import { documentOf } from "../../../impl/page/document.ts";
import { readerAsking, readerOf, tagsIn } from "../../../impl/page/language.ts";

const answered = (header: string | undefined) => readerAsking(tagsIn(header));

describe("a reader", () => {
  it.each([
    [undefined, "ko", "ko-KR"],
    ["", "ko", "ko-KR"],
    ["ko", "ko", "ko-KR"],
    ["en", "en", "en-GB"],
    ["en-US,en;q=0.9", "en", "en-US"],
    ["de-DE,de;q=0.9,en;q=0.5,ko;q=0.4", "en", "en-GB"],
    ["en;q=0.2, ko-KR;q=0.8", "ko", "ko-KR"],
    ["en;q=0, ko", "ko", "ko-KR"],
    ["fr, *", "ko", "ko-KR"],
    ["EN-us", "en", "EN-us"],
    ["english", "ko", "ko-KR"],
    ["en-<script>", "ko", "ko-KR"],
    [";q=1,,en;q=x", "ko", "ko-KR"],
    ["x,".repeat(10_000), "ko", "ko-KR"],
  ])("who asks for %s", (header, language, locale) => {
    expect(answered(header)).toEqual({ language, locale });
  });

  it("who has chosen keeps the form of their own country where it is of that language", () => {
    expect(readerOf("en", ["ko-KR", "en-AU"]).locale).toBe("en-AU");
    expect(readerOf("en", ["ko-KR"]).locale).toBe("en-GB");
  });
});

describe("the HTML of a page", () => {
  it.each(["ko", "en"] as const)("says that it is in %s, and what to do without scripts", (language) => {
    const html = documentOf({ title: "A & B", at: "/door/" }, readerOf(language, []));
    expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${language}">`));
    expect(html).toContain("<title>A &amp; B</title>");
    expect(html).toContain('<script type="module" src="/door/program.js"></script>');
    expect(html).toContain(language === "ko" ? "자바스크립트를 켜 주세요" : "switch it on");
    expect(html).not.toMatch(/style=|<style|onload|<script>/);
  });
});
