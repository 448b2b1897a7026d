// The core row at a small size: both sides come to the same standings and answers, and a law that differs is told.
// What it measures is not looked at beyond being a number.
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { defaultPolicy, type Policy } from "../../../models/policy.ts";
import { measureCore } from "../../../sim/bench/core.ts";
import { prepareSteps, stepsOf } from "../../../sim/bench/core/steps.ts";

const size = { instances: 512, steps: 40_000, sample: 64, blocks: 1, seed: 7 };

const withConstant = (name: string, value: number): Policy => ({
  ...defaultPolicy,
  constants: { ...defaultPolicy.constants, [name]: value },
});

describe("the core row", () => {
  it("does the same work on both sides", () => {
    const row = Effect.runSync(measureCore(size, defaultPolicy, defaultPolicy));
    expect(row).toMatchObject({ id: "core", goal: 300, aim: 1_000, equal: true });
    for (const rate of [row.ours, row.theirs, row.ratio, row.besides["actor.send"]]) {
      expect(rate).toBeGreaterThan(0);
      expect(rate).toBeLessThan(Infinity);
    }
    expect(row.ratio).toBe(row.ours / row.theirs);
  });

  it.each([
    ["codeLifetime", 1_000],
    ["codeTries", 4],
    ["verificationValidity", 1_000_000],
  ])("tells that XState ran under another %s", (name, value) => {
    const row = Effect.runSync(measureCore(size, defaultPolicy, withConstant(name, value)));
    expect(row.equal).toBe(false);
  });
});

describe("the steps", () => {
  it("are the same for a seed, others for another, and never go backwards", () => {
    const steps = prepareSteps(100, 5_000, 1);
    expect(prepareSteps(100, 5_000, 1)).toEqual(steps);
    expect(prepareSteps(100, 5_000, 2)).not.toEqual(steps);
    const last = new Map<number, number>();
    for (const [step, slot] of steps.slot.entries()) {
      const now = steps.now[step] ?? 0;
      expect(now).toBeGreaterThanOrEqual(last.get(slot) ?? 0);
      last.set(slot, now);
    }
    expect(new Set(steps.event)).toEqual(new Set([0, 1, 2, 3, 4]));
  });

  it("of a sample are those of its instances, in their order", () => {
    const steps = prepareSteps(100, 5_000, 1);
    const sample = stepsOf(steps, 10);
    expect(sample.count).toBe([...steps.slot].filter((slot) => slot < 10).length);
    expect(Math.max(...sample.slot)).toBe(9);
    const of3 = [...steps.now].filter((_, step) => steps.slot[step] === 3);
    expect([...sample.now].filter((_, step) => sample.slot[step] === 3)).toEqual(of3);
  });
});
