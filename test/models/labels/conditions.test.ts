// Conditions, terms and settings said aloud, each beside the sentence a person would write, in both languages.
// Negation, brackets and the numbers of the policy are what goes wrong, so they are what the examples are about.
import { describe, expect, it } from "vitest";
import {
  and,
  below,
  equals,
  field,
  flag,
  given,
  inState,
  literal,
  min,
  never,
  not,
  now,
  oneOf,
  or,
  policy,
  present,
  reached,
  startOfDay,
  sum,
  type Condition,
  type Term,
} from "../../../models/language/expression.ts";
import { sayCondition, saySet, sayTerm, type Place } from "../../../models/language/sentence.ts";
import { defaultPolicy, presets } from "../../../models/policy.ts";

const pass: Place = { scope: "pass" };
const issue: Place = { scope: "issuer.issue", instances: { agreement: "consent" } };

const conditions: readonly (readonly [Place, Condition, string, string])[] = [
  [pass, reached(field("shownUntil")), "the end of showing has come", "표시 종료 시각이 된 경우"],
  [
    pass,
    not(reached(field("shownUntil"))),
    "the end of showing has not come yet",
    "표시 종료 시각이 아직 되지 않은 경우",
  ],
  [
    pass,
    not(reached(field("issuedAt"), sum(now, policy("clockSkew")))),
    "2 seconds (allowed difference of clocks) from now is before the time of issue",
    "지금부터 2초(허용 시각 오차)가 지난 시각이 발급 시각보다 앞서는 경우",
  ],
  [
    pass,
    reached(given("windowEnd"), given("windowStart")),
    "the stated start of the window is at or after the stated end of the window",
    "전달된 조사 시간대의 시작이 전달된 조사 시간대의 끝과 같거나 그보다 늦은 경우",
  ],
  [pass, present(field("lockedUntil")), "the end of the lock is set", "잠금 종료 시각이 정해져 있는 경우"],
  [
    pass,
    below(field("sends"), policy("codeSends")),
    "the count of codes sent is less than 3 (codes before the lock)",
    "발송 횟수가 3(잠금 전 발송 한도)보다 적은 경우",
  ],
  [
    pass,
    not(below(field("sends"), policy("codeSends"))),
    "the count of codes sent is at least 3 (codes before the lock)",
    "발송 횟수가 3(잠금 전 발송 한도) 이상인 경우",
  ],
  [
    pass,
    below(policy("caseVenues"), given("venues")),
    "the stated number of venues is more than 20 (most venues of a case)",
    "전달된 시설 수가 20(사건당 시설 수 한도)보다 많은 경우",
  ],
  [
    pass,
    not(below(policy("caseVenues"), given("venues"))),
    "the stated number of venues is at most 20 (most venues of a case)",
    "전달된 시설 수가 20(사건당 시설 수 한도) 이하인 경우",
  ],
  [
    pass,
    below(sum(policy("passLifetime"), policy("clockSkew")), policy("verificationValidity")),
    "15 seconds (life of a pass) and 2 seconds (allowed difference of clocks) together are less than 30 days (validity of a verification)",
    "15초(QR코드 유효시간)와 2초(허용 시각 오차)를 합한 시간이 30일(인증 유효기간)보다 짧은 경우",
  ],
  [
    pass,
    not(below(sum(policy("passLifetime"), policy("clockSkew")), policy("verificationValidity"))),
    "15 seconds (life of a pass) and 2 seconds (allowed difference of clocks) together are at least 30 days (validity of a verification)",
    "15초(QR코드 유효시간)와 2초(허용 시각 오차)를 합한 시간이 30일(인증 유효기간) 이상인 경우",
  ],
  [
    pass,
    below(policy("passUseless"), sum(policy("passLifetime"), policy("clockSkew"))),
    "15 seconds (life of a pass) and 2 seconds (allowed difference of clocks) together are more than 1 minute (time after which a pass is useless)",
    "15초(QR코드 유효시간)와 2초(허용 시각 오차)를 합한 시간이 1분(QR코드가 쓸모없어지는 시간)보다 긴 경우",
  ],
  [
    pass,
    not(below(policy("passUseless"), sum(policy("passLifetime"), policy("clockSkew")))),
    "15 seconds (life of a pass) and 2 seconds (allowed difference of clocks) together are at most 1 minute (time after which a pass is useless)",
    "15초(QR코드 유효시간)와 2초(허용 시각 오차)를 합한 시간이 1분(QR코드가 쓸모없어지는 시간) 이하인 경우",
  ],
  [
    pass,
    below(sum(field("tries"), literal(1)), policy("codeTries")),
    "the count of wrong tries plus 1 is less than 5 (wrong tries before the lock)",
    "틀린 횟수에 1을 더한 수가 5(잠금 전 입력 오류 한도)보다 적은 경우",
  ],
  [
    pass,
    not(equals(given("noticeVersion"), field("noticeVersion"))),
    "the stated version of the notice differs from the one on record",
    "전달된 고지 버전이 기록된 값과 다른 경우",
  ],
  [
    pass,
    equals(policy("consentAsked"), literal("once")),
    "the moment at which consent is asked for is “once, at first use”",
    "동의를 받는 시점이 ‘처음 이용할 때 한 번’인 경우",
  ],
  [
    pass,
    not(equals(field("ground"), literal("none"))),
    "the legal ground is not “none”",
    "법적 근거가 ‘없음’이 아닌 경우",
  ],
  [
    pass,
    not(oneOf(given("level"), "collectionLevels")),
    "the stated crisis level is none of the levels that allow collection (alert or serious)",
    "전달된 위기경보 단계가 수집이 허용되는 위기경보 단계(경계, 심각)에 속하지 않는 경우",
  ],
  [pass, not(flag(given("matches"))), "the code is wrong", "틀린 인증번호인 경우"],
  [
    issue,
    inState("agreement", "given", "outdated"),
    "the consent is “consent given” or “consent outdated”",
    "동의가 ‘동의함’ 또는 ‘재동의 필요’ 상태인 경우",
  ],
  [
    issue,
    not(inState("agreement", "given")),
    "the consent is not “consent given”",
    "동의가 ‘동의함’ 상태가 아닌 경우",
  ],
  [
    pass,
    and(present(field("late")), or(flag(given("matches")), reached(field("eraseAt")))),
    "the lateness of the delivery is set and (either the code is right or the time of erasure has come)",
    "지연 전송 여부가 정해져 있고 (맞는 인증번호이거나 파기 시각이 된 경우)에 해당하는 경우",
  ],
  [
    pass,
    not(and(flag(given("matches")), reached(field("eraseAt")))),
    "either the code is wrong or the time of erasure has not come yet",
    "틀린 인증번호이거나 파기 시각이 아직 되지 않은 경우",
  ],
  [pass, not(not(flag(given("matches")))), "the code is right", "맞는 인증번호인 경우"],
];

