// Three people, one club, one outbreak, worked out by hand and run through the real services.
// The answers are those that the scenario's own words give; what the terminal says of them is looked at too.
import { beforeAll, describe, expect, it } from "vitest";
import { renderRun } from "../../../sim/reporttext.ts";
import type { Run } from "../../../sim/results/run.ts";
import { makeScratch } from "../scratch.ts";
import { runOf } from "./running.ts";

const scratch = makeScratch();
let run: Run;
beforeAll(async () => {
  const whole = { people: undefined, venues: undefined, days: undefined };
  run = await runOf({ ...whole, scenario: "three-people", out: scratch.path("three") });
});

describe("three people, one club, one outbreak", () => {
  it("make five check-ins with one pass each, and nobody is refused", () => {
    expect(run.manifest).toMatchObject({ people: 3, venues: 1, days: 12, standsFor: 1, faults: [] });
    expect(run.issuance.count).toBe(5);
    expect(run.records).toEqual({ recorded: 5, live: 5, erased: 0 });
    expect(run.accounts).toEqual({ verified: 3, withdrawn: 0, ended: 0 });
    expect(run.refusals).toEqual({});
  });

  it("lead to five cases, all approved and answered, that name thirteen times", () => {
    expect(run.cases).toEqual({
      requested: 5,
      refused: 0,
      approved: 5,
      answered: 5,
      people: 13,
      nobody: 0,
      wrong: 0,
    });
  });

  it("break no promise, and are held against the thresholds of the scenario on the terminal", () => {
    expect(run.promises.filter(({ verdict }) => verdict === "broken")).toEqual([]);
    const lines = renderRun(run, []);
    expect(lines).toContain("Thresholds");
    expect(lines.some((line) => /^ {2}five-records +met +5, asked at most 5$/.test(line))).toBe(true);
    expect(lines).not.toContain("Beside published figures");
  });
});
