// A sweep makes a real run for each value, with the same people in all, and leaves a table that stays when it is interrupted.
// Small cities are swept in this process; the program itself is interrupted once.
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { Schema } from "effect";
import { beforeAll, describe, expect, it } from "vitest";
import { Sweep } from "../../../sim/results/sweep.ts";
import { sweepCommand } from "../../../sim/sweep/command.ts";
import { endOf, startAlone } from "../processes.ts";
import { runCommand, type Ran } from "../prove/running.ts";
import { makeScratch } from "../scratch.ts";
import { runOf, scenarioText } from "../simulate/running.ts";

const scratch = makeScratch();
/** Tested late and asked about late, so that each day of retention counts. */
const late = {
  outbreak: { indexPersons: 20, infectiousFor: "8d to 14d", reportAfter: "2d to 12d" },
  investigation: { requestAfter: "6h to 6d" },
};
const scenario = scratch.file("city.json", scenarioText(late));
const sweep = (...given: readonly string[]) => runCommand(sweepCommand, scenario, ...given);
const decode = Schema.decodeUnknownSync(Schema.fromJsonString(Sweep));
const sweptIn = (out: string): Sweep => decode(readFileSync(`${out}/sweep.json`, "utf8"));

describe("a sweep of retention", () => {
  const out = scratch.path("retention");
  const size = { people: 400, venues: 16, days: 20, seed: 3 } as const;
  let ran: Ran;
  beforeAll(async () => {
    const flags = Object.entries(size).flatMap(([name, value]) => [`--${name}`, String(value)]);
    ran = await sweep("--set", "retention=5d..20d:5d", ...flags, "--out", out);
  });

  it("finds more contacts and exposes more days the longer records are kept", () => {
    expect(ran.code).toBe(0);
    const { runs, asked } = sweptIn(out);
    expect([asked, runs.map(({ set }) => set["retention"])]).toEqual([4, ["5d", "10d", "15d", "20d"]]);
    const column = (name: string) => runs.map(({ figures }) => figures[name] ?? 0);
    const contacts = column("contactsFound");
    expect(contacts).toEqual(contacts.toSorted((a, b) => a - b));
    expect(contacts[0]).toBeGreaterThan(0);
    expect(contacts.at(-1)).toBeGreaterThan(contacts[0] ?? 0);
    const [visits = 0, ...others] = column("visitsStored");
    expect(others).toEqual([visits, visits, visits]);
    expect(column("personDaysExposed")).toEqual([5, 10, 15, 20].map((days) => days * visits));
  });

  it("says where a promise breaks, and ends with the command that shows it", async () => {
    const { runs } = sweptIn(out);
    expect(runs.map(({ promisesBroken }) => promisesBroken)).toEqual([
      ["trace-possible"],
      ["trace-possible"],
      [],
      [],
    ]);
    const lines = ran.text.trimEnd().split("\n");
    expect(lines).toContain("Broken with retention=5d: trace-possible.");
    expect(lines.at(-1)).toBe(`See it again with: ${runs[0]?.command ?? ""}`);
    expect(runs[0]?.command).toMatch(
      /simulate .*--level policy --people 400 .*--seed 3 --set retention=5d --out /,
    );
    const again = await runOf({
      ...size,
      scenario,
      level: "policy",
      set: { retention: "5d" },
      out: scratch.path("again"),
    });
    expect(again.traceHash).toBe(runs[0]?.traceHash);
  });

  it("writes the same rows for spreadsheets", () => {
    const [head = "", ...rows] = readFileSync(`${out}/sweep.csv`, "utf8").trimEnd().split("\n");
    const names = head.split(",");
    expect(names.slice(0, 3)).toEqual(["retention", "contactsFound", "personDaysExposed"]);
    expect(new Set(names).size).toBe(names.length);
    const { runs } = sweptIn(out);
    expect(rows.map((row) => row.split(",")[1])).toEqual(
      runs.map(({ figures }) => String(figures["contactsFound"])),
    );
    expect(rows.map((row) => row.split(",").length)).toEqual(rows.map(() => names.length));
  });
});

describe("a sweep that cannot be made", () => {
  it.each([
    ["nothing-swept", []],
    ["range-unusable", ["--set", "retention=7d.."]],
    ["scenario-invalid", ["--set", "retention=7d,never"]],
    ["scenario-invalid", ["--set", "forgetting=1..2:1"]],
    ["workers-unusable", ["--set", "retention=7d", "--workers", "0"]],
  ] as const)("is refused with %s before anything runs", async (reason, given) => {
    const out = scratch.path("refused");
    expect(await sweep(...given, "--out", out)).toMatchObject({ code: 2, reason, text: "" });
    expect(existsSync(out)).toBe(false);
  });
});

describe("a sweep that is interrupted", () => {
  it("ends with 130 and keeps the runs there are", async () => {
    const out = scratch.path("interrupted");
    const child = startAlone([
      "sweep",
      scenario,
      "--people",
      "400",
      "--days",
      "20",
      "--set",
      "retention=1d..100d:1d",
      "--out",
      out,
    ]);
    const ending = endOf(child);
    while (child.exitCode === null && !existsSync(`${out}/sweep.csv`)) await pause(20);
    child.kill("SIGINT");
    const { status, stdout, stderr } = await ending;
    expect({ status, stderr }).toEqual({
      status: 130,
      stderr: `Interrupted; the runs there are stay in ${out}.\n`,
    });
    const { runs, asked } = sweptIn(out);
    expect(asked).toBe(100);
    expect(runs.length).toBeGreaterThan(0);
    expect(runs.length).toBeLessThan(100);
    expect(stdout).toContain(`(interrupted: ${String(runs.length)} of 100 runs)`);
    expect(readFileSync(`${out}/sweep.csv`, "utf8").trimEnd().split("\n").length).toBe(runs.length + 1);
  });
});
