// A shard is a function of its work: done twice, from the text that crosses, it gives the same text, whoever does it.
// Work and answers cross whole: columns come out as they went in, and what is no column is refused.
import { Effect, Result, Schema } from "effect";
import { describe, expect, it } from "vitest";
import { Float64s } from "../../../sim/cluster/columns.ts";
import { liveShard } from "../../../sim/cluster/shard.ts";
import { wholeCourse, workOf } from "../../../sim/cluster/shards.ts";
import { AnswerText, WorkText } from "../../../sim/cluster/work.ts";
import { defaultScenario, worldOf } from "../world/city.ts";

const columnText = Schema.fromJsonString(Schema.toCodecJson(Float64s));

describe("a shard", () => {
  it("done twice gives the same answer", async () => {
    const world = worldOf(defaultScenario, { people: 600, days: 2 });
    const course = await wholeCourse(world, 3, new AbortController().signal, () => undefined);
    const text = Schema.encodeSync(WorkText)(workOf(world, course, 1, 3));
    const done = (): string =>
      Schema.encodeSync(AnswerText)(liveShard(world, Schema.decodeSync(WorkText)(text)));
    expect(done()).toBe(done());
    expect(Schema.decodeSync(AnswerText)(done()).days.at(-1)?.live).toBeGreaterThan(0);
  });
});

describe("a column", () => {
  it("crosses as it is, with what is no number", () => {
    const column = new Float64Array([0, -1.5, Number.NaN, Number.POSITIVE_INFINITY]);
    expect(Schema.decodeSync(columnText)(Schema.encodeSync(columnText)(column))).toEqual(column);
  });

  it("is refused where its bytes are cut or are none", () => {
    const [cut] = [Schema.encodeSync(columnText)(new Float64Array(3)).slice(0, 6)];
    for (const text of [`${cut}"`, '"YWJj"', "7"])
      expect(Result.isFailure(Effect.runSync(Effect.result(Schema.decodeEffect(columnText)(text))))).toBe(
        true,
      );
  });
});
