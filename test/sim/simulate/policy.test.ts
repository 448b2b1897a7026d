// A scenario changes the policy, and the run is another: what is tried here is tried against the same people and visits.
// Whatever the policy, the trace must follow the models and the promises must hold; where a policy breaks one, the run must say so.
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Run } from "../../../sim/results/run.ts";
import { makeScratch } from "../scratch.ts";
import { promisesThat, runOf, scenarioText, type Changes } from "./running.ts";

const scratch = makeScratch();
const under = (changes: Changes, days = 2): Promise<Run> =>
  runOf({ scenario: scratch.file("policy.json", scenarioText(changes)), out: scratch.path("out"), days });
const refused = (run: Run, code: string): number => run.refusals[code] ?? 0;
const holds = (run: Run): void => {
  expect(promisesThat(run, "broken")).toEqual([]);
  expect(run.trace).toMatchObject({ replayed: true });
};
const count = (pattern: RegExp): number =>
  readFileSync(scratch.path("out/witness.trace"), "utf8")
    .split("\n")
    .filter((line) => pattern.test(line)).length;

let founding: Run;
let agreements: number;
beforeAll(async () => {
  founding = await under({});
  agreements = count(/\tissuer\.agree\t/);
});

describe("the policy of a scenario", () => {
  it("is the founding one unless it says otherwise, and holds", () => {
    expect(founding.manifest.policy).toEqual({ preset: "2020-07", set: {} });
    holds(founding);
    expect(founding.cases.answered).toBeGreaterThan(0);
  });

  it("with passes that live 5 s has many more refused as expired", async () => {
    const run = await under({ policy: { set: { passLifetime: "5s" } } });
    holds(run);
    expect(run.manifest.policy.set).toEqual({ passLifetime: "5s" });
    expect(refused(run, "pass-expired")).toBeGreaterThan(10 * refused(founding, "pass-expired"));
    expect(run.records.recorded).toBeLessThan(founding.records.recorded);
    expect(run.traceHash).not.toBe(founding.traceHash);
  });

  it("that asks for consent once has one agreement a person", async () => {
    const run = await under({ policy: { preset: "2020-10" } });
    holds(run);
    expect(agreements).toBeGreaterThan(2 * run.accounts.verified);
    expect(count(/\tissuer\.agree\t/)).toBeLessThan(1.5 * run.accounts.verified);
    expect(refused(founding, "consent-required")).toBeGreaterThan(0);
    expect(refused(run, "consent-required")).toBe(0);
    expect(run.records.recorded).toBeGreaterThan(0.9 * founding.records.recorded);
  });

  it("that wants a third officer lets nobody be named by two", async () => {
    const run = await under({ policy: { set: { officersRequired: 3 } } });
    holds(run);
    expect(run.cases).toMatchObject({ approved: 0, answered: 0, people: 0 });
    expect(run.cases.requested).toBeGreaterThan(0);
    expect(founding.cases.approved).toBeGreaterThan(0);
    expect(founding.cases.people).toBeGreaterThan(0);
  });

  it("with a shorter retention erases sooner", async () => {
    expect(founding.records.erased).toBe(0);
    const run = await under({ policy: { set: { retention: "1d", joinableAtLeast: "0s" } } });
    holds(run);
    expect(run.records.erased).toBeGreaterThan(0.8 * run.records.recorded);
    expect(promisesThat(run, "held")).toContain("erased-stays-erased");
  });

  it("that contradicts itself is told as a broken promise, with its first breach", async () => {
    const run = await under({ policy: { set: { retention: "7d" } } });
    expect(promisesThat(run, "broken")).toEqual(["trace-possible"]);
    expect(run.promises.find(({ id }) => id === "trace-possible")?.breach).toMatch(
      /14 days.*Broken at 2020-07-01/,
    );
  });
});

describe("the crisis level", () => {
  const levels = [
    { at: "2020-07-01", level: "serious" },
    { at: "2020-07-02", level: "caution" },
  ];
  const policy = { set: { retention: "2d", joinableAtLeast: "0s" } };

  it("that ends stops collection at once, and erasure runs on to nothing left", async () => {
    const run = await under({ crisis: { levels }, policy }, 4);
    holds(run);
    expect(refused(run, "collection-suspended")).toBeGreaterThan(50);
    expect(run.records).toMatchObject({ live: 0, erased: run.records.recorded });
    expect(run.records.recorded).toBeGreaterThan(20);
    const days = readFileSync(scratch.path("out/series.csv"), "utf8").trimEnd().split("\n").slice(1);
    const [first = [], ...later] = days.map((line) => line.split(",").slice(1).map(Number));
    expect(first[0]).toBeGreaterThan(20);
    expect(later.map(([passes, checkIns]) => [passes, checkIns])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  it("that rises again lets collection go on", async () => {
    const again = [...levels, { at: "2020-07-03", level: "alert" }];
    const run = await under({ crisis: { levels: again } }, 3);
    holds(run);
    const [, ...days] = readFileSync(scratch.path("out/series.csv"), "utf8").trimEnd().split("\n");
    const passes = days.map((line) => Number(line.split(",")[1]));
    expect(passes[0]).toBeGreaterThan(20);
    expect(passes[1]).toBe(0);
    expect(passes[2]).toBeGreaterThan(20);
  });
});