describe("conditions", () => {
  it.each(conditions)("%#", (place, condition, english, korean) => {
    expect(sayCondition(condition, "en", defaultPolicy, place)).toBe(english);
    expect(sayCondition(condition, "ko", defaultPolicy, place)).toBe(korean);
  });
});

const terms: readonly (readonly [Term, string, string])[] = [
  [now, "now", "지금"],
  [never, "never", "없음"],
  [literal(10_000), "10,000", "10,000"],
  [policy("retention"), "28 days (retention)", "28일(보유기간)"],
  [
    policy("consentAsked"),
    "at every pass (moment at which consent is asked for)",
    "QR코드를 발급할 때마다(동의를 받는 시점)",
  ],
  [
    sum(now, policy("passLifetime"), policy("clockSkew")),
    "15 seconds (life of a pass) and 2 seconds (allowed difference of clocks) from now",
    "지금부터 15초(QR코드 유효시간)와 2초(허용 시각 오차)가 지난 시각",
  ],
  [
    sum(startOfDay(given("passIssuedAt")), policy("retention")),
    "28 days (retention) after the start of the Seoul day of the stated time of issue of the pass",
    "전달된 QR코드 발급 시각이 속한 서울 시각 날짜의 0시부터 28일(보유기간)이 지난 시각",
  ],
  [sum(field("tries"), literal(1)), "the count of wrong tries plus 1", "틀린 횟수에 1을 더한 수"],
  [
    min(sum(now, policy("caseAnswerKept")), given("recordsEndAt")),
    "the earlier of 14 days (time an answer is kept) from now and the stated end of the records",
    "지금부터 14일(회신 보유기간)이 지난 시각과 전달된 기록 파기 시각 가운데 이른 시각",
  ],
  [
    min(startOfDay(now), given("recordsEndAt")),
    "the earlier of the start of today in Seoul and the stated end of the records",
    "서울 시각 오늘 0시와 전달된 기록 파기 시각 가운데 이른 시각",
  ],
  [
    min(field("tries"), policy("codeTries")),
    "the least of the count of wrong tries and 5 (wrong tries before the lock)",
    "틀린 횟수와 5(잠금 전 입력 오류 한도) 가운데 가장 작은 수",
  ],
  [field("noticeVersion", "agreement"), "the version of the notice (consent)", "고지 버전(동의)"],
];

describe("terms", () => {
  it.each(terms)("%#", (term, english, korean) => {
    expect(sayTerm(term, "en", defaultPolicy, issue)).toBe(english);
    expect(sayTerm(term, "ko", defaultPolicy, issue)).toBe(korean);
  });

  it("follow the policy in force", () => {
    const longer = { ...defaultPolicy, constants: { ...defaultPolicy.constants, retention: 1_209_600_000 } };
    expect(sayTerm(policy("retention"), "ko", longer)).toBe("14일(보유기간)");
    expect(sayTerm(policy("consentAsked"), "en", presets["2020-10"])).toMatch(/^once/);
  });
});

describe("what is set", () => {
  it("says one sentence for each field", () => {
    const set = { issuedAt: now, shownUntil: never, late: literal(true) };
    expect(saySet(set, "en", defaultPolicy, pass)).toEqual([
      "The time of issue becomes now.",
      "The end of showing is cleared.",
      "The lateness of the delivery becomes “yes”.",
    ]);
    expect(saySet(set, "ko", defaultPolicy, pass)).toEqual([
      "발급 시각을 지금으로 정합니다.",
      "표시 종료 시각을 지웁니다.",
      "지연 전송 여부를 ‘예’로 정합니다.",
    ]);
  });
});
