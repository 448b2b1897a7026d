// A quick benchmark of every row, real in every part: its report is what the Schema says, and both sides did the same work.
// No speed is asserted. The command's own refusals are asked for too.
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect, Schema } from "effect";
import { Command } from "effect/cli";
import { describe, expect, it } from "vitest";
import { modelHash } from "../../../impl/generated/stamp.ts";
import { runBench } from "../../../sim/bench/bench.ts";
import { benchCommand, required } from "../../../sim/bench/command.ts";
import { isSameWork } from "../../../sim/bench/prove.ts";
import {
  BenchReport,
  rowIds,
  type BenchRow,
  type LimitRow,
  type RatioRow,
  type RowId,
} from "../../../sim/bench/row.ts";
import { quickSizes } from "../../../sim/bench/sizes.ts";
import { renderBench } from "../../../sim/bench/table.ts";
import { withTool } from "../../with-tool.ts";

const row = (changed: Partial<RatioRow>): RatioRow => ({
  id: "issue",
  compared: "This with that.",
  unit: "requests a second",
  ours: 600,
  theirs: 1_000,
  ratio: 0.6,
  goal: 0.5,
  aim: 0.8,
  equal: true,
  besides: {},
  ...changed,
});
const { theirs: _theirs, ratio: _ratio, ...told } = row({});
const limited = (ours: number): LimitRow => ({ ...told, ours, goal: 60, aim: 30, lessIsBetter: true });
const reportOf = (...rows: readonly BenchRow[]): BenchReport => ({
  schemaVersion: 2,
  manifest: { modelHash: "0123456789abcdef", node: "v24", cpus: 2, quick: true },
  rows,
  missing: [{ id: "prove", needs: "SPIN is not installed" }],
});

/** A quick run of some rows in a folder of its own: the report, the rows in the order they were begun, and what is left behind. */
const quickRun = async (rows: readonly RowId[]) => {
  const folder = mkdtempSync(join(tmpdir(), "entrylog-bench-"));
  const begun: string[] = [];
  const beginning = (id: string) => void begun.push(id);
  const run = runBench({ rows, missing: [], sizes: quickSizes, quick: true, folder, beginning });
  const report = await Effect.runPromise(run.pipe(Effect.scoped, Effect.provide(NodeServices.layer)));
  expect(Schema.decodeUnknownSync(BenchReport)(JSON.parse(JSON.stringify(report)))).toEqual(report);
  expect(report.manifest).toMatchObject({ modelHash, node: process.version, quick: true });
  for (const each of report.rows) if ("ratio" in each) expect(each.ratio).toBe(each.ours / each.theirs);
  return { report, begun, left: readdirSync(folder) };
};

describe("a quick run", () => {
  it("measures the core and the services, with the same work on both sides, and leaves nothing behind", async () => {
    const { report, begun, left } = await quickRun(["join", "lookup", "checkin", "issue", "core"]);
    expect(begun).toEqual(["core", "issue", "checkin", "lookup", "join"]);
    expect(report.rows.map(({ id, equal, goal, aim }) => [id, equal, goal, aim])).toEqual([
      ["core", true, 300, 1_000],
      ["issue", true, 0.5, 0.8],
      ["checkin", true, 0.5, 0.8],
      ["lookup", true, 0.7, 0.9],
      ["join", true, 0.5, 0.7],
    ]);
    expect(left).toEqual([]);
  }, 60_000);
});

withTool("postgres", "a quick run over a server of its own", () => {
  it("has the same rows on both sides, erases each day whole, and says on what durability it rests", async () => {
    const { report, begun, left } = await quickRun(["erase-day", "lookup-pg", "checkin-pg"]);
    expect(begun).toEqual(["checkin-pg", "lookup-pg", "erase-day"]);
    expect(report.rows.map(({ id, equal, goal, aim }) => [id, equal, goal, aim])).toEqual([
      ["checkin-pg", true, 0.7, 0.9],
      ["lookup-pg", true, 0.8, 0.9],
      ["erase-day", true, 0.8, 0.9],
    ]);
    for (const { compared, seconds } of report.rows) {
      expect(compared).toContain("fsync on, synchronous_commit on, full_page_writes on");
      expect(Object.keys(seconds ?? {}).at(-1)).toContain("at the 99th percentile");
    }
    expect(left).toEqual([]);
  });
});

