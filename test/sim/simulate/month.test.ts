// A month and a day of a very small town: long enough for retention and verification to run out, and every promise to be put to the test.
// What the default city shows in minutes is shown here in seconds, with an outbreak far too large for so few people.
import { readdirSync, readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { beforeAll, describe, expect, it } from "vitest";
import { properties } from "../../../models/properties.ts";
import type { Run } from "../../../sim/results/run.ts";
import { coveredByRun } from "../../covering.ts";
import { makeScratch } from "../scratch.ts";
import { promisesThat, runOf, scenarioText } from "./running.ts";

const scratch = makeScratch();
let run: Run;
let series: readonly Readonly<Record<string, number>>[] = [];

beforeAll(async () => {
  const text = scenarioText({
    behaviour: { withdrawsAWeek: 0.05, wrongCodeUntilLocked: 0.01 },
    investigation: { casesADayMax: 2, irregular: 0.5 },
    outbreak: { indexPersons: 200 },
  });
  const scenario = scratch.file("town.json", text);
  run = await runOf({ scenario, out: scratch.path("run"), people: 40, venues: 4, days: 31 });
  coveredByRun(scratch.path("run"), "month");
  const [head = "", ...lines] = readFileSync(scratch.path("run/series.csv"), "utf8").trimEnd().split("\n");
  const names = head.split(",");
  series = lines.map((line) =>
    Object.fromEntries(line.split(",").map((cell, place) => [names[place] ?? "", Number(cell)])),
  );
});

const sumOf = (column: string, fromDay: number, untilDay: number): number =>
  series.slice(fromDay, untilDay).reduce((sum, day) => sum + (day[column] ?? Number.NaN), 0);

describe("a month and a day", () => {
  it("exercises every promise and breaks none", () => {
    expect(promisesThat(run, "held")).toEqual(properties.map(({ id }) => id));
    expect(run.trace?.replayed).toBe(true);
    expect(run.cases.wrong).toBe(0);
  });

  it("erases the first days, each at the start of its 29th day, and keeps the others", () => {
    expect(sumOf("recordsErased", 0, 27)).toBe(0);
    for (const [day, later] of [
      [0, 27],
      [1, 28],
      [2, 29],
    ] as const)
      expect(series[later]?.["recordsErased"]).toBe(series[day]?.["checkIns"]);
    expect(sumOf("recordsErased", 0, 31)).toBe(run.records.erased);
  });

  it("leaves at the custodian tables of the days that live, and no others", () => {
    const database = new DatabaseSync(scratch.path("run/stores/custodian/store.sqlite"), { readOnly: true });
    const tables = database
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'visit_[0-9]*' ORDER BY name",
      )
      .all()
      .map((row) => String(row["name"]));
    database.close();
    expect(tables[0]).toBe("visit_20200705");
    expect(tables).toContain("visit_20200731");
    const vault = readdirSync(scratch.path("run/stores/custodian/vault")).filter((name) =>
      /^visits-\d+/.test(name),
    );
    expect(vault.length).toBeGreaterThan(20);
    expect(vault.length).toBeLessThan(31);
  });

  it("lets verifications run out after 30 days and be made again", () => {
    expect(sumOf("verifications", 28, 31)).toBeGreaterThan(0);
    expect(run.accounts.verified).toBeGreaterThan(40);
    expect(run.accounts.withdrawn).toBeGreaterThan(0);
    expect(run.accounts.ended).toBeGreaterThan(0);
  });
});
