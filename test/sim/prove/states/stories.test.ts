// A promise that a policy breaks is broken in the search, with a shortest story; the founding policy breaks none.
// A plain search finds a story of the same length, and each story can be walked in the plain reading up to the breach.
// States come in the order of their distance, so that a shortest story is there long before the end; FULL_TESTS=1 searches to the end.
import { describe, expect, it } from "vitest";
import { readSlice } from "../../../../models/language/compose.ts";
import { relevantFields } from "../../../../models/language/cells.ts";
import type { Slice } from "../../../../models/language/slice.ts";
import { millisecondsADay, type Policy } from "../../../../models/policy.ts";
import type { PropertyId } from "../../../../models/properties.ts";
import { slices } from "../../../../models/slices.ts";
import { caseSlice } from "../../../../models/slices/case.ts";
import { door } from "../../../../models/slices/door.ts";
import { verdictsOn } from "../../../../models/story/judging.ts";
import { searchPlain } from "../../../../sim/prove/plain.ts";
import { generated } from "../../../../sim/prove/states/generated.ts";
import { searchStates } from "../../../../sim/prove/states/search.ts";
import { foundingSmall, inFull, setting } from "./searching.ts";

const limit = 300_000;
const enough = inFull ? {} : { limit };

/** Walks a story in the plain reading; answers the promises that its last move breaks. */
function brokenAtLast(slice: Slice, policy: Policy, story: readonly string[]): readonly PropertyId[] {
  const relevant = relevantFields(slice, generated.law);
  const reading = readSlice(slice, generated.law, policy, (instance, field) =>
    relevant.has(`${instance} ${field}`),
  );
  let world = reading.begins;
  let broken: readonly PropertyId[] = [];
  for (const move of story) {
    const made = reading.make(world, move);
    if (made === undefined) throw new Error(`${move} cannot be made here`);
    world = made.world;
    broken = verdictsOn(made.observed, policy).flatMap((verdict) =>
      verdict.broken ? [verdict.promise] : [],
    );
  }
  return broken;
}

const breaking = [
  ["passLifetime=40d", door, { passLifetime: 40 * millisecondsADay }, "pass-bounded"],
  ["retention=7d", door, { retention: 7 * millisecondsADay }, "trace-possible"],
  ["officersRequired=1", caseSlice, { officersRequired: 1 }, "two-officers"],
] as const;

describe("a broken promise", () => {
  it.for(breaking)(
    "of %s is told as a shortest story",
    { timeout: 240_000 },
    async ([, slice, constants, promise]) => {
      const policy = setting(slice, constants);
      const { promises } = await searchStates({ slice, law: generated, policy, ...enough });
      const story = promises.get(promise)?.story ?? [];
      expect(brokenAtLast(slice, policy, story)).toContain(promise);
      const plain = await searchPlain({ slice, law: generated.law, policy, until: promise });
      expect(plain.promises.get(promise)?.story).toHaveLength(story.length);
      const reduced = await searchStates({ slice, law: generated, policy, reduce: true, ...enough });
      const other = reduced.promises.get(promise)?.story ?? [];
      expect(other).toHaveLength(story.length);
      expect(brokenAtLast(slice, policy, other)).toContain(promise);
    },
  );

  it.for(slices.map((slice) => [slice.id, slice] as const))(
    "is none of the founding policy in %s",
    async ([, slice]) => {
      const found = await searchStates({
        slice,
        law: generated,
        policy: foundingSmall(slice),
        limit,
      });
      const broken = [...found.promises].filter(([, promise]) => promise.broken > 0);
      expect(broken.map(([id, { story }]) => [id, story])).toEqual([]);
    },
  );
});
