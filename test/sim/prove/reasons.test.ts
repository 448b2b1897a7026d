// Why a story breaks a promise: the part of the condition that does not hold, with what was seen, in words and literal numbers.
// What holds is not told, of alternatives only the nearest one, and the instants are those of the story's own wall clock.
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { and, below, equals, given, literal, not, or } from "../../../models/language/expression.ts";
import { flag } from "../../../models/language/expression.ts";
import type { SliceId } from "../../../models/language/slice.ts";
import { defaultPolicy } from "../../../models/policy.ts";
import type { PropertyId } from "../../../models/properties.ts";
import { sliceOf } from "../../../models/slices.ts";
import { law } from "../../../sim/prove/mistakes.ts";
import { policyWith } from "../../../sim/prove/policyset.ts";
import { tellStory } from "../../../sim/prove/story/lanes.ts";
import { failing } from "../../../sim/prove/story/reasons.ts";
import { play, type Story, type StoryStep } from "../../../sim/prove/story/story.ts";

const around = (fields: Readonly<Record<string, number | boolean | null>>) => ({
  policy: defaultPolicy,
  now: 0,
  fields: {},
  given: fields,
});
const isLate = flag(given("late"));
const few = below(given("times"), literal(2));
const one = equals(given("times"), literal(1));

describe("what does not hold", () => {
  it("is nothing where the whole holds", () => {
    expect(failing(and(few, one), around({ times: 1 }))).toEqual([]);
  });

  it("is only the parts that fail", () => {
    expect(failing(and(few, isLate), around({ times: 1, late: false }))).toEqual([isLate]);
    expect(failing(and(few, and(one, isLate)), around({ times: 5, late: true }))).toEqual([few, one]);
  });

  it("of alternatives is told by the one that comes nearest", () => {
    const alternatives = or(and(isLate, few), and(not(isLate), one));
    expect(failing(alternatives, around({ times: 2, late: false }))).toEqual([one]);
    expect(failing(alternatives, around({ times: 2, late: true }))).toEqual([few]);
  });
});

const toldBy = async (
  id: SliceId,
  set: string,
  steps: readonly StoryStep[],
  about: PropertyId,
): Promise<readonly [english: string, korean: string]> => {
  const slice = sliceOf(id, "timed");
  if (slice === undefined) throw new Error(`${id} is not searched in real time`);
  const policy = await Effect.runPromise(policyWith("2020-07", [set]));
  const story: Story = { slice, form: "timed", policy, clock: "real", steps };
  const played = play(story, law);
  expect(played.happened.at(-1)?.breaks).toContain(about);
  return [tellStory(story, played, "en", about).join("\n"), tellStory(story, played, "ko", about).join("\n")];
};

describe("a story of a pass that lives too long", () => {
  const steps = [
    { waitMs: 0, move: "issue pass1" },
    { waitMs: 0, move: "scan pass1 at 1" },
    { waitMs: 60_000, move: "deliver pass1 from 1" },
  ];

  it("says the number that was set, the condition, and both instants", async () => {
    const [english, korean] = await toldBy("door", "passLifetime=40d", steps, "pass-bounded");
    expect(english).toContain(
      "Set otherwise than in the policy: 40 days instead of 15 seconds (life of a pass).",
    );
    expect(english).toMatch(/A visit is stored only if .* is before 1 minute .* after the time of issue/);
    expect(english).toContain(
      "Here, time of issue of the pass: 1 July 2020 (Wed) 00:00:00; time at which it happens: 1 July 2020 (Wed) 00:01:00.",
    );
    expect(korean).toContain("정책과 다르게 정한 수치: 15초 대신 40일(QR코드 유효시간).");
    expect(korean).toContain(
      "여기서는 다음과 같습니다. QR코드 발급 시각: 2020년 7월 1일 (수) 00:00:00; 발생 시각: 2020년 7월 1일 (수) 00:01:00.",
    );
  });

  it("keeps to the wall clock of the story, however long it lasts", async () => {
    const [issue, scan, deliver] = steps;
    const late = [issue, scan, { waitMs: 15 * 86_400_000, move: deliver?.move ?? "" }].flatMap(
      (step) => step ?? [],
    );
    const [english] = await toldBy("door", "passLifetime=40d", late, "pass-bounded");
    expect(english).toContain(
      "Here, time of issue of the pass: 1 July 2020 (Wed) 00:00:00; time at which it happens: 16 July 2020 (Thu) 00:00:00.",
    );
  });

  it("only names what else is broken", async () => {
    const months = [...steps.slice(0, 2), { waitMs: 29 * 86_400_000, move: "deliver pass1 from 1" }];
    const [english] = await toldBy("door", "passLifetime=40d", months, "retention-kept");
    expect(english).toContain("Here the promise retention-kept is broken:");
    expect(english).not.toContain("Here the promise pass-bounded is broken:");
    expect(english).toMatch(/Broken here too: .*pass-bounded/);
  });

  it("says that a visit stored after its end is erased at once, and of no instant that it never comes", async () => {
    const months = [...steps.slice(0, 2), { waitMs: 29 * 86_400_000, move: "deliver pass1 from 1" }];
    const [english, korean] = await toldBy("door", "passLifetime=40d", months, "retention-kept");
    expect(english).toContain("time of erasure: erased at once;");
    expect(korean).toContain("파기 시각: 저장과 동시에 파기;");
    expect(english).not.toContain("never;");
  });
});

describe("a story of one officer", () => {
  it("says who asked and who approved as people say it", async () => {
    const steps = [
      { waitMs: 86_400_000, move: "request by second" },
      { waitMs: 0, move: "approve by second" },
    ];
    const [english, korean] = await toldBy("case", "officersRequired=1", steps, "two-officers");
    expect(english).toContain(
      "Here, officer who asked: the second officer; officer who approved: the second officer.",
    );
    expect(korean).toContain("요청한 역학조사관: 둘째 역학조사관; 승인한 역학조사관: 둘째 역학조사관.");
  });
});
