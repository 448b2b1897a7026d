// run.json, series.csv and the parties' SQLite files tell one story: every count is counted again from the files.
// The run is started as people start it; what stands on the terminal is compared too.
// Phone numbers are looked for in every byte that every party keeps, and found at the issuer only, with the keys of its vault.
import { Schema } from "effect";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { beforeAll, describe, expect, it } from "vitest";
import { CoveragePart } from "../../../sim/results/coverage.ts";
import { Run, runSchemaVersion } from "../../../sim/results/run.ts";
import { numbersIn } from "../../../sim/readablenumbers.ts";
import { phoneOf } from "../../../sim/world/people.ts";
import { properties } from "../../../models/properties.ts";
import { entrylog, type Ended } from "../processes.ts";
import { makeScratch } from "../scratch.ts";
import { scenarioText } from "./running.ts";

const scratch = makeScratch();
const people = 120;
const decode = Schema.decodeUnknownSync(Schema.fromJsonString(Run), { onExcessProperty: "error" });
let ended: Ended;
let run: Run;
let series: readonly Readonly<Record<string, number>>[] = [];
const sum = (column: string): number => series.reduce((total, day) => total + (day[column] ?? Number.NaN), 0);

const counted = (party: string, query: string): number => {
  const database = new DatabaseSync(scratch.path(`run/stores/${party}/store.sqlite`), { readOnly: true });
  try {
    return Number(Object.values(database.prepare(query).get() ?? {})[0]);
  } finally {
    database.close();
  }
};

beforeAll(async () => {
  const behaviour = { withdrawsAWeek: 0.5 };
  const policy = { set: { retention: "2d", joinableAtLeast: "1d" } };
  const scenario = scratch.file("city.json", scenarioText({ behaviour, policy }));
  const size = ["--people", String(people), "--venues", "12", "--days", "3", "--seed", "5"];
  ended = await entrylog("simulate", scenario, ...size, "--out", scratch.path("run"));
  run = decode(readFileSync(scratch.path("run/run.json"), "utf8"));
  const [head = "", ...lines] = readFileSync(scratch.path("run/series.csv"), "utf8").trimEnd().split("\n");
  series = lines.map((line) =>
    Object.fromEntries(line.split(",").map((cell, place) => [head.split(",")[place] ?? "", Number(cell)])),
  );
});

describe("the command", () => {
  it("ends well, says nothing on stderr where nobody looks, and tells the main figures", () => {
    expect({ status: ended.status, stderr: ended.stderr }).toEqual({ status: 0, stderr: "" });
    const said = (words: string, count: number) =>
      expect(ended.stdout).toMatch(new RegExp(`${words} +${count.toLocaleString("en-US")}\\b`));
    said("passes issued", run.issuance.count);
    said("check-ins stored", run.records.recorded);
    said("people re-identified", run.cases.people);
    said("pass-expired", run.refusals["pass-expired"] ?? 0);
    for (const { id } of properties) expect(ended.stdout).toContain(`  ${id} `);
    expect(ended.stdout).toContain(scratch.path("run/run.json"));
  });

  it("leaves a report of the run, and lists it first", () => {
    const [, files = ""] = ended.stdout.split("\nFiles\n");
    expect(files.trimStart().startsWith(scratch.path("run/report.html"))).toBe(true);
    const report = readFileSync(scratch.path("run/report.html"), "utf8");
    expect(report).toContain(
      `${run.records.recorded.toLocaleString("en-US")} check-ins by ${String(people)} people`,
    );
    expect(report).toContain(run.traceHash ?? "no hash");
  });

  it("names in run.json the command that repeats it, with every size", () => {
    expect(run.manifest).toMatchObject({ seed: 5, people, venues: 12, days: 3, complete: true });
    expect(run.manifest.command).toContain(`--people ${String(people)} --venues 12 --days 3 --seed 5 --out`);
    expect(run.schemaVersion).toBe(runSchemaVersion);
  });

  it("refuses to read a run.json of another version", () => {
    expect(() => decode(JSON.stringify({ ...run, schemaVersion: runSchemaVersion + 1 }))).toThrow();
  });
});

