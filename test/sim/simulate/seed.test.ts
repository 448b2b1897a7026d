// One seed is one run: the same witness trace byte for byte, and with another seed another one.
// The trace can be given to anyone: it is searched for what the parties hold in secret, with the same search tried on the stores first.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { beforeAll, describe, expect, it } from "vitest";
import { numbersIn } from "../../../sim/readablenumbers.ts";
import type { Run } from "../../../sim/results/run.ts";
import { phoneOf } from "../../../sim/world/people.ts";
import { makeScratch } from "../scratch.ts";
import { runOf, scenarioText } from "./running.ts";

const scratch = makeScratch();
const runs: Record<string, Run> = {};
const traceOf = (name: string): Buffer => readFileSync(scratch.path(`${name}/witness.trace`));
const secretsIn = (party: string, query: string): readonly Uint8Array[] => {
  const database = new DatabaseSync(scratch.path(`first/stores/${party}/store.sqlite`), { readOnly: true });
  try {
    return database
      .prepare(query)
      .all()
      .flatMap((row) => Object.values(row).filter((value) => value instanceof Uint8Array));
  } finally {
    database.close();
  }
};

beforeAll(async () => {
  const scenario = scratch.file("city.json", scenarioText());
  for (const [name, seed] of [
    ["first", 1],
    ["again", 1],
    ["other", 2],
  ] as const) {
    runs[name] = await runOf({ scenario, seed, days: 2, out: scratch.path(name) });
  }
});

describe("a seed", () => {
  it("gives the same trace and the same counts twice", () => {
    expect(traceOf("again").equals(traceOf("first"))).toBe(true);
    const countsOf = (run: Run | undefined) => [
      run?.traceHash,
      run?.records,
      run?.accounts,
      run?.cases,
      run?.refusals,
      run?.promises,
      run?.issuance.count,
    ];
    expect(countsOf(runs["again"])).toEqual(countsOf(runs["first"]));
    const series = (name: string) => readFileSync(scratch.path(`${name}/series.csv`), "utf8");
    expect(series("again")).toBe(series("first"));
  });

  it("that is another gives another trace", () => {
    expect(runs["other"]?.traceHash).not.toBe(runs["first"]?.traceHash);
    const decisions = (name: string) => traceOf(name).toString().split("\n").slice(1).join("\n");
    expect(decisions("other")).not.toBe(decisions("first"));
  });

  it("names the trace by its sha256, and the trace is of a run that did something", () => {
    const run = runs["first"];
    expect(run?.traceHash).toBe(createHash("sha256").update(traceOf("first")).digest("hex"));
    expect(run?.trace?.replayed).toBe(true);
    expect(traceOf("first").toString().trimEnd().split("\n").length).toBeGreaterThan(500);
    expect(run?.issuance.count).toBeGreaterThan(100);
  });
});

describe("the trace", () => {
  const trace = () => traceOf("first").toString();

  it("holds no phone number, though the issuer's store holds those that went out", () => {
    // They stand sealed in the store; the issuer, with its vault, reads them.
    const numbers = numbersIn(scratch.path("first/stores/issuer"));
    const phones = [
      ...Array.from({ length: 100 }, (_, person) => phoneOf(person)),
      ...numbers,
      ...numbers.map((number) => number.replace("+82", "0")),
    ].flatMap((phone) => [phone, phone.replaceAll("-", "")]);
    expect(numbers.length).toBeGreaterThan(20);
    expect(phones.filter((phone) => trace().includes(phone))).toEqual([]);
    expect(trace()).not.toMatch(/010-?[01]\d{3}-?\d{4}/);
  });

  it("holds no key, no ciphertext and no signature of the stores, in hex or base64", () => {
    const secrets = [
      ...secretsIn("custodian", "SELECT payload FROM visit"),
      ...secretsIn("custodian", "SELECT id, pass_key, shares FROM epoch"),
      ...secretsIn("custodian", "SELECT device_key FROM venue"),
      ...secretsIn("authority", "SELECT sealed FROM learned"),
      ...secretsIn("authority", "SELECT signature FROM approval"),
    ];
    expect(secrets.length).toBeGreaterThan(300);
    const text = trace();
    const spelt = (bytes: Uint8Array) => {
      const start = Buffer.from(bytes.subarray(0, 8));
      return [start.toString("hex"), start.toString("base64").slice(0, 10)];
    };
    expect(secrets.flatMap(spelt).filter((word) => text.includes(word))).toEqual([]);
  });

  it("holds nothing long enough to be a secret but the hash of the law, and no code of six digits", () => {
    const [header = "", ...lines] = trace().split("\n");
    expect(JSON.parse(header.split("\t")[0] ?? "")).toMatchObject({
      seed: 1,
      modelHash: runs["first"]?.manifest.modelHash,
    });
    const words = lines.flatMap((line) => line.split(/[^A-Za-z0-9+/=-]+/));
    expect(words.length).toBeGreaterThan(2_000);
    // What is longer than an instant are names of rules, refusals and fields: words of letters and dashes.
    const names = /^[A-Za-z][a-z]*([A-Z][a-z]*|-[a-z]+)*$/;
    expect(words.filter((word) => word.length > 13 && !names.test(word))).toEqual([]);
    expect(words.filter((word) => /^\d{6}$/.test(word))).toEqual([]);
  });
});
