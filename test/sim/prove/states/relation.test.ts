// The search finds the same transition relation as a plain one: states, transitions by move, refusals, and the order-free hash.
// So does a search that takes every move to touch every part, which shows that the parts a move touches are derived rightly.
// Where it is stopped early it says how much it has not looked at, and gives no hash.
import { describe, expect, it } from "vitest";
import { caseSlice } from "../../../../models/slices/case.ts";
import { doorOf } from "../../../../models/slices/door.ts";
import { gate, gateOf } from "../../../../models/slices/gate.ts";
import { retention } from "../../../../models/slices/retention.ts";
import { searchPlain } from "../../../../sim/prove/plain.ts";
import { generated } from "../../../../sim/prove/states/generated.ts";
import { searchStates } from "../../../../sim/prove/states/search.ts";
import { foundingSmall } from "./searching.ts";

type Found = Awaited<ReturnType<typeof searchStates>>;

/** What does not depend on the time it took, nor on which of several shortest stories was met first. */
const counted = ({ seconds: _seconds, bytes: _bytes, refusals, promises, ...found }: Found) => ({
  ...found,
  refusals: Object.fromEntries(refusals),
  promises: [...promises].map(([id, { met, broken, story }]) => [id, met, broken, story?.length]),
});

describe("the transition relation", () => {
  it.for([
    ["the gate for one person", gateOf(["1"])],
    ["the door for one pass", doorOf(["1"], ["1", "2"])],
  ] as const)("of %s is that of a plain search", { timeout: 240_000 }, async ([, slice]) => {
    const policy = foundingSmall(slice);
    const ours = await searchStates({ slice, law: generated, policy });
    const plain = await searchPlain({ slice, law: generated.law, policy });
    expect(counted(ours)).toEqual(counted(plain));
    expect(ours.transitions).toBe([...ours.perMove.values()].reduce((sum, count) => sum + count));
    expect(ours.hash).toMatch(/^[0-9a-f]{16}$/);
  });

  it.for(
    [gateOf(["1"]), doorOf(["1"], ["1", "2"]), retention, caseSlice].map(
      (slice) => [slice.id, slice] as const,
    ),
  )("of %s does not depend on what moves are said to touch", { timeout: 240_000 }, async ([, slice]) => {
    const policy = foundingSmall(slice);
    const usual = await searchStates({ slice, law: generated, policy });
    const wholly = await searchStates({ slice, law: generated, policy, wholly: true });
    expect(counted(wholly)).toEqual(counted(usual));
  });

  it("makes every move of the gate at least once", async () => {
    const { perMove } = await searchStates({ slice: gate, law: generated, policy: foundingSmall(gate) });
    expect([...perMove].filter(([, count]) => count === 0)).toEqual([]);
  });
});

describe("a search that is stopped", () => {
  it("by its limit says how many states it has not looked at", async () => {
    const found = await searchStates({
      slice: gate,
      law: generated,
      policy: foundingSmall(gate),
      limit: 1_000,
    });
    expect(found.states).toBeGreaterThanOrEqual(1_000);
    expect(found.unexplored).toBeGreaterThan(0);
    expect(found.hash).toBe("");
  });

  it("by somebody keeps what it has", async () => {
    const stopping = new AbortController();
    const found = await searchStates({
      slice: gate,
      law: generated,
      policy: foundingSmall(gate),
      signal: stopping.signal,
      onProgress: ({ explored }) => {
        if (explored > 20_000) stopping.abort();
      },
    });
    expect(found.states).toBeGreaterThan(20_000);
    expect(found.unexplored).toBeGreaterThan(0);
  });
});
