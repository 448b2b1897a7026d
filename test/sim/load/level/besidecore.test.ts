// The verdicts of the generated core stand for a run of real servers only where every decision was the same.
// The scenario is half a minute at a door; its decisions are those of the policy level, or one of them is not.
import { Effect, Result } from "effect";
import { describe, expect, it } from "vitest";
import { besideCore } from "../../../../sim/load/level/besidecore.ts";
import { policyOf } from "../../../../sim/policychoice.ts";
import { runPolicy } from "../../../../sim/policy/run.ts";
import type { Run } from "../../../../sim/results/run.ts";
import { readScenario } from "../../../../sim/scenario.ts";
import { shipped, worldOf } from "../../world/city.ts";
import { minuteAtDoor } from "./minuteatdoor.ts";

const scenario = Result.getOrThrow(readScenario(minuteAtDoor, shipped));
const given = { world: worldOf(scenario), policy: Result.getOrThrow(policyOf(scenario)) };
const outside: Pick<Run, "promises" | "trace"> = {
  promises: [
    { id: "stored-once", clauses: ["S7"], verdict: "never exercised", checked: 0 },
    { id: "issuer-blind", clauses: ["S10"], verdict: "held", checked: 3 },
    { id: "two-officers", clauses: ["C4"], verdict: "never exercised", checked: 0 },
  ],
  trace: { lines: 1, replayed: true, sentence: "1 row" },
};

describe("a run beside the generated core", () => {
  it("takes over what was judged at the gate, and nothing that was judged already or never happened", async () => {
    const { traceHash, counts } = await runPolicy({ ...given, workers: 1 });
    const { promises, trace } = await Effect.runPromise(besideCore(given, traceHash, outside));
    const stored = counts.checkIns.reduce((sum, count) => sum + count, 0);
    expect(stored).toBeGreaterThan(10);
    expect(promises.map(({ verdict, checked }) => [verdict, checked])).toEqual([
      ["held", stored],
      ["held", 3],
      ["never exercised", 0],
    ]);
    expect(trace?.sentence).toMatch(/^1 row; every decision about a person is that of the generated core/);
  });

  it("takes over nothing where a decision was another", async () => {
    const { promises, trace } = await Effect.runPromise(besideCore(given, "otherwise", outside));
    expect(promises).toEqual(outside.promises);
    expect(trace?.sentence).toMatch(/^1 row; not every decision/);
  });
});
