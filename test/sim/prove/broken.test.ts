// Policies that break a promise, and the story by which the prover says so: as fixed as the promises themselves.
// Each is searched with the real constants, played step by step, told in both languages, written down and read again.
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import type { SliceId } from "../../../models/language/slice.ts";
import { words } from "../../../models/labels/labels.ts";
import { law } from "../../../models/law.ts";
import { properties, type PropertyId } from "../../../models/properties.ts";
import { policyWith } from "../../../sim/prove/policyset.ts";
import { readStoryFile, stepsIn, storyFileOf } from "../../../sim/prove/story/itf.ts";
import { tellStory } from "../../../sim/prove/story/lanes.ts";
import { searchZones } from "../../../sim/prove/zones/search.ts";
import { sliceOf } from "../../../models/slices.ts";
import { play, type Story } from "../../../models/story/story.ts";

interface Expected {
  readonly set: string;
  readonly breaks: PropertyId;
  readonly slice: SliceId;
  /** What the story must say, so that somebody who does not program sees why. */
  readonly says: readonly [english: string, korean: string];
}

const expectations: readonly Expected[] = [
  {
    set: "passLifetime=40d",
    breaks: "pass-bounded",
    slice: "door",
    says: ["reaches the custodian", "사회보장정보원에 도착합니다"],
  },
  {
    set: "retention=7d",
    breaks: "trace-possible",
    slice: "door",
    says: ["reaches the custodian", "사회보장정보원에 도착합니다"],
  },
  {
    set: "verificationValidity=10s",
    breaks: "verification-covers-pass",
    slice: "gate",
    says: ["asks for a pass", "QR코드를 요청"],
  },
  {
    set: "officersRequired=1",
    breaks: "two-officers",
    slice: "case",
    says: ["The first officer approves the case.", "첫째 역학조사관이 사건을 승인합니다."],
  },
];

const storyOf = async ({ set, breaks, slice: id }: Expected): Promise<Story> => {
  const policy = await Effect.runPromise(policyWith("2020-07", [set]));
  const slice = sliceOf(id, "timed");
  if (slice === undefined) throw new Error(`${id} is not searched in real time`);
  const steps = searchZones({ slice, law, policy }).promises.get(breaks)?.story;
  if (steps === undefined) throw new Error(`${set} breaks no ${breaks}`);
  return { slice, form: "timed", policy, clock: "real", steps };
};

/** Latin words that a Korean reader would stumble over: all but the ids of promises and QR. */
const latinIn = (korean: string): readonly string[] => {
  const ids = properties.map(({ id }) => id);
  return (korean.match(/[A-Za-z][A-Za-z-]*/g) ?? []).filter(
    (word) => word !== "QR" && !ids.some((id) => id === word),
  );
};

describe.each(expectations)("$set breaks $breaks", (expected) => {
  const story = storyOf(expected);

  it("by a story that plays to its end and breaks it there, and nowhere before", async () => {
    const { happened, stopsAt } = play(await story, law);
    expect(stopsAt).toBeUndefined();
    expect(happened.at(-1)?.breaks).toContain(expected.breaks);
    expect(happened.slice(0, -1).flatMap(({ breaks }) => breaks)).not.toContain(expected.breaks);
  });

  it("told in plain sentences of both languages, without a name of the program", async () => {
    const told = await story;
    const played = play(told, law);
    for (const [place, language] of (["en", "ko"] as const).entries()) {
      const text = tellStory(told, played, language).join("\n");
      expect(text).toContain(expected.says[place]);
      expect(text).toContain("2020");
      expect(text).not.toMatch(/[a-z][A-Z]|undefined|null|\{|\}/);
    }
  });

  it("told without a Latin word in Korean, but for the ids of promises", async () => {
    const told = await story;
    const korean = tellStory(told, play(told, law), "ko");
    expect(latinIn(korean.join("\n"))).toEqual([]);
    expect(latinIn("여기서 first officer, two-officers, QR코드")).toEqual(["first", "officer"]);
  });

  it("told from how things stand at the beginning, to the promise by its name", async () => {
    const told = await story;
    for (const [language, midnight] of [
      ["en", "It begins at midnight"],
      ["ko", "0시(서울)에 시작합니다."],
    ] as const) {
      const lines = tellStory(told, play(told, law), language);
      const begins = lines.findIndex((line) => line.includes(midnight));
      expect(lines[begins + 1]).toBe(words(language).description(told.slice.beginsWith));
      const broken = lines.filter(
        (line) => line.includes(expected.breaks) && line.endsWith(words(language).promise(expected.breaks)),
      );
      expect(broken).toHaveLength(1);
    }
  });

  it("written as a file that says the same when it is read and played again", async () => {
    const told = await story;
    const file = storyFileOf(told, play(told, law));
    const read = await Effect.runPromise(readStoryFile(JSON.stringify(file)));
    expect(read["#meta"].breaks).toContain(expected.breaks);
    expect(read.states.every((state) => read.vars.every((name) => name in state))).toBe(true);
    const again = { ...told, steps: stepsIn(read) };
    expect(storyFileOf(again, play(again, law))).toEqual(file);
  });
});
