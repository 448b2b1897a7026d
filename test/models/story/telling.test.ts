// A story as sentences: when each step was, who made it, what was refused and with what advice, what nobody did, what crossed.
// Everything is said in both languages, and a step of time in the small stands for no hours.
import { describe, expect, it } from "vitest";
import type { Language } from "../../../models/labels/labels.ts";
import { law } from "../../../models/law.ts";
import { defaultPolicy } from "../../../models/policy.ts";
import { door } from "../../../models/slices/door.ts";
import { play, type Story } from "../../../models/story/story.ts";
import { tellBeginning, tellSteps } from "../../../models/story/telling.ts";

const dayMs = 86_400_000;

const late: Story = {
  slice: door,
  form: "counted",
  policy: defaultPolicy,
  clock: "real",
  steps: [
    { waitMs: 0, move: "issue pass1" },
    { waitMs: 14_999, move: "scan pass1 at 1" },
    { waitMs: 0, move: "deliver pass1 from 1" },
    { waitMs: 28 * dayMs },
  ],
};

describe("a visit that is stored and erased", () => {
  const played = play(late, law);
  const english = tellSteps(late, played, "en");

  it("is told step by step, with the time of Seoul and who acts", () => {
    expect(english.map(({ time, party, sentence }) => [time, party, sentence])).toEqual([
      ["1 July 2020 (Wed) 00:00:00", "issuer", "The first pass is issued."],
      ["1 July 2020 (Wed) 00:00:14.999", "world", "14 seconds 999 milliseconds go by."],
      [
        "1 July 2020 (Wed) 00:00:14.999",
        "venue",
        "The first pass, or a picture of it, is scanned at the first venue and sent on.",
      ],
      [
        "1 July 2020 (Wed) 00:00:14.999",
        "custodian",
        "The scan of the first pass that the first venue sent reaches the custodian.",
      ],
      ["29 July 2020 (Wed) 00:00:14.999", "world", "28 days go by."],
    ]);
  });

  it("says what happened by itself, and nothing of it where nothing did", () => {
    expect(english.at(-1)?.byItself).toEqual([
      "Four weeks from the day of the pass are over: erased with its day.",
    ]);
    expect(english.slice(0, 4).flatMap(({ byItself }) => byItself)).toEqual([]);
    expect(tellSteps(late, played, "ko").at(-1)?.byItself).toEqual([
      "QR코드의 날짜로부터 4주가 지나 그날의 기록과 함께 파기됩니다.",
    ]);
  });
});

it("says what is refused in the words of the refusal, with advice", () => {
  const steps = [
    { waitMs: 0, move: "issue pass1" },
    { waitMs: 15_000, move: "scan pass1 at 1" },
    { waitMs: 61_000, move: "deliver pass1 from 1" },
  ];
  const story: Story = { ...late, steps };
  const refusals = (language: Language) =>
    tellSteps(story, play(story, law), language).flatMap(({ refused }) => refused ?? []);
  expect(refusals("en")).toMatchObject([
    {
      code: "pass-expired",
      sentence: "This pass has expired.",
      advice: "Please ask for a new pass and show it at once.",
    },
  ]);
  expect(refusals("ko").map(({ code }) => code)).toEqual(["pass-expired"]);
  expect(refusals("ko")[0]?.sentence).toMatch(/[가-힣]/);
});

it("says that time passes, and no hours, where durations are made small", () => {
  const small: Story = { ...late, clock: "small", steps: [{ waitMs: dayMs }] };
  const played = play(small, law);
  expect(tellBeginning(small, "en")[0]).toContain("Durations are made small");
  expect(tellSteps(small, played, "en").map(({ sentence }) => sentence)).toEqual(["Time passes."]);
  expect(tellSteps(small, played, "ko").map(({ sentence }) => sentence)).toEqual(["시간이 흐릅니다."]);
});
