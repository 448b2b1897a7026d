// A phone number in one form, however it was typed, and the refusal of what is none.
// The forms are those that people write, and a few that only a script would.
import { describe, expect, it } from "vitest";
import { phoneNumberOf } from "../../../impl/issuer/phonenumber.ts";

describe("a phone number", () => {
  it.each([
    "010-1234-5678",
    "+82 10 1234 5678",
    "01012345678",
    "+821012345678",
    "+82-10-1234-5678",
    " 010 1234 5678 ",
    "010.1234.5678",
    "(010) 1234-5678",
    "０１０１２３４５６７８",
    "+82 010 1234 5678",
  ])("is one: %s", (typed) => {
    expect(phoneNumberOf(typed)).toEqual({ ok: true, value: "+821012345678" });
  });

  it.each([
    ["nothing", ""],
    ["a word", "telephone"],
    ["a landline", "02-123-4567"],
    ["another country's", "+1 202 555 0100"],
    ["too few figures", "010-1234-56"],
    ["too many figures", "010-1234-56789"],
    ["an extension", "010-1234-5678 ext 3"],
    ["words around it", "call 01012345678 now"],
    ["two numbers", "010-1234-5678 010-1234-5679"],
    ["an emergency number", "119"],
    ["a very long text", "1".repeat(10_000)],
    ["a control character in between", "010-1234\u00005678"],
  ])("is not %s", (_what, typed) => {
    expect(phoneNumberOf(typed)).toEqual({ ok: false, reason: "phone-invalid" });
  });
});