describe("the counts", () => {
  it("of records are those of the custodian's file", () => {
    expect(run.records.recorded).toBeGreaterThan(100);
    expect(run.records.erased).toBeGreaterThan(50);
    expect(counted("custodian", "SELECT count(*) FROM visit")).toBe(run.records.live);
    expect(counted("custodian", "SELECT sum(recorded) FROM day_count")).toBe(run.records.recorded);
    expect(counted("custodian", "SELECT sum(erased) FROM day_count")).toBe(run.records.erased);
    expect(run.records.live + run.records.erased).toBe(run.records.recorded);
    expect(run.erasure.count).toBe(run.records.erased);
  });

  it("of cases are those of the authority's and the issuer's files", () => {
    expect(run.cases.answered).toBeGreaterThan(0);
    expect(counted("authority", "SELECT count(*) FROM case_file")).toBeLessThanOrEqual(run.cases.requested);
    expect(counted("issuer", "SELECT count(DISTINCT case_id) FROM answered")).toBe(run.cases.answered);
    expect(run.cases.wrong).toBe(0);
    expect(run.reidentification.count).toBe(run.cases.people);
  });

  it("of the days sum to those of the run", () => {
    expect(series.length).toBe(3);
    expect(sum("passesIssued")).toBe(run.issuance.count);
    expect(sum("checkIns")).toBe(run.records.recorded);
    expect(sum("refusals")).toBe(Object.values(run.refusals).reduce((total, count) => total + count, 0));
    expect(sum("verifications")).toBe(run.accounts.verified);
    expect(sum("withdrawals")).toBe(run.accounts.withdrawn);
    expect(run.accounts.withdrawn).toBeGreaterThan(0);
    expect(sum("lookups")).toBe(run.lookup.count);
    expect(sum("reidentified")).toBe(run.reidentification.count);
    expect(sum("recordsErased")).toBe(run.records.erased);
  });

  it("of the days stand in run.json as in series.csv, and of the busiest day by ten minutes", () => {
    expect(run.days.map(({ day: _, ...counts }) => counts)).toEqual(
      series.map(({ day: _, ...counts }) => counts),
    );
    const busiest = run.days.toSorted((a, b) => b.checkIns - a.checkIns)[0];
    const rows = run.profile?.rows ?? [];
    const all = (column: "issued" | "checkIns" | "refused"): number =>
      rows.reduce((total, row) => total + row[column], 0);
    expect(run.profile?.day).toBe(busiest?.day);
    expect(rows.length).toBe(144);
    expect(rows[73]?.at).toBe("12:10");
    // The guests of the one venue with a store of its own come when the last day is over.
    const guests = busiest?.day === run.days.at(-1)?.day ? 20 : 0;
    expect(all("checkIns") + guests).toBe(busiest?.checkIns);
    expect(all("issued") + guests).toBe(busiest?.passesIssued);
    expect(rows.filter(({ checkIns }) => checkIns > 0).length).toBeGreaterThan(10);
  });

  it("of what was met of the law are those of the run's own coverage", () => {
    const met = Schema.decodeUnknownSync(Schema.fromJsonString(CoveragePart))(
      readFileSync(scratch.path("run/coverage.json"), "utf8"),
    );
    expect(run.coverage?.met).toBe(Object.keys(met.counts.transitions).length);
    expect(run.coverage?.transitions).toBeGreaterThan(run.coverage?.met ?? 0);
  });

  it("are real work in real time", () => {
    for (const work of [run.issuance, run.checkIn, run.lookup, run.reidentification, run.erasure]) {
      expect(work.count).toBeGreaterThan(0);
      expect(work.perSecond).toBeGreaterThan(0);
      expect(work.p99Ms).toBeGreaterThanOrEqual(work.p50Ms ?? Number.NaN);
    }
  });
});

describe("the promises", () => {
  it("are all there, in the order of the law, and none is broken", () => {
    expect(run.promises.map(({ id }) => id)).toEqual(properties.map(({ id }) => id));
    expect(run.promises.filter(({ verdict }) => verdict === "broken")).toEqual([]);
    for (const { checked, verdict } of run.promises) expect(checked > 0).toBe(verdict === "held");
  });
});

describe("what the parties keep", () => {
  const phones = Array.from({ length: people }, (_, person) => phoneOf(person)).flatMap((phone) => [
    phone,
    phone.replaceAll("-", ""),
  ]);
  /** How many files of the party hold a phone number, read as bytes of one and of two to a letter. */
  const holding = (party: string): { readonly files: number; readonly found: number } => {
    const below = scratch.path(`run/stores/${party}`);
    const names = readdirSync(below, { recursive: true, encoding: "utf8" })
      .map((name) => join(below, name))
      .filter((path) => statSync(path).isFile());
    const marks = phones.flatMap((phone) => [Buffer.from(phone), Buffer.from(phone, "utf16le")]);
    const found = names.filter((path) => {
      const bytes = readFileSync(path);
      return marks.some((mark) => bytes.includes(mark));
    });
    return { files: names.length, found: found.length };
  };

  it("names people at the issuer and nowhere else, and there only to whoever has its keys", () => {
    const readable = numbersIn(scratch.path("run/stores/issuer"));
    expect(readable.filter((number) => phones.includes(number)).length).toBeGreaterThan(0);
    for (const party of ["issuer", "custodian", "authority", "venue", "officers"]) {
      const { files, found } = holding(party);
      expect({ party, found }).toEqual({ party, found: 0 });
      expect(files).toBeGreaterThan(0);
    }
  });

  it("is what run.json says that each party knew and never held", () => {
    const known = new Map(run.whoKnewWhat?.map((one) => [one.party, one]));
    expect([...known.keys()]).toEqual(["person", "issuer", "venue", "custodian", "authority", "board"]);
    expect(known.get("issuer")).toMatchObject({ searched: { found: ["phone"] } });
    expect(known.get("custodian")).toMatchObject({ searched: { found: ["place"] } });
    expect(known.get("issuer")?.neverHeld).toContain("place");
    expect(known.get("custodian")?.neverHeld).toContain("phone");
    expect(known.get("venue")?.neverHeld).toContain("phone");
    for (const { knows, neverHeld } of known.values())
      expect(knows.filter((atom) => neverHeld.includes(atom))).toEqual([]);
  });

  it("leaves no phone number in run.json, series.csv or the terminal either", () => {
    const texts = [ended.stdout, JSON.stringify(run), readFileSync(scratch.path("run/series.csv"), "utf8")];
    expect(phones.filter((phone) => texts.some((text) => text.includes(phone)))).toEqual([]);
  });
});
