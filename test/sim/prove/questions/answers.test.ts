// The open questions and their answers: every question of the models has one, in words of both languages, and every number in it
// is the one that byhand/ has, worked out without the program. Set a constant otherwise, and the answer that follows it is another one:
// answers are computed and not typed.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sayDuration } from "../../../../models/labels/duration.ts";
import { questionIds, questions } from "../../../../models/questions.ts";
import { answersOf } from "../../../../sim/prove/questions/answers.ts";
import { questionsText } from "../../../../sim/prove/questions/questionstext.ts";
import { ask, law, placeholder, policyOf, type Asked } from "./asking.ts";
import { ofCases } from "./byhand/cases.ts";
import { ofNumbers } from "./byhand/numbers.ts";
import { ofPasses } from "./byhand/passes.ts";
import { ofRecords } from "./byhand/records.ts";

const byHand = [...ofNumbers, ...ofPasses, ...ofRecords, ...ofCases];
const founding = answersOf(law, policyOf());
const answerTo = (id: string) => {
  const answer = founding.questions.find((one) => one.id === id);
  if (answer === undefined) throw new Error(`${id} has no answer`);
  return answer;
};
const hangul = /[가-힣]/;

/** Whether a length of time is read there whole, and not as the beginning of a longer one. */
const isRead = (text: string, duration: string): boolean =>
  new RegExp(`(?<![\\d,])${duration}(?! \\d)`).test(text);

/** Lengths of time that were found and are not read in the answer, in either language. */
const unsaid = ({ facts, en, ko }: Asked): readonly string[] =>
  Object.entries(facts).flatMap(([name, value]) => {
    if (!name.endsWith("Ms") || typeof value !== "number") return [];
    return isRead(en, sayDuration(value, "en")) && isRead(ko, sayDuration(value, "ko")) ? [] : [name];
  });

describe("every open question", () => {
  it("of the models has an answer, in the order of the models, and one worked out by hand", () => {
    expect(questionIds.length).toBeGreaterThan(10);
    expect(founding.questions.map(({ id }) => id)).toEqual(questionIds);
    expect(byHand.map(({ id }) => id).toSorted()).toEqual(questionIds.toSorted());
  });

  it("is worked out by hand without anything of the program", () => {
    const folder = new URL("byhand/", import.meta.url);
    const imports = readdirSync(folder).flatMap((name) =>
      [
        ...readFileSync(new URL(name, folder), "utf8").matchAll(/\b(?:from|import|require)\b[ (]*"([^"]*)"/g),
      ].map(([, imported]) => imported),
    );
    expect([...new Set(imports)]).toEqual(["./form.ts"]);
  });

  it.each(questionIds)("%s is asked and answered in both languages", (id) => {
    const { asks, answer, restsOn } = answerTo(id);
    expect(asks.en).toBe(questions[id].asks);
    expect(asks.en.endsWith("?")).toBe(true);
    for (const said of [asks, answer, ...restsOn.map(({ says }) => says)]) {
      expect(said.ko).toMatch(hangul);
      expect(said.en).toMatch(/[a-z]/);
      expect(said.en).not.toMatch(hangul);
    }
  });

  it("is said without a placeholder, a code or a name of the program", () => {
    for (const { facts, asks, answer } of founding.questions)
      for (const text of [asks.en, asks.ko, answer.en, answer.ko]) {
        expect(text).not.toMatch(placeholder);
        for (const fact of Object.values(facts))
          if (typeof fact === "string" && fact.includes("-")) expect(text).not.toContain(fact);
      }
    for (const language of ["en", "ko"] as const)
      expect(questionsText(founding, language).join("\n")).not.toMatch(
        /undefined|null|NaN|Infinity|\[object|[{}$]|TODO/,
      );
  });
});

describe.each(byHand)("$id", ({ id, clause, facts, restsOn, en, ko, otherwise }) => {
  it("is answered with the numbers worked out by hand", () => {
    expect(answerTo(id)).toMatchObject({ clause, grade: clause.charAt(0) });
    expect(answerTo(id).facts).toEqual(facts);
  });

  it("says those numbers in both languages", () => {
    const { answer } = answerTo(id);
    for (const words of en) expect(answer.en).toContain(words);
    for (const words of ko) expect(answer.ko).toContain(words);
    expect(unsaid(ask(id, policyOf()))).toEqual([]);
  });

  it("names the constants that it follows, with their values", () => {
    const named = answerTo(id).restsOn.map(({ name, value }) => [name, value]);
    expect(Object.fromEntries(named)).toEqual(restsOn);
  });

  it.each(otherwise)("is another one with %s", (settings, changed) => {
    const asked = ask(id, policyOf(...settings));
    expect(asked.facts).toMatchObject(changed);
    expect(asked.facts).not.toEqual(facts);
    expect(asked.en).not.toBe(answerTo(id).answer.en);
    expect(asked.ko).not.toBe(answerTo(id).answer.ko);
    expect(unsaid(asked)).toEqual([]);
  });

  it("has a setting for each constant that it is said to follow", () => {
    const set = otherwise.flatMap(([settings]) => settings.map((setting) => setting.replace(/=.*/, "")));
    expect(set.length).toBeGreaterThan(0);
    const untried = Object.keys(restsOn).filter((name) => !set.includes(name));
    expect(untried).toEqual([]);
  });
});

/** Policies that nobody would want, under which something of the law cannot happen or has no end. */
const odd = [
  "retention=0s",
  "scansPerMinute=0",
  "passLifetime=0s",
  "consentSession=0s",
  "verificationValidity=0s",
  "codeLock=0s",
  "codeLifetime=0s",
  "codeSends=0",
  "codeSends=1000000000",
  "caseLifetime=0s",
  "caseVenues=0",
  "caseRecords=0",
  "lateDelivery=3650d",
  "officersRequired=3",
  "noticeVersion=0",
  "consentAsked=once",
] as const;

describe("under a policy that nobody would want", () => {
  it.each(odd)("%s, every question is still answered in whole sentences", (setting) => {
    const policy = policyOf(setting);
    for (const id of questionIds) {
      const { en, ko } = ask(id, policy);
      expect(en).not.toMatch(placeholder);
      expect(ko).not.toMatch(placeholder);
      expect(en).toMatch(/[.?!"]$/);
      expect(ko).toMatch(/[.?!]$/);
    }
  });
});
