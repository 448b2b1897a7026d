// An answer is only as much as was shown: a proof where the table has the value, a played story where it has not, and else nothing.
// A story of the table that does not break its promise by the law as it is is not told as one.
import { describe, expect, it } from "vitest";
import { answerTo } from "../../../../../../viz/atlas/page/views/numbers/answer.ts";
import type { NumbersData } from "../../../../../../viz/atlas/reading/numbers.ts";

const day = 86_400_000;
const promise = "trace-possible";
const held = { id: promise, verdict: "held", grade: "for the real constants" } as const;
const story = {
  slice: "door",
  form: "timed",
  clock: "real",
  steps: [
    { waitMs: 0, move: "issue pass1" },
    { waitMs: 0, move: "scan pass1 at 1" },
    { waitMs: 0, move: "deliver pass1 from 1" },
  ],
} as const;

const table = (steps: typeof story.steps | readonly [] = story.steps): NumbersData => ({
  schemaVersion: 1,
  modelHash: "",
  preset: "2020-07",
  asItStands: [held],
  constants: [
    {
      name: "retention",
      values: [
        { value: 7 * day, otherwise: [{ id: promise, verdict: "broken", story: { ...story, steps } }] },
        { value: 35 * day, otherwise: [] },
      ],
    },
  ],
});

describe("an answer", () => {
  it("is the table's where it has the value, and the broken story is played", () => {
    const answer = answerTo(table(), "retention", 7 * day);
    expect(answer.kind).toBe("proved");
    expect(
      answer.broken.map(({ id, story: played }) => [id, played?.played.stopsAt, played?.story.steps]),
    ).toEqual([[promise, undefined, story.steps]]);
  });

  it("tells no story that breaks nothing", () => {
    expect(answerTo(table([]), "retention", 7 * day).broken).toEqual([{ id: promise, story: undefined }]);
  });

  it("is the proof as things stand for the policy's own value", () => {
    expect(answerTo(table(), "retention", 28 * day)).toEqual({
      kind: "proved",
      verdicts: [held],
      broken: [],
    });
  });

  it("is found by playing where the table has not the value: a real break", () => {
    const answer = answerTo(table(), "retention", 9 * day);
    expect(answer).toMatchObject({ kind: "replayed", around: [7 * day, 28 * day] });
    expect(answer.broken.map(({ id }) => id)).toEqual([promise]);
  });

  it("is nothing where no story breaks anything", () => {
    expect(answerTo(table(), "retention", 30 * day)).toEqual({
      kind: "replayed",
      broken: [],
      around: [28 * day, 35 * day],
    });
  });
});
