// Keeping one state of each orbit is sound: swaps change no law, and the orbits have as many states as a search without swaps finds.
// The step commutes with every swap on all states of the slices that have any; a full run asks the large ones wholly too.
// A slice whose moves treat two people differently is found out.
import { describe, expect, it } from "vitest";
import { literal } from "../../../../models/language/expression.ts";
import type { Slice } from "../../../../models/language/slice.ts";
import { slices } from "../../../../models/slices.ts";
import { doorOf } from "../../../../models/slices/door.ts";
import { gate } from "../../../../models/slices/gate.ts";
import { compareSwapped, swappedMoves } from "../../../../sim/prove/states/commuting.ts";
import { generated } from "../../../../sim/prove/states/generated.ts";
import { search, searchStates } from "../../../../sim/prove/states/search.ts";
import { makeSymmetry } from "../../../../sim/prove/states/symmetry.ts";
import { foundingSmall, inFull, someOf } from "./searching.ts";

const swapping = [...slices, doorOf(["1", "2"], ["1"])].filter(({ swaps }) => swaps.length > 0);
const limit = inFull ? Infinity : 50_000;
/** Slices with fewer states are asked wholly even in a quick run. */
const sampled = 2_500;

const compared = async (slice: Slice) => {
  const searched = await search({ slice, law: generated, policy: foundingSmall(slice), limit });
  const symmetry = makeSymmetry(searched.expander.compiled.layout);
  return compareSwapped(searched.expander, symmetry, someOf(searched, sampled));
};

describe("swaps", () => {
  it.for(swapping.map((slice) => [`${slice.id} (${String(slice.swaps.length)})`, slice] as const))(
    "of %s commute with every move",
    { timeout: 3_600_000 },
    async ([, slice]) => {
      const { states, difference } = await compared(slice);
      expect(difference).toBeUndefined();
      expect(states).toBeGreaterThan(1_000);
    },
  );

  it("undo themselves", () => {
    for (const slice of swapping)
      for (const swap of slice.swaps) {
        const moves = swappedMoves(slice, swap);
        expect(moves.map((move) => moves[move])).toEqual([...moves.keys()]);
        expect(moves).not.toEqual([...moves.keys()]);
      }
  });

  it("are refused where a move has no counterpart", async () => {
    const uneven = { ...gate, moves: gate.moves.filter(({ id }) => id !== "withdraw 2") };
    await expect(compared(uneven)).rejects.toThrow(/withdraw 1/);
  });

  it("are refused where a move treats two people differently", async () => {
    const unlike = gate.moves.map((move) =>
      move.id === "withdraw 2" ? { ...move, done: { withdrawnAt2: literal(null) } } : move,
    );
    await expect(compared({ ...gate, moves: unlike })).rejects.toThrow(/withdraw/);
  });

  it("are found out where somebody is watched and somebody else is not", async () => {
    const unlike = gate.moves.map((move) => (move.id === "withdraw 2" ? { ...move, notes: [] } : move));
    const { difference } = await compared({ ...gate, moves: unlike });
    expect(difference).toMatch(/only one side has withdraw/);
  });
});

describe("a search up to swaps", () => {
  const whole = swapping.filter(({ id }) => inFull || id !== "whole");
  it.for(whole.map((slice) => [`${slice.id} (${String(slice.swaps.length)})`, slice] as const))(
    "of %s stands for as many states as there are without",
    { timeout: 3_600_000 },
    async ([, slice]) => {
      const policy = foundingSmall(slice);
      const usual = await searchStates({ slice, law: generated, policy });
      const reduced = await searchStates({ slice, law: generated, policy, reduce: true });
      expect(reduced.unreduced).toBe(usual.states);
      expect(reduced.states).toBeLessThan(usual.states * 0.75);
      const verdicts = ({ promises }: typeof usual) =>
        [...promises].map(([id, { met, broken }]) => [id, met > 0, broken > 0]);
      expect(verdicts(reduced)).toEqual(verdicts(usual));
    },
  );
});
