// Every transition of every machine, and every refusal of every rule, makes a sentence in both languages.
// Some are compared word by word; all of them must be whole, different from each other, and in Korean free of English words.
import { describe, expect, it } from "vitest";
import { languages, words } from "../../../models/labels/labels.ts";
import { setBy, transitionsOf } from "../../../models/language/lifecycle.ts";
import { sayCondition, saySet, sayTransition } from "../../../models/language/sentence.ts";
import { machines } from "../../../models/machines.ts";
import { defaultPolicy, presets } from "../../../models/policy.ts";
import { rules } from "../../../models/system.ts";
import { named } from "./named.ts";

const all = machines.flatMap((machine) => transitionsOf(machine).map((placed) => ({ machine, placed })));
const broken = /undefined|null|NaN|\[object/;

/** Latin words in a Korean sentence, apart from QR and the codes of refusals. */
const latin = (sentence: string) =>
  named.refusals
    .reduce((text, code) => text.replace(`(${code})`, ""), sentence)
    .replaceAll("QR", "")
    .match(/[A-Za-z]+/g) ?? [];

const spoken = (id: string, language: "en" | "ko", policy = defaultPolicy) => {
  const found = all.find(({ placed }) => placed.id === id);
  return found === undefined
    ? `no transition ${id}`
    : sayTransition(found.machine, found.placed, language, policy);
};

describe("transitions said aloud", () => {
  it.each(languages)("are whole sentences in %s", (language) => {
    for (const { machine, placed } of all) {
      const sentence = sayTransition(machine, placed, language, defaultPolicy);
      const settings = saySet(setBy(placed.transition), language, defaultPolicy, { scope: machine.id });
      expect(sentence, placed.id).not.toMatch(broken);
      expect(sentence, placed.id).toMatch(/\.$/);
      expect(sentence, placed.id).toContain(`*${words(language).state(machine.id, placed.source)}*`);
      for (const setting of settings) expect(setting, placed.id).not.toMatch(broken);
      if (language === "ko") expect(latin([sentence, ...settings].join(" ")), placed.id).toEqual([]);
    }
    expect(all.length).toBeGreaterThan(80);
  });

  it.each(languages)("differ wherever the transitions differ, in %s", (language) => {
    const seen = new Map<string, string>();
    for (const { machine, placed } of all) {
      const key = `${machine.id} ${sayTransition(machine, placed, language, defaultPolicy)}`;
      expect(seen.get(key), placed.id).toBeUndefined();
      seen.set(key, placed.id);
    }
    expect(seen.size).toBe(all.length);
  });

  const examples: readonly (readonly [string, string, string])[] = [
    [
      "verification:verified--verifiedUntil-->expired",
      "From *verified*, when 30 days (validity of a verification) are over, it becomes *verification expired* and tells “verification ended”.",
      "*인증 완료* 상태에서 30일(인증 유효기간)이 지나면 *인증 만료* 상태가 되고 ‘인증 만료’를 알립니다.",
    ],
    [
      "visit:recorded--eraseAt-->erased",
      "From *recorded*, when the time of erasure (28 days, retention) comes, it becomes *erased* and tells “visit erased”.",
      "*기록됨* 상태에서 파기 시각(28일, 보유기간)이 되면 *파기됨* 상태가 되고 ‘출입기록 파기’를 알립니다.",
    ],
    [
      "pass:issued--expiresAt-->expired",
      "From *issued*, when 15 seconds (life of a pass) and 2 seconds (allowed difference of clocks) are over, it becomes *expired*.",
      "*발급됨* 상태에서 15초(QR코드 유효시간)와 2초(허용 시각 오차)가 지나면 *만료됨* 상태가 됩니다.",
    ],
    [
      "pass:issued--pass.presented#1-->issued",
      "From *issued*, when the pass is presented, if the end of showing has come, it is refused (pass-expired): This pass has expired.",
      "*발급됨* 상태에서 QR코드 제시가 있으면, 표시 종료 시각이 된 경우 거절합니다(pass-expired). 유효시간이 지난 QR코드입니다.",
    ],
    [
      "disclosure:requested--case.approved#2-->approved",
      "From *requested*, when the case is approved, otherwise, it becomes *approved* and tells “case approved”.",
      "*요청됨* 상태에서 역학조사 승인이 있으면, 그 밖의 경우 *승인됨* 상태가 되고 ‘역학조사 승인’을 알립니다.",
    ],
    [
      "disclosure:requested--lapseAt-->lapsed",
      "From *requested*, when 72 hours (time for the second officer) are over, it becomes *lapsed* and tells “case lapsed”.",
      "*요청됨* 상태에서 72시간(둘째 역학조사관의 결정 기한)이 지나면 *기한 경과* 상태가 되고 ‘역학조사 기한 경과’를 알립니다.",
    ],
    [
      "consent:given--endsAt-->absent",
      "From *consent given*, when the end of the consent (10 minutes, life of a consent asked for at every pass) comes, it becomes *no consent*.",
      "*동의함* 상태에서 동의 종료 시각(10분, 발급마다 받는 동의의 유효시간)이 되면 *동의 없음* 상태가 됩니다.",
    ],
  ];

  it.each(examples)("%s", (id, english, korean) => {
    expect(spoken(id, "en")).toBe(english);
    expect(spoken(id, "ko")).toBe(korean);
  });

  it("follow the policy in force", () => {
    const shorter = {
      ...presets["2020-07"],
      constants: { ...presets["2020-07"].constants, verificationValidity: 3_600_000 },
    };
    const sentence = spoken("verification:verified--verifiedUntil-->expired", "en", shorter);
    expect(sentence).toContain("when 1 hour (validity of a verification) is over");
  });
});

describe("refusals of rules said aloud", () => {
  it.each(languages)("are whole and different within a rule in %s", (language) => {
    for (const rule of rules) {
      const instances = Object.fromEntries(
        Object.entries(rule.instances).map(([name, { machine }]) => [name, machine]),
      );
      const said = rule.refusals.map(({ when }) =>
        sayCondition(when, language, defaultPolicy, { scope: rule.id, instances }),
      );
      expect(said.filter((sentence) => broken.test(sentence))).toEqual([]);
      expect(new Set(said).size).toBe(said.length);
      if (language === "ko") expect(said.flatMap(latin)).toEqual([]);
    }
  });
});
