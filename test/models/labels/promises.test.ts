// Every judge of every promise makes a sentence in both languages, from the very conditions by which it is judged.
// Some are compared word by word; all of them must be whole, different within a promise, and in Korean free of English words.
import { describe, expect, it } from "vitest";
import { languages } from "../../../models/labels/labels.ts";
import { isObservedKind } from "../../../models/observations.ts";
import { defaultPolicy } from "../../../models/policy.ts";
import { properties, propertyOf, type PropertyId } from "../../../models/properties.ts";
import { sayPromise } from "../../../models/properties/saying.ts";

const spoken = (id: PropertyId, language: "en" | "ko", policy = defaultPolicy): readonly string[] => {
  const property = propertyOf(id);
  return property === undefined ? [] : sayPromise(property, language, policy);
};

describe("promises said aloud", () => {
  it.each(languages)(
    "are whole sentences in %s, one for each kind of observation that is judged",
    (language) => {
      for (const property of properties) {
        const said = sayPromise(property, language, defaultPolicy);
        expect(said.length, property.id).toBe(property.observes.filter(isObservedKind).length);
        expect(new Set(said).size, property.id).toBe(said.length);
        for (const sentence of said) {
          expect(sentence).toMatch(language === "en" ? /^[A-Z].* only if .*\.$/ : / 경우에만 있습니다\.$/);
          expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
          // A field without a word of its own would stand here as its id.
          expect(sentence).not.toMatch(/[a-z][A-Z]/);
          if (language === "ko") expect(sentence.replaceAll("QR", "").match(/[A-Za-z]+/g) ?? []).toEqual([]);
        }
      }
    },
  );

  const examples: readonly (readonly [PropertyId, number, string, string])[] = [
    [
      "no-pass-without-consent",
      0,
      "A pass is issued only if the consent is “consent given” and the version of the notice agreed to is the same as 1 (version of the notice in force).",
      "QR코드 발급은 동의가 ‘동의함’ 상태이고 동의한 고지 버전이 1(현재 고지 버전)과 같은 경우에만 있습니다.",
    ],
    [
      "two-officers",
      1,
      "The records of a case are released only if the number of officers is at least 2 (officers required).",
      "사건 기록 제공은 역학조사관 수가 2(필요한 역학조사관 수) 이상인 경우에만 있습니다.",
    ],
    [
      "join-refuses-withdrawn",
      0,
      "If the time of the last withdrawal is set, a visit of a known person is looked up under a case only if the person is not named.",
      "마지막 철회 시각이 정해져 있는 경우, 사건에 따른 특정 이용자의 출입기록 결합은 식별되지 않은 이용자인 경우에만 있습니다.",
    ],
    [
      "trace-possible",
      1,
      "A day is erased only if the time at which it happens is at or after 14 days (least time a visit can be joined) after the start of the next day.",
      "하루 기록 파기는 발생 시각이 다음 날의 시작부터 14일(최소 결합 가능 기간)이 지난 시각과 같거나 그보다 늦은 경우에만 있습니다.",
    ],
  ];

  it.each(examples)("%s, judge %i", (id, place, english, korean) => {
    expect(spoken(id, "en")[place]).toBe(english);
    expect(spoken(id, "ko")[place]).toBe(korean);
  });

  it("follow the policy in force", () => {
    const one = { ...defaultPolicy, constants: { ...defaultPolicy.constants, officersRequired: 1 } };
    expect(spoken("two-officers", "en", one)[1]).toContain("at least 1 (officers required)");
  });

  it("are none for a promise about knowledge, whose prose says it all", () => {
    expect(spoken("issuer-blind", "en")).toEqual([]);
  });
});
