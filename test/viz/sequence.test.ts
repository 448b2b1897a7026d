// A sequence diagram as it is laid out and painted: rows one after the other, arrows between the right lanes, names always in sight.
// Measured on the coordinates themselves, with long words in both languages.
import { describe, expect, it } from "vitest";
import { layOutSequence, type SequenceStep } from "../../viz/layout/sequence.ts";

const lanes = [
  { id: "person", name: "이용자" },
  { id: "issuer", name: "a long name of an issuer that has to be broken" },
  { id: "venue", name: "venue" },
];

const step = (number: number, more: Partial<SequenceStep> = {}): SequenceStep => ({
  number,
  time: "1 July 2020 (Wed) 23:59:59.999",
  lane: "venue",
  sentence: "Something happens that takes rather many words to say, and a few more than that.",
  arrows: [],
  byItself: [],
  learnt: [],
  ...more,
});

const steps: readonly SequenceStep[] = [
  step(1, { lane: undefined }),
  step(2, {
    arrows: [
      { kind: "question", from: "person", to: "issuer", text: "QR코드를 요청함" },
      { kind: "refusal", from: "issuer", to: "person", text: "You have not agreed to the notice." },
    ],
    byItself: ["The consent has covered its pass; the next one asks again."],
    learnt: [{ lane: "issuer", things: ["phone number", "who was where, and when that was"] }],
  }),
  ...Array.from({ length: 30 }, (_, index) => step(index + 3)),
];
const picture = layOutSequence(lanes, steps);

describe("the layout of a sequence", () => {
  it("puts every row below the one before it, and everything of a row within it", () => {
    for (const [index, row] of picture.rows.entries()) {
      const before = picture.rows[index - 1];
      expect(row.y).toBeGreaterThanOrEqual(before === undefined ? 0 : before.y + before.height);
      const ends = [
        ...row.arrows.map(({ y }) => y),
        ...(row.box === undefined ? [] : [row.box.y + row.box.height]),
        ...[row.time, row.byItself, ...row.learnt].flatMap((words) =>
          words === undefined ? [] : [words.y + (words.lines.length - 1) * 16],
        ),
      ];
      expect(Math.max(...ends)).toBeLessThan(row.y + row.height);
    }
    expect(picture.rows.map(({ number }) => number)).toEqual(steps.map(({ number }) => number));
  });

  it("draws arrows from the lane of who speaks to the lane of who hears, each below the last", () => {
    const [person, issuer] = picture.lanes;
    const [question, refusal] = picture.rows[1]?.arrows ?? [];
    expect([question?.fromX, question?.toX]).toEqual([person?.x, issuer?.x]);
    expect([refusal?.fromX, refusal?.toX]).toEqual([issuer?.x, person?.x]);
    expect(refusal?.y).toBeGreaterThan(question?.y ?? Infinity);
  });

  it("puts what is nobody's across all lanes, an own step into its lane, and what was learnt under its own", () => {
    expect(picture.rows[0]?.box?.isNobodys).toBe(true);
    expect(picture.rows[0]?.box?.width).toBeGreaterThan(500);
    const own = picture.rows[2]?.box;
    expect((own?.x ?? 0) + (own?.width ?? 0) / 2).toBe(picture.lanes[2]?.x);
    expect(picture.rows[1]?.learnt[0]?.x).toBe(picture.lanes[1]?.x);
    expect(picture.rows[1]?.box).toBeUndefined();
  });

  it("names the lanes again before they are a screen away", () => {
    const tops = picture.names.filter(({ x }) => x === picture.lanes[2]?.x).map(({ y }) => y);
    expect(tops.length).toBeGreaterThan(1);
    for (const row of picture.rows) expect(tops.some((y) => y <= row.y + 26 && row.y - y < 700)).toBe(true);
  });
});
