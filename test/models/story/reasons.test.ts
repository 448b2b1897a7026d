// Why a story breaks a promise: the part of the condition that does not hold, with what was seen, in words and literal numbers.
// What holds is not told, of alternatives only the nearest one, and the instants are those of the story's own wall clock.
import { describe, expect, it } from "vitest";
import type { Language } from "../../../models/labels/labels.ts";
import { and, below, equals, flag, given, literal, not, or } from "../../../models/language/expression.ts";
import type { SliceId } from "../../../models/language/slice.ts";
import { law } from "../../../models/law.ts";
import { defaultPolicy } from "../../../models/policy.ts";
import type { PropertyId } from "../../../models/properties.ts";
import { setOver, type Settings } from "../../../models/settings.ts";
import { sliceOf } from "../../../models/slices.ts";
import { failing } from "../../../models/story/reasons.ts";
import { play, type Story, type StoryStep } from "../../../models/story/story.ts";
import { tellBeginning, tellSteps } from "../../../models/story/telling.ts";

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

const dayMs = 86_400_000;

const toldBy = (
  id: SliceId,
  set: Settings,
  steps: readonly StoryStep[],
  about: PropertyId,
): readonly [english: string, korean: string] => {
  const slice = sliceOf(id, "timed");
  if (slice === undefined) throw new Error(`${id} is not searched in real time`);
  const story: Story = { slice, form: "timed", policy: setOver(defaultPolicy, set), clock: "real", steps };
  const played = play(story, law);
  expect(played.happened.at(-1)?.breaks).toContain(about);
  const told = (language: Language): string => {
    const breaks = tellSteps(story, played, language).at(-1)?.breaks ?? [];
    const reasons = breaks.find(({ promise }) => promise === about)?.reasons ?? [];
    return [...tellBeginning(story, language), ...reasons].join("\n");
  };
  return [told("en"), told("ko")];
};

describe("a story of a pass that lives too long", () => {
  const steps = [
    { waitMs: 0, move: "issue pass1" },
    { waitMs: 0, move: "scan pass1 at 1" },
    { waitMs: 60_000, move: "deliver pass1 from 1" },
  ];

  it("says the number that was set, the condition, and both instants", () => {
    const [english, korean] = toldBy("door", { passLifetime: 40 * dayMs }, steps, "pass-bounded");
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

  it("keeps to the wall clock of the story, however long it lasts", () => {
    const [issue, scan, deliver] = steps;
    const late = [issue, scan, { waitMs: 15 * dayMs, move: deliver?.move ?? "" }].flatMap(
      (step) => step ?? [],
    );
    const [english] = toldBy("door", { passLifetime: 40 * dayMs }, late, "pass-bounded");
    expect(english).toContain(
      "Here, time of issue of the pass: 1 July 2020 (Wed) 00:00:00; time at which it happens: 16 July 2020 (Thu) 00:00:00.",
    );
  });

  it("says that a visit stored after its end is erased at once, and of no instant that it never comes", () => {
    const months = [...steps.slice(0, 2), { waitMs: 29 * dayMs, move: "deliver pass1 from 1" }];
    const [english, korean] = toldBy("door", { passLifetime: 40 * dayMs }, months, "retention-kept");
    expect(english).toContain("time of erasure: erased at once;");
    expect(korean).toContain("파기 시각: 저장과 동시에 파기;");
    expect(english).not.toContain("never;");
  });
});

describe("a story of one officer", () => {
  it("says who asked and who approved as people say it", () => {
    const steps = [
      { waitMs: dayMs, move: "request by second" },
      { waitMs: 0, move: "approve by second" },
    ];
    const [english, korean] = toldBy("case", { officersRequired: 1 }, steps, "two-officers");
    expect(english).toContain(
      "Here, officer who asked: the second officer; officer who approved: the second officer.",
    );
    expect(korean).toContain("요청한 역학조사관: 둘째 역학조사관; 승인한 역학조사관: 둘째 역학조사관.");
  });
});
