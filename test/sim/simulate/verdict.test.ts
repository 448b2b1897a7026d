// What is said of a run, and how the command ends: a broken promise ends with 10 and with the command that shows it again.
// A breach is planted in the results of a real run, and one is made for real by a policy that contradicts itself.
// A missed threshold ends with 12, unless a promise was broken too.
import { Effect, Exit } from "effect";
import { beforeAll, describe, expect, it } from "vitest";
import { renderRun } from "../../../sim/reporttext.ts";
import type { Run } from "../../../sim/results/run.ts";
import { mainJob } from "../../../sim/simulatecommand.ts";
import { entrylog } from "../processes.ts";
import { makeScratch } from "../scratch.ts";
import { runOf, scenarioText } from "./running.ts";

const scratch = makeScratch();
let run: Run;
beforeAll(async () => {
  const scenario = scratch.file("city.json", scenarioText({ policy: { set: { clockSkew: "3s" } } }));
  run = await runOf({ scenario, out: scratch.path("run") });
});

const withVerdict = (id: string, verdict: Run["promises"][number]["verdict"]): Run => ({
  ...run,
  promises: run.promises.map((promise) =>
    promise.id === id ? { ...promise, verdict, breach: "It was planted." } : promise,
  ),
});
const verdictOf = (of: Run) => Effect.runSyncExit(Effect.flip(mainJob.verdictOf({ run: of, out: "out" })));

describe("the verdict", () => {
  it("lets a run pass whose promises were held or never exercised", () => {
    expect(Exit.isFailure(verdictOf(run))).toBe(true);
    expect(Exit.isFailure(verdictOf(withVerdict("stored-once", "never exercised")))).toBe(true);
  });

  it("ends with 10 when one was broken, and tells how to see it again", () => {
    const stop = verdictOf(withVerdict("stored-once", "broken"));
    if (Exit.isFailure(stop)) throw new Error("a broken promise was let pass");
    expect(stop.value).toMatchObject({
      code: 10,
      reason: "promise-broken",
      sentence: "Broken: stored-once.",
      advice: `See it again with: ${run.manifest.command}`,
    });
  });

  it("ends with 12 when a threshold was missed, and with 10 when a promise was broken too", () => {
    const threshold = { says: { en: "", ko: "" }, value: 2, bound: "most", limit: 1, unit: "" } as const;
    const thresholds = [
      { ...threshold, id: "few", met: false },
      { ...threshold, id: "fewer", limit: 3, met: true },
    ];
    const stop = verdictOf({ ...run, thresholds });
    if (Exit.isFailure(stop)) throw new Error("a missed threshold was let pass");
    expect(stop.value).toMatchObject({ code: 12, reason: "threshold-missed", sentence: "Missed: few." });
    const both = verdictOf({ ...withVerdict("stored-once", "broken"), thresholds });
    expect(Exit.isSuccess(both) && both.value.code).toBe(10);
  });

  it("of a policy that contradicts itself is reached on the command line too", async () => {
    const scenario = scratch.file(
      "contradiction.json",
      scenarioText({ policy: { set: { retention: "7d" } } }),
    );
    const out = scratch.path("contradiction");
    const size = ["--people", "60", "--venues", "4", "--days", "1", "--seed", "9"];
    const { status, stdout, stderr } = await entrylog("simulate", scenario, ...size, "--out", out);
    expect(status).toBe(10);
    expect(stdout).toMatch(/trace-possible +BROKEN/);
    expect(stderr).toBe(
      "promise-broken: Broken: trace-possible.\n" +
        `See it again with: npm run -s entrylog -- simulate ${scenario} ${size.join(" ")} --out ${out}\n`,
    );
  });
});

describe("what a person reads", () => {
  const lines = (of: Run = run) => renderRun(of, ["out/run.json"]);

  it("names a broken promise in capitals, with its first breach", () => {
    const told = lines(withVerdict("stored-once", "broken"));
    expect(told.filter((line) => /^ {2}stored-once +BROKEN/.test(line)).length).toBe(1);
    expect(told).toContain("  stored-once is broken: It was planted.");
    expect(lines().some((line) => /BROKEN| is broken/.test(line))).toBe(false);
  });

  it("says of an interrupted run that it was one", () => {
    const cut = { ...run, manifest: { ...run.manifest, complete: false } };
    expect(lines(cut)[0]).toContain("(interrupted: what there is)");
    expect(lines()[0]).toBe(run.manifest.scenario);
  });

  it("tells the sizes, the seed and what of the policy was set", () => {
    expect(lines()[1]).toMatch(/100 people, 12 venues, 1 day, seed 1, policy 2020-07 with clockSkew 3s$/);
  });

  it("says none where nothing was measured, instead of a rate of 0", () => {
    expect(lines().find((line) => line.startsWith("  erasure "))).toMatch(/0 {2}none in this run$/);
  });

  it("keeps its columns: every count ends in one place", () => {
    const told = lines();
    const rows = told
      .slice(told.indexOf("Counted") + 1, told.indexOf("Promises"))
      .filter((line) => line.startsWith("  "));
    expect(rows.length).toBeGreaterThan(12);
    expect(new Set(rows.map((line) => /^ {2}.{30} *[\d,]+/.exec(line)?.[0].length))).toEqual(new Set([42]));
  });

  it("fits a terminal of 160 columns", () => {
    expect(lines().filter((line) => line.length > 160)).toEqual([]);
  });
});
