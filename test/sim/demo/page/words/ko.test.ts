// The Korean words of the clock: it goes forward alone, and "뒤로" is back.
import { describe, expect, it } from "vitest";
import { words } from "../../../../../sim/demo/page/words/ko.ts";

describe("the clock in Korean", () => {
  it("is set ahead by every button, and its question says so", () => {
    for (const step of Object.values(words.clock.steps))
      expect(words.clock.confirm(step)).toMatch(/시계를 \d+\S+ 앞으로 돌릴까요\?$/);
  });
});
