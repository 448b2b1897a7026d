// A value is written as people write it, and read back as the same: every value that the policy has, and those between two units.
// What no constant can be is not read.
import { describe, expect, it } from "vitest";
import { constants, type PolicyName } from "../../models/policy.ts";
import { isPolicyName, readSetting, writeSetting, type Setting } from "../../models/settings.ts";

const values: readonly (readonly [PolicyName, Setting, string])[] = [
  ["retention", 28 * 86_400_000, "28d"],
  ["retention", 36 * 3_600_000, "36h"],
  ["retention", 1_296_016_997, "1296016997ms"],
  ["retention", 0, "0s"],
  ["passLifetime", 90_000, "90s"],
  ["officersRequired", 3, "3"],
  ["consentAsked", "once", "once"],
];

describe("a value of a constant", () => {
  it.each(values)("%s = %s is written %s, and read back", (name, value, text) => {
    expect(writeSetting(name, value)).toBe(text);
    expect(readSetting(name, text)).toBe(value);
  });

  it("is read back whatever the policy says", () => {
    const differing = Object.entries(constants).filter(
      ([name, { value }]) => isPolicyName(name) && readSetting(name, writeSetting(name, value)) !== value,
    );
    expect(differing).toEqual([]);
  });

  it.each([
    ["retention", "4000d"],
    ["retention", "28"],
    ["officersRequired", "2d"],
    ["consentAsked", "twice"],
  ] as const)("%s is never %s", (name, text) => {
    expect(readSetting(name, text)).toBeUndefined();
  });
});
