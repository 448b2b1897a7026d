// A run that is ended before its time: Ctrl-C keeps what there is and says so, and after a kill the folder can be used again.
// The program is started as people start it, and ended once its trace, or what it says of its days, shows that people check in.
import { createHash } from "node:crypto";
import { Schema } from "effect";
import type { ChildProcess } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { Run } from "../../../sim/results/run.ts";
import { endOf, entrylog, start, startAlone, startTelling } from "../processes.ts";
import { makeScratch } from "../scratch.ts";
import { scenarioText } from "./running.ts";

const scratch = makeScratch();
const scenario = scratch.file("city.json", scenarioText());
const decode = Schema.decodeUnknownSync(Schema.fromJsonString(Run));
const runIn = (out: string): Run => decode(readFileSync(`${out}/run.json`, "utf8"));
const traceOf = (out: string): Buffer => readFileSync(`${out}/witness.trace`);

/** Resolves when the trace has grown to so many bytes; fails when the process ends before. */
const grown = async (child: ChildProcess, out: string, bytes: number): Promise<void> => {
  const trace = `${out}/witness.trace`;
  while (child.exitCode === null) {
    if (existsSync(trace) && statSync(trace).size >= bytes) return;
    await pause(20);
  }
  throw new Error("the run was over before it could be ended");
};

const long = (out: string, people = 300): readonly string[] => [
  "simulate",
  scenario,
  "--people",
  String(people),
  "--days",
  "60",
  "--seed",
  "3",
  "--out",
  out,
];

describe("a run that is interrupted", () => {
  it("ends with 130, and keeps counts, series and a whole trace of what there was", async () => {
    const out = scratch.path("interrupted");
    // The starter gives its child 60 ms to answer a signal and then kills it, so this speaks to the program itself.
    const child = startAlone(long(out));
    const ending = endOf(child);
    await grown(child, out, 60_000);
    child.kill("SIGINT");
    const { status, stdout, stderr } = await ending;
    expect({ status, stdout }).toEqual({ status: 130, stdout: "" });
    expect(stderr).toBe(`Interrupted; what there is stays in ${out}.\n`);

    const run = runIn(out);
    expect(run.manifest).toMatchObject({ complete: false, days: 60, seed: 3 });
    expect(run.issuance.count).toBeGreaterThan(50);
    expect(run.records.recorded).toBeGreaterThan(20);
    expect(run.promises.filter(({ verdict }) => verdict === "broken")).toEqual([]);
    expect(run.trace?.replayed).toBe(true);
    expect(run.traceHash).toBe(createHash("sha256").update(traceOf(out)).digest("hex"));
    expect(traceOf(out).toString().endsWith("\n")).toBe(true);
    const days = readFileSync(`${out}/series.csv`, "utf8").trimEnd().split("\n").slice(1);
    expect(days.length).toBeGreaterThan(0);
    expect(days.length).toBeLessThan(60);
    const passes = days.reduce((sum, line) => sum + Number(line.split(",")[1]), 0);
    expect(passes).toBe(run.issuance.count);
  });
});

describe("a run of the policy level that is interrupted", () => {
  it("ends with 130 after the day that is lived, and keeps whole days", async () => {
    const out = scratch.path("interrupted-policy");
    const child = startTelling([...long(out, 4_000), "--level", "policy"]);
    const { status, stdout, stderr } = await endOf(child, (said) => {
      if (!child.killed && said.includes("% · the city's days")) child.kill("SIGINT");
    });
    expect({ status, stdout }).toEqual({ status: 130, stdout: "" });
    expect(stderr).toContain(`Interrupted; what there is stays in ${out}.\n`);

    const run = runIn(out);
    expect(run.manifest).toMatchObject({ complete: false, level: "policy", days: 60 });
    expect(run.days.length).toBeGreaterThan(0);
    expect(run.days.length).toBeLessThan(60);
    expect(run.days.reduce((sum, { passesIssued }) => sum + passesIssued, 0)).toBeGreaterThan(100);
    expect(existsSync(`${out}/scenario.json`)).toBe(true);
  });
});

describe("a run that is killed", () => {
  const again = ["simulate", scenario, "--people", "100", "--venues", "12", "--days", "1", "--out"];
  const elsewhere = entrylog(...again, scratch.path("elsewhere"));

  const replaces = async (out: string): Promise<void> => {
    expect((await entrylog(...again, out)).status).toBe(0);
    expect((await elsewhere).status).toBe(0);
    expect(runIn(out).manifest).toMatchObject({ complete: true, days: 1 });
    expect(runIn(out).traceHash).toBe(runIn(scratch.path("elsewhere")).traceHash);
  };

  it("leaves a folder in which a run gives what it gives anywhere", async () => {
    const out = scratch.path("killed");
    const child = startAlone(long(out));
    const ending = endOf(child);
    await grown(child, out, 60_000);
    child.kill("SIGKILL");
    expect((await ending).status).toBeNull();
    expect(existsSync(`${out}/run.json`)).toBe(false);
    await replaces(out);
  });

  it("and goes on behind its starter gives way to the next run in its folder", async () => {
    const out = scratch.path("left-behind");
    const child = start(long(out));
    const ending = endOf(child);
    await grown(child, out, 60_000);
    child.kill("SIGKILL");
    await replaces(out);
    expect((await ending).stderr).toMatch(/^out-taken: Another run has taken the folder/);
    expect(runIn(out).manifest).toMatchObject({ complete: true, days: 1 });
  });
});
