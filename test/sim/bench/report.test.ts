// A quick benchmark of every row, real in every part: its report is what the Schema says, and both sides did the same work.
// No speed is asserted. The command's own refusals are asked for too.
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NodeServices } from "@effect/platform-node";
import { Effect, Schema } from "effect";
import { Command } from "effect/cli";
import { describe, expect, it } from "vitest";
import { modelHash } from "../../../impl/generated/stamp.ts";
import { quickSizes, runBench } from "../../../sim/bench/bench.ts";
import { benchCommand, required } from "../../../sim/bench/command.ts";
import { BenchReport, rowIds, type BenchRow } from "../../../sim/bench/row.ts";
import { renderBench } from "../../../sim/bench/table.ts";

const row = (changed: Partial<BenchRow>): BenchRow => ({
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
const reportOf = (...rows: readonly BenchRow[]): BenchReport => ({
  schemaVersion: 1,
  manifest: { modelHash: "0123456789abcdef", node: "v24", cpus: 2, quick: true },
  rows,
});

describe("a quick run", () => {
  it("measures every row, with the same work on both sides, and leaves nothing behind", async () => {
    const folder = mkdtempSync(join(tmpdir(), "entrylog-bench-"));
    const begun: string[] = [];
    const beginning = (id: string) => void begun.push(id);
    const run = runBench({ rows: rowIds, sizes: quickSizes, quick: true, folder, beginning });
    const report = await Effect.runPromise(run.pipe(Effect.scoped, Effect.provide(NodeServices.layer)));
    expect(begun).toEqual(["core", "issue", "checkin", "lookup"]);
    expect(Schema.decodeUnknownSync(BenchReport)(JSON.parse(JSON.stringify(report)))).toEqual(report);
    expect(report.manifest).toMatchObject({ modelHash, node: process.version, quick: true });
    expect(report.rows.map(({ id, equal, goal, aim }) => [id, equal, goal, aim])).toEqual([
      ["core", true, 300, 1_000],
      ["issue", true, 0.5, 0.8],
      ["checkin", true, 0.5, 0.8],
      ["lookup", true, 0.7, 0.9],
    ]);
    for (const { ours, theirs, ratio } of report.rows) expect(ratio).toBe(ours / theirs);
    expect(readdirSync(folder)).toEqual([]);
  }, 60_000);
});

describe("what is required", () => {
  const codeOf = (report: BenchReport) =>
    Effect.runSync(Effect.match(required(report), { onFailure: ({ code }) => code, onSuccess: () => 0 }));

  it("is the least ratio, and the same work", () => {
    expect(codeOf(reportOf(row({}), row({ ratio: 0.5 })))).toBe(0);
    expect(codeOf(reportOf(row({}), row({ ratio: 0.49 })))).toBe(12);
    expect(codeOf(reportOf(row({ equal: false })))).toBe(12);
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
      reportOf(row({ besides: { "something else": 5 } }), row({ id: "core", equal: false })),
    );
    const text = lines.join("\n");
    expect(text).toContain("issue: This with that.");
    expect(text).toMatch(/issue +600 +1,000 +requests a second +0\.600 +0\.5 +0\.8 +yes/);
    expect(text).toMatch(/core .* NO/);
    expect(text).toContain("something else: 5.00 requests a second");
    expect(text).toContain("its ratios mean nothing");
  });
});
