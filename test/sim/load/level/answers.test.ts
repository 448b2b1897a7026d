// What parties say over HTTP, in the numbers of the law: held against the law's own lists, and where one document means two things, both.
// Codes of busy or silent servers are no words of the law.
import { describe, expect, it } from "vitest";
import { refusalCodes, toldNames } from "../../../../impl/generated/law.ts";
import { isOfTheLaw, makeIssuersWords, refusalOf } from "../../../../sim/load/level/answers.ts";

const answer = (code: string) => ({ status: code === "" ? 200 : 409, code, body: null });
const told = (number: number | undefined) => toldNames[-(number ?? 1)];

describe("answers over HTTP", () => {
  it("are the law's refusals by their code, and no other code is", () => {
    for (const code of refusalCodes.filter((each) => each !== "")) {
      expect(refusalCodes[refusalOf(code) ?? 0]).toBe(code);
      expect(isOfTheLaw(code)).toBe(true);
    }
    // A device whose key nobody registered is turned away before its scan is read.
    expect(refusalCodes[refusalOf("caller-unknown") ?? 0]).toBe("venue-unknown");
    for (const code of ["", "overloaded", "timeout", "connection-lost", "fault"]) {
      expect(refusalOf(code)).toBeUndefined();
      expect(isOfTheLaw(code)).toBe(false);
    }
  });

  it("say of a phone first that it has just been locked, and then that it was", () => {
    const words = makeIssuersWords();
    expect(told(words("sendCode", answer("")))).toBe("code.sent");
    expect(told(words("checkCode", answer("code-wrong")))).toBe("code.mismatched");
    expect(told(words("checkCode", answer("code-locked")))).toBe("code.locked");
    expect(refusalCodes[words("checkCode", answer("code-locked")) ?? 0]).toBe("code-locked");
    expect(told(words("sendCode", answer("")))).toBe("code.sent");
    expect(told(words("checkCode", answer("code-locked")))).toBe("code.locked");
    expect(words("issue", answer("overloaded"))).toBeUndefined();
  });

  it("tell the end of an account where there was one, and nothing where there was only an agreement", () => {
    const words = makeIssuersWords();
    expect(told(words("agree", answer("")))).toBe("consent.recorded");
    expect(words("withdraw", answer(""))).toBe(0);
    words("sendCode", answer(""));
    expect(told(words("withdraw", answer("")))).toBe("account.ended");
    expect(words("withdraw", answer(""))).toBe(0);
  });
});
