// What a reader may write for a value: as the command line has it, or in the words of either language.
// What is no value is given back as it was written, so that the answer can name it.
import { describe, expect, it } from "vitest";
import { valueAsked } from "../../../../../../viz/atlas/page/views/numbers/asked.ts";

const dayMs = 86_400_000;

describe("a value that was asked for", () => {
  it.each([
    ["7d", 7 * dayMs],
    [" 7 D ", 7 * dayMs],
    ["7 days", 7 * dayMs],
    ["1 week", 7 * dayMs],
    ["7일", 7 * dayMs],
    ["1,000 h", 1_000 * 3_600_000],
    ["90 초", 90_000],
    ["0s", 0],
  ])("%j is a length of time", (text, value) => {
    expect(valueAsked("retention", text)).toEqual({ kind: "value", value });
  });

  it.each(["soon", "7", "-7d", "7.5d", "d", "7 dogs", "4000d", "1e3d", "<b>7d</b>"])(
    "%j is none, and is given back",
    (text) => {
      expect(valueAsked("retention", text)).toEqual({ kind: "unreadable", text });
    },
  );

  it("counts and choices are read as such", () => {
    expect(valueAsked("officersRequired", "3")).toEqual({ kind: "value", value: 3 });
    expect(valueAsked("officersRequired", "3d").kind).toBe("unreadable");
    expect(valueAsked("consentAsked", "once")).toEqual({ kind: "value", value: "once" });
    expect(valueAsked("consentAsked", "twice").kind).toBe("unreadable");
  });

  it.each([undefined, "", "  "])("%j asks for nothing", (text) => {
    expect(valueAsked("retention", text)).toEqual({ kind: "none" });
  });
});
