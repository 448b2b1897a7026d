// What the terminal says of a run at the policy level: what was counted and not made, what the city did, and nothing of a service that is not there.
// The last line is the verdict, or the command that shows the failure again. Real runs are rendered, and the program itself ends once.
import { beforeAll, describe, expect, it } from "vitest";
import { renderRun } from "../../../sim/reporttext.ts";
import type { Run } from "../../../sim/results/run.ts";
import { entrylog } from "../processes.ts";
import { makeScratch } from "../scratch.ts";
import { runOf, scenarioText } from "./running.ts";

const scratch = makeScratch();
const asked = { level: "policy", people: 1_500, venues: 60, days: 1, seed: 2 } as const;
let city: Run;
let morning: Run;
beforeAll(async () => {
  const scenario = scratch.file(
    "city.json",
    scenarioText({
      outbreak: { indexPersons: 20, reportAfter: "1d to 2d" },
      policy: { set: { retention: "2d" } },
    }),
  );
  city = await runOf({ ...asked, days: 6, scenario, out: scratch.path("city") });
  morning = await runOf({ ...asked, scenario: "enforcement-day", out: scratch.path("morning") });
});

const text = (run: Run): string => renderRun(run, ["out/run.json"]).join("\n");

describe("the terminal at the policy level", () => {
  it("counts passes and decisions, and speaks of no service, no store and no rate of theirs", () => {
    const told = text(city);
    expect(told).toMatch(/passes issued +[\d,]+ {2}counted at their decision, none was made/);
    expect(told).toMatch(/decisions of the law +[\d,]+ +[\d,]+\/s {2}in \d+\.\d s, 1 thread/);
    expect(told).toContain("there is no service and no store");
    expect(told).not.toMatch(/Measured|\n {2}issuance|stores:|witness/);
  });

  it("tells contacts found of all, and the infection, where there is one", () => {
    const { found = 0, contacts = 0 } = city.tracing ?? {};
    expect(contacts).toBeGreaterThan(0);
    expect(text(city)).toMatch(
      new RegExp(
        `contacts found +${String(found)} {2}of ${String(contacts)} true contacts of reported people \\(`,
      ),
    );
    expect(text(morning)).not.toContain("Infection and tracing");
  });

  it("tells the line before the service, where there is one", () => {
    const shed = morning.days[0]?.shed ?? 0;
    expect(shed).toBeGreaterThan(100);
    expect(text(morning)).toMatch(
      new RegExp(`asks told to come back +${shed.toLocaleString("en-US")} {2}\\d+\\.\\d % of all asks`),
    );
    expect(text(morning)).toMatch(/longest wait +[\d,]+ {2}ms: 99 of 100 waited no longer/);
    expect(text(city)).not.toContain("The line before the service");
  });

  it("tells the story of a broken promise and how to hear all of it", () => {
    const { story = [], replay = "" } = city.promises.find(({ verdict }) => verdict === "broken") ?? {};
    expect(story.length).toBeGreaterThan(3);
    for (const line of [...story, `All of it: ${replay}`]) expect(text(city)).toContain(`    ${line}\n`);
  });

  it("fits 160 columns, but for the sentence of a breach", () => {
    const long = [city, morning].flatMap((run) => renderRun(run, [])).filter((line) => line.length > 160);
    expect(long.filter((line) => !line.includes(" is broken: "))).toEqual([]);
  });
});

describe("the last line", () => {
  const size = ["--level", "policy", "--people", "60", "--days", "1"];
  it("is the verdict when all is well", async () => {
    const { status, stdout, stderr } = await entrylog(
      "simulate",
      "default",
      ...size,
      "--out",
      scratch.path("well"),
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout.trimEnd().split("\n").at(-1)).toMatch(/^Verdict: \d+ promises held, \d+ never exercised/);
  });

  it("is the command that shows it again when it is not", async () => {
    const out = scratch.path("ill");
    const given = ["simulate", "default", ...size, "--set", "retention=3d", "--out", out];
    const { status, stderr } = await entrylog(...given);
    expect(status).toBe(10);
    expect(stderr.trimEnd().split("\n").at(-1)).toMatch(
      /^See it again with: npm run -s entrylog -- simulate default --level policy .* --set retention=3d --out /,
    );
  });
});
