// `entrylog questions` as people and scripts type it: as text in either language, as JSON, under other numbers, and a mistake in a flag.
// Once it is a process of its own, whose exit code and output are those that scripts see.
import { Option } from "effect";
import { describe, expect, it } from "vitest";
import { questionsCommand } from "../../../../sim/prove/questions/command.ts";
import { readQuestions, type Questions } from "../../../../sim/results/questions.ts";
import { endOf, startTelling } from "../../processes.ts";
import { runCommand } from "../running.ts";

const questions = (...given: readonly string[]) => runCommand(questionsCommand, ...given);

const decoded = (text: string): Questions => Option.getOrThrow(readQuestions(text));

/** Lines of the text that begin a question: its clause, its id and its first words. */
const headings = (text: string): readonly string[] =>
  text.split("\n").filter((line) => /^[SFC]\d+ [a-z-]+ {2}\S/.test(line));

describe("questions", () => {
  it("says every question with its clause, its answer, what that rests on, and a command that shows it", async () => {
    const { code, text } = await questions();
    expect(code).toBe(0);
    expect(text.split("\n")[0]).toBe(
      "16 questions that the policy leaves open, and what the models answer now (2020-07)",
    );
    expect(headings(text)).toHaveLength(16);
    expect(text.match(/^ {2}answer: \S/gm)).toHaveLength(16);
    expect(text.match(/^ {2}rests on: \S/gm)).toHaveLength(16);
    expect(text).toContain("rests on: no number of the policy");
    expect(text).toMatch(/^ {2}see: npm run -s entrylog -- prove .*$/m);
  });

  it("breaks its lines, all but commands, so that a terminal shows them whole", async () => {
    const { text } = await questions();
    const long = text.split("\n").filter((line) => line.length > 110 && !line.startsWith("  see: "));
    expect(long).toEqual([]);
  });

  it("says them in Korean", async () => {
    const { code, text } = await questions("--lang", "ko");
    expect(code).toBe(0);
    expect(text.split("\n")[0]).toBe("정책이 남겨 둔 질문 16가지와 지금 모델의 답 (2020-07)");
    expect(headings(text)).toHaveLength(16);
    expect(text.match(/^ {2}답: .*[가-힣]/gm)).toHaveLength(16);
    expect(text).toContain("QR코드 유효시간 (passLifetime 15초)");
    expect(text).not.toMatch(/rests on|answer:/);
  });

  it("prints as JSON what its own reader takes, in both languages", async () => {
    const { code, text } = await questions("--json");
    expect(code).toBe(0);
    const { schemaVersion, policy, questions: all } = decoded(text);
    expect({ schemaVersion, policy }).toEqual({ schemaVersion: 1, policy: { preset: "2020-07", set: {} } });
    expect(all).toHaveLength(16);
    const said = all.flatMap(({ asks, answer }) => [asks, answer]);
    expect(said.every(({ en, ko }) => en !== "" && /[가-힣]/.test(ko))).toBe(true);
  });

  it("answers under other numbers and the other preset, and says under which", async () => {
    const { code, text } = await questions("--preset", "2020-10", "--set", "retention=7d", "--json");
    expect(code).toBe(0);
    const { policy, questions: all } = decoded(text);
    expect(policy).toEqual({ preset: "2020-10", set: { retention: 604_800_000 } });
    const factsOf = (name: string) => all.find(({ id }) => id === name)?.facts;
    expect(factsOf("stored-distributed")).toMatchObject({ daysKept: 7 });
    expect(factsOf("renewing-a-pass")).toMatchObject({ inForceMs: "endless" });
    const told = await questions("--preset", "2020-10", "--set", "retention=7d");
    expect(told.text.split("\n")[0]).toMatch(/\(2020-10, retention 7 days\)$/);
  });

  it.each([
    ["retention=soon", "set-invalid", '"soon" is no value for retention.', "a duration such as"],
    ["officersRequired=two", "set-invalid", '"two" is no value for officersRequired.', "a whole number"],
    ["consentAsked=daily", "set-invalid", '"daily" is no value for consentAsked.', "everyPass, once"],
    ["patience=3", "set-invalid", '"patience=3" sets no constant of the policy.', "retention"],
    ["retention", "set-invalid", "The value of retention is missing.", "retention=value"],
  ])("refuses --set %s with 2, a sentence and what to do", async (setting, reason, sentence, advice) => {
    const ran = await questions("--set", setting);
    expect(ran).toMatchObject({ code: 2, text: "", reason, sentence });
    expect(ran.advice).toContain(advice);
  });

  it("refuses a language that there is none of", async () => {
    const { code, text } = await questions("--lang", "fr");
    expect(code).toBe(2);
    expect(headings(text)).toEqual([]);
  });

  const ends = "prints the same as a process of its own, which ends with 0, and ends with 2 on a mistake";
  it(ends, { timeout: 300_000 }, async () => {
    const [right, wrong] = await Promise.all([
      endOf(startTelling(["questions", "--json"])),
      endOf(startTelling(["questions", "--set", "retention=soon"])),
    ]);
    expect({ status: right.status, stderr: right.stderr }).toEqual({ status: 0, stderr: "" });
    expect(right.stdout).toBe(`${(await questions("--json")).text}\n`);
    expect({ status: wrong.status, stdout: wrong.stdout }).toEqual({ status: 2, stdout: "" });
    expect(wrong.stderr).toMatch(/^set-invalid: "soon" is no value for retention\.\nIt must be a duration/);
  });
});
