// `entrylog replay FILE`: a story that the prover wrote is played and told, in both languages; a file that tells anything else is refused.
// The file is one of the shortest stories there are: one officer asks for a case and approves it, where one is enough.
// Every damage is a change of one place in it, and none may end as if all were well.
import { describe, expect, it } from "vitest";
import { law } from "../../../../models/law.ts";
import { defaultPolicy } from "../../../../models/policy.ts";
import { caseSlice } from "../../../../models/slices/case.ts";
import { play, type Story } from "../../../../models/story/story.ts";
import { mistakenBy } from "../../../../sim/prove/mistakes.ts";
import { storyFileOf } from "../../../../sim/prove/story/itf.ts";
import { replayCommand } from "../../../../sim/replay/command.ts";
import { makeScratch } from "../../scratch.ts";
import { runCommand } from "../running.ts";
import { alone, text, withMeta } from "./shortest.ts";

const scratch = makeScratch();
const replay = (text: string, ...given: readonly string[]) =>
  runCommand(replayCommand, scratch.file("story.itf.json", text), ...given);

describe("a story as it was written", () => {
  it("is told in English, each step with its time, and ends with the broken promise", async () => {
    const { code, text: told } = await replay(text);
    expect(code).toBe(0);
    expect(told).toMatch(/2 July 2020 \(Thu\) 00:00:00 .*24 hours go by\./);
    expect(told).toMatch(/2 July 2020 \(Thu\) 00:00:00 .*The first officer approves the case\./);
    expect(told).toContain("Here the promise two-officers is broken:");
  });

  it("is told in Korean", async () => {
    const { code, text: told } = await replay(text, "--lang", "ko");
    expect(code).toBe(0);
    expect(told).toMatch(/2020년 7월 2일 \(목\) 00:00:00 .*첫째 역학조사관이 사건을 승인합니다\./);
    expect(told).toContain("two-officers");
    expect(told).not.toContain("officer approves");
  });

  it("is played with small constants where it was found with them", async () => {
    const small: Story = { ...alone, form: "counted", clock: "small" };
    const { code, text: told } = await replay(JSON.stringify(storyFileOf(small, play(small, law))));
    expect(code).toBe(0);
    expect(told).toContain("a step of time stands for no number of hours");
    expect(told).not.toContain("2020");
  });

  it("of a deliberate mistake is played by the law with the mistake in it, and by no other", async () => {
    const mistaken = mistakenBy("two-officers", caseSlice);
    const story: Story = { ...alone, policy: defaultPolicy, slice: mistaken.slice };
    const written = storyFileOf(story, play(story, mistaken.law), "two-officers");
    expect(written["#meta"].breaks).toEqual(["two-officers"]);
    expect(await replay(JSON.stringify(written))).toMatchObject({ code: 0 });
    const { mistake: _, ...meta } = written["#meta"];
    const without = await replay(JSON.stringify({ ...written, "#meta": meta }));
    expect(without).toMatchObject({ code: 10, reason: "story-differs" });
  });
});

describe("a file that is no story, or one of something else", () => {
  const rows: readonly (readonly [string, string, string, string])[] = [
    ["nothing", "", "story-unknown", "no story in the form"],
    ["no JSON", "a story", "story-unknown", "no story in the form"],
    ["cut off in the middle", text.slice(0, text.length / 2), "story-unknown", "no story in the form"],
    ["another kind of JSON", '{"verdict": "held"}', "story-unknown", "no story in the form"],
    [
      "another program's trace",
      '{"vars": ["x"], "states": [{"#meta": {"index": 0}, "x": 1}]}',
      "story-unknown",
      "no story in the form",
    ],
    ["another version", withMeta({ schemaVersion: 2 }), "story-unknown", "no story in the form"],
    [
      "a mistake that nobody makes",
      withMeta({ mistake: "kindness" }),
      "story-unknown",
      "no story in the form",
    ],
    [
      "other models",
      withMeta({ modelHash: "0".repeat(64) }),
      "story-models",
      "made by the models 000000000000",
    ],
    ["a slice that there is none of", withMeta({ slice: "roof" }), "story-unknown", "not known here"],
    ["a slice that is not timed", withMeta({ slice: "whole" }), "story-unknown", "not known here"],
    ["a preset that there is none of", withMeta({ preset: "1999-01" }), "story-unknown", "not known here"],
    [
      "a constant that there is none of",
      withMeta({ set: { patience: 3 } }),
      "story-unknown",
      "sets patience",
    ],
    ["a duration in words", withMeta({ set: { retention: "long" } }), "story-unknown", "sets retention"],
    [
      "a count below nothing",
      withMeta({ set: { officersRequired: -1 } }),
      "story-unknown",
      "sets officersRequired",
    ],
    [
      "a choice that there is none of",
      withMeta({ set: { consentAsked: "daily" } }),
      "story-unknown",
      "sets consentAsked",
    ],
  ];
  it.each(rows)("%s: is refused with 2, a sentence and what to do", async (_, damaged, reason, sentence) => {
    const ran = await replay(damaged);
    expect(ran).toMatchObject({ code: 2, text: "", reason });
    expect(ran.sentence).toContain(sentence);
    expect(ran.advice).toContain("entrylog prove");
  });

  it("a path where there is no file", async () => {
    const path = scratch.path("nowhere.itf.json");
    const ran = await runCommand(replayCommand, path);
    expect(ran).toMatchObject({ code: 2, text: "", reason: "story-unreadable" });
    expect(ran.sentence).toBe(`${path} cannot be read.`);
  });
});
