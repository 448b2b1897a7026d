// The folder of a run is looked at before the run: what is not ours stays as it is, and what cannot be written is said.
// A run of ours in it is replaced whole, so that no file of an earlier run is read as one of this.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { entrylog } from "../processes.ts";
import { makeScratch } from "../scratch.ts";
import { runOf, scenarioText, stopOf } from "./running.ts";

const scratch = makeScratch();
const scenario = scratch.file("city.json", scenarioText());

describe("the folder of a run", () => {
  it("with files that are not ours is refused and left as it is", async () => {
    const out = scratch.path("foreign");
    mkdirSync(out);
    writeFileSync(`${out}/thesis.txt`, "years of work");
    const stop = await stopOf({ scenario, out });
    expect({ code: stop.code, reason: stop.reason }).toEqual({ code: 2, reason: "out-occupied" });
    expect(stop.sentence).toContain(out);
    expect(readdirSync(out)).toEqual(["thesis.txt"]);
    expect(readFileSync(`${out}/thesis.txt`, "utf8")).toBe("years of work");
  });

  it.each([
    ["that is a file", () => scratch.file("a-file", "text")],
    ["below a file", () => `${scratch.file("another-file", "text")}/below`],
    ["where nobody may write", () => "/proc/entrylog"],
  ])("%s is refused", async (_, folder) => {
    const out = folder();
    const stop = await stopOf({ scenario, out });
    expect({ code: stop.code, reason: stop.reason }).toEqual({ code: 2, reason: "out-unwritable" });
    expect(stop.sentence).toContain(out);
    expect(stop.sentence).not.toContain("\n");
    expect(stop.advice).toContain("--out");
  });

  it("that cannot be written is said on the command line in two lines", async () => {
    const { status, stdout, stderr } = await entrylog("simulate", scenario, "--out", "/proc/entrylog");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^out-unwritable: [^\n]*\/proc\/entrylog[^\n]*\n[^\n]*--out[^\n]*\n$/);
  });

  it("that is too small for the run is refused before it begins", async () => {
    const out = scratch.path("too-small");
    const stop = await stopOf({ scenario, out, venues: 1_000_000, people: 1_000, days: 3_650 });
    expect({ code: stop.code, reason: stop.reason }).toEqual({ code: 2, reason: "out-full" });
    expect(stop.sentence).toMatch(/needs about \d+ MB .* has \d+ MB left/);
    expect(existsSync(`${out}/stores`)).toBe(false);
  });

  it("is made when it is not there, and an earlier run in it is replaced", async () => {
    const out = scratch.path("made/by/the/run");
    const first = await runOf({ scenario, out, seed: 1 });
    writeFileSync(`${out}/stores/left-over`, "of the first run");
    const second = await runOf({ scenario, out, seed: 2 });
    expect(second.traceHash).not.toBe(first.traceHash);
    expect(JSON.parse(readFileSync(`${out}/run.json`, "utf8"))).toMatchObject({
      traceHash: second.traceHash,
    });
    expect(readdirSync(out).toSorted()).toEqual([
      ".entrylog-run",
      "coverage.json",
      "profile.parquet",
      "run.json",
      "scenario.json",
      "series.csv",
      "series.parquet",
      "stores",
      "witness.trace",
    ]);
    expect(existsSync(`${out}/stores/left-over`)).toBe(false);
    rmSync(out, { recursive: true });
  });
});
