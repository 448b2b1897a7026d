// A sample of mutants in every run of the tests: of the law, of the generator, and of what it generates, the same ones every time,
// and the grave mistakes of the services. It says which it took and what killed them; MUTANT_SEED draws others. With FULL_TESTS
// all are judged, by whole.ts in a process of its own, Stryker's of the services too. At least 95 of 100 must be killed, of the
// grave ones all, and none that is listed as the same law in other words.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { judges, type Sizes } from "./judging.ts";
import { withHouseCopy } from "../equal/housecopy.ts";
import { countsOf, leastPercent, wronglyExcused, type Judged } from "./judged.ts";
import { byProperty } from "./promises.ts";
import { tableOf, writeReport, type ClassReport } from "./report.ts";
import { sampleSeed } from "./sample.ts";
import { theLaw } from "./law.ts";
import { exampleAgainst } from "./examples.ts";
import { judgedGraveMistakes } from "./grave.ts";

const sizes: Sizes = {
  models: 200,
  promised: 60,
  states: { generated: 5_000, plain: 400 },
  generator: 8,
  generated: 100,
  cases: 2_000,
};
const inFull = process.env["FULL_TESTS"] === "1";
const hours = 3_600_000;

const reports: ClassReport[] = [];

const taken = (judged: readonly Judged[]): readonly string[] =>
  judged.map(
    ({ id, verdict, killedBy }) =>
      `${verdict.padEnd(10)} ${id}${killedBy.length > 0 ? `  (${killedBy.join(", ")})` : ""}`,
  );

const isKilled = (report: ClassReport): void => {
  reports.push(report);
  const { judged } = report;
  console.info([`${report.class}, seed ${String(sampleSeed)}:`, ...taken(judged)].join("\n"));
  expect(wronglyExcused(judged)).toEqual([]);
  const { percent, killed } = countsOf(judged);
  expect(killed).toBeGreaterThan(0);
  const survivors = judged.filter(({ verdict }) => verdict === "survived").map(({ id }) => id);
  expect({ percent, survivors }).toEqual({
    percent: percent >= leastPercent ? percent : leastPercent,
    survivors,
  });
};

const sample = (): void => {
  const judge = judges(sizes);

  afterAll(() => {
    writeReport(reports, sampleSeed);
    console.info(tableOf(reports).join("\n"));
  });

  it("the law as it is departs from no example and breaks no promise", async () => {
    expect(await exampleAgainst(theLaw, { constant: "none" })).toBeUndefined();
    await withHouseCopy(async (copy) => {
      const ask = byProperty(copy, sizes.states);
      for (const { id } of theLaw.machines) expect(await ask(theLaw, { machine: id })).toBeUndefined();
    });
  });

  it("of the models are killed by clause examples or promises", { timeout: 240_000 }, async () => {
    isKilled(await judge.models());
  });

  it(
    "of the generator and the generated code are killed by Equal or clause examples",
    { timeout: 240_000 },
    async () => {
      isKilled(await judge.generator());
      isKilled(await judge["generated code"]());
    },
  );

  it(
    "of the services, the grave ones, are each killed by the services' tests",
    { timeout: 240_000 },
    async () => {
      const report = await judgedGraveMistakes();
      isKilled(report);
      expect(countsOf(report.judged).survived).toBe(0);
    },
  );
};

const all = (): void => {
  it("are judged by whole.ts", { timeout: 24 * hours }, async () => {
    const file = fileURLToPath(new URL("./whole.ts", import.meta.url));
    const code = await new Promise((resolve) => {
      spawn(process.execPath, [file, "--services"], { stdio: "inherit" }).on("close", resolve);
    });
    expect(code).toBe(0);
  });
};

describe(
  inFull ? "all mutants" : `a sample of the mutants, seed ${String(sampleSeed)}`,
  inFull ? all : sample,
);
