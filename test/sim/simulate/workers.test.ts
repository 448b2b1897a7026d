// A run of the policy level is the same for any number of threads: the same hash, and the same run.json but for what the machine has to say.
// Two scenarios are sampled: a city in which two promises break and cases are answered, and a morning on which the issuers' line is too long.
// Another seed gives another run, so that the hash is one of what happened.
import { describe, expect, it } from "vitest";
import type { Run } from "../../../sim/results/run.ts";
import { makeScratch } from "../scratch.ts";
import { promisesThat, runOf, scenarioText } from "./running.ts";

const scratch = makeScratch();
const contradicting = scratch.file(
  "city.json",
  scenarioText({ policy: { set: { retention: "3d", passUseless: "3s" } } }),
);
const small = { level: "policy", seed: 4, out: scratch.path("out") } as const;
const city = { ...small, scenario: contradicting, people: 900, venues: 40, days: 6 } as const;
const morning = { ...small, scenario: "enforcement-day", people: 1_500, venues: 60, days: 1 } as const;

/** What a run found, without how fast, by how many threads and on which day. */
const foundBy = ({ pace, manifest, ...found }: Run) => ({
  ...found,
  decisions: pace?.decisions,
  manifest: { ...manifest, workers: 0, ranOn: "" },
});

/** The run of one thread, which those of more threads must equal, and that of another seed must not. */
const sameForAny = async (sample: typeof city | typeof morning): Promise<Run> => {
  const alone = await runOf(sample);
  for (const workers of [2, 3]) {
    const shared = await runOf({ ...sample, workers });
    expect(shared.manifest.workers).toBe(workers);
    expect(foundBy(shared)).toEqual(foundBy(alone));
  }
  const other = await runOf({ ...sample, seed: 5 });
  expect(other.traceHash).not.toBe(alone.traceHash);
  expect(other.records.recorded).not.toBe(alone.records.recorded);
  return alone;
};

describe("with one, two and three threads", () => {
  it("the same people break the same promises first, and the same cases are answered", async () => {
    const run = await sameForAny(city);
    expect(promisesThat(run, "broken")).toEqual(["pass-bounded", "trace-possible"]);
    for (const { verdict, story } of run.promises)
      expect(story?.some((line) => line.includes("  breaks ")) ?? false).toBe(verdict === "broken");
    expect(run.cases.answered).toBeGreaterThan(0);
  });

  it("the same people are told to come back", async () => {
    const run = await sameForAny(morning);
    expect(run.days[0]?.shed).toBeGreaterThan(100);
  });
});