withTool("spin", "a quick run of the prover's row", () => {
  it("finds the same states and transitions as SPIN, and tells how long zones take", async () => {
    const { report, left } = await quickRun(["prove"]);
    expect(report.rows).toMatchObject([{ id: "prove", equal: true, goal: 0.5, aim: 1 }]);
    expect(Object.keys(report.rows[0]?.seconds ?? {})).toEqual(["the 238 zones of door"]);
    expect(left).toEqual([]);
  }, 60_000);

  it("tells where the two sides did not find the same", () => {
    const went = { states: 10, transitions: 20, seconds: 1 };
    expect(isSameWork({ ours: went, theirs: { ...went, seconds: 2 } })).toBe(true);
    expect(isSameWork({ ours: went, theirs: { ...went, states: 11 } })).toBe(false);
    expect(isSameWork({ ours: went, theirs: { ...went, transitions: 21 } })).toBe(false);
  });
});

withTool("simpy", "a quick run of the simulator's rows", () => {
  withTool("g++", "against both peers", () => {
    it("makes the same decisions on both sides, and shows how it grows", async () => {
      const { report, left } = await quickRun(rowIds.filter((id) => id.startsWith("sim-")));
      expect(report.rows.map(({ id, equal, goal, aim }) => [id, equal, goal, aim])).toEqual([
        ["sim-core", true, 60, 100],
        ["sim-log", true, 25, 40],
        ["sim-cpp", true, 0.4, 0.6],
        ["sim-flat", true, 0.8, 0.9],
        ["sim-workers", true, 1.7, 1.9],
        ["sim-memory", true, 32, 24],
        ["sim-nation", true, 60, 30],
      ]);
      const flat = report.rows.find(({ id }) => id === "sim-flat");
      expect(flat?.growth?.["people"]?.map(({ size }) => size)).toEqual([1_000, 3_000, 10_000]);
      expect(left).toEqual([]);
    }, 120_000);
  });
});

describe("what is required", () => {
  const codeOf = (report: BenchReport) =>
    Effect.runSync(Effect.match(required(report), { onFailure: ({ code }) => code, onSuccess: () => 0 }));

  it("is the least ratio, and the same work", () => {
    expect(codeOf(reportOf(row({}), row({ ratio: 0.5 })))).toBe(0);
    expect(codeOf(reportOf(row({}), row({ ratio: 0.49 })))).toBe(12);
    expect(codeOf(reportOf(row({ equal: false })))).toBe(12);
  });

  it("is the limit where less is better", () => {
    expect(codeOf(reportOf(limited(60)))).toBe(0);
    expect(codeOf(reportOf(limited(61)))).toBe(12);
  });
});

describe("the command", () => {
  it("refuses a row that it does not have, by name", async () => {
    const asked = Command.runWith(benchCommand, { version: "0" })(["--only", "core,speed"]);
    const refused = await Effect.runPromise(Effect.flip(asked).pipe(Effect.provide(NodeServices.layer)));
    expect(refused).toMatchObject({ _tag: "Stop", code: 2, reason: "row-unknown" });
    expect(refused).toHaveProperty("sentence", expect.stringContaining('"speed"'));
  });
});

describe("the table", () => {
  it("says of each row what was compared, and shouts where the work was not the same", () => {
    const lines = renderBench(
      reportOf(
        row({ besides: { "something else": 5 }, seconds: { "a search": 2 } }),
        row({ id: "core", equal: false, growth: { people: [{ size: 10_000, rate: 5 }] } }),
        limited(35),
      ),
    );
    const text = lines.join("\n");
    expect(text).toContain("issue: This with that.");
    expect(text).toMatch(/issue +600 +1,000 +requests a second +0\.600 +0\.5 +0\.8 +yes/);
    expect(text).toMatch(/core .* NO/);
    expect(text).toMatch(/issue +35\.0 +requests a second +at most 60 +at most 30 +yes/);
    expect(text).toContain("core: by people, requests a second: 10,000: 5.00");
    expect(text).toContain("prove: not measured: SPIN is not installed");
    expect(text).toContain("something else: 5.00 requests a second");
    expect(text).toContain("a search: 2.00 seconds");
    expect(text).toContain("its ratios mean nothing");
  });
});
