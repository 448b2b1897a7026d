// Base45 against the examples of RFC 9285, and against itself on bytes at random.
// Whatever encoding could not have written is refused and never thrown at the caller.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeBase45, encodeBase45 } from "../../../impl/protocol/base45.ts";
import { hex } from "./hex.ts";

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("RFC 9285, sections 4.3 and 4.4", () => {
  it.each([
    ["AB", "BB8"],
    ["Hello!!", "%69 VD92EX0"],
    ["base-45", "UJCLQE7W581"],
    ["ietf!", "QED8WEX0"],
  ])("%s is %s", (plain, encoded) => {
    expect(encodeBase45(ascii(plain))).toBe(encoded);
    expect(decodeBase45(encoded)).toEqual(ascii(plain));
  });

  it.each([
    ["FGW", "ffff"],
    ["U5", "ff"],
    ["", ""],
  ])("the largest and the least: %s", (text, bytes) => {
    expect(decodeBase45(text)).toEqual(hex(bytes));
    expect(encodeBase45(hex(bytes))).toBe(text);
  });
});

describe("refusals", () => {
  it.each([
    ["GGW", "one more than two bytes hold"],
    [":::", "far more than two bytes hold"],
    ["V5", "one more than a byte holds"],
    ["B", "a digit alone"],
    ["BB8B", "a digit left over"],
    ["bb8", "small letters"],
    ["BB\n", "a line feed"],
    ["B가8", "a letter beyond the alphabet"],
    ["BB\u0080", "the first code beyond the table"],
  ])("%j: %s", (text) => {
    expect(decodeBase45(text)).toBeUndefined();
  });
});

it("gives back any bytes, with three characters for two bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = encodeBase45(bytes);
      expect(text).toHaveLength(Math.floor(bytes.length / 2) * 3 + (bytes.length % 2) * 2);
      expect(decodeBase45(text)).toEqual(bytes);
    }),
  );
});

it("reads a text in one way only, and never throws", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12, unit: "binary" }), (text) => {
      const bytes = decodeBase45(text);
      if (bytes !== undefined) expect(encodeBase45(bytes)).toBe(text);
    }),
  );
});
