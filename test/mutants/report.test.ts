// What is told of mutants, on reports written by hand: one that was killed twice over, one that survived, one that no test reached,
// one that never became code, one that is the same in other words, and one that was said to be that and was killed all the same.
import { describe, expect, it } from "vitest";
import { countsOf, judgedBy, outlivedReasons, wronglyExcused, type Judged } from "./judged.ts";
import { reportForPrograms, survivorsOf, tableOf, type ClassReport } from "./report.ts";
import { mutantsOfReport } from "./strykerreport.ts";

const named = (id: string) => ({ id, sentence: `It is ${id}.` });

const judged: readonly Judged[] = [
  judgedBy(
    named("killed twice"),
    [
      ["clause example", "C2 says otherwise"],
      ["property", "a promise is broken"],
    ],
    undefined,
  ),
  judgedBy(
    named("killed once"),
    [
      ["clause example", undefined],
      ["property", "another promise is broken"],
    ],
    undefined,
  ),
  judgedBy(named("alive"), [["clause example", undefined]], undefined),
  judgedBy(named("same"), [["clause example", undefined]], "it says the same"),
  judgedBy(named("excused wrongly"), [["clause example", "C9 says otherwise"]], "it says the same"),
  { ...named("no law"), verdict: "refused", killedBy: [], why: "dead end" },
];
const report: ClassReport = { class: "models", all: 40, judged };

/** The table's cells by their column, the columns' names having single spaces. */
const rowsOf = (reports: readonly ClassReport[]): readonly Readonly<Record<string, string>>[] => {
  const [columns = [], ...rows] = tableOf(reports).map((line) => line.trim().split(/ {2,}/));
  return rows.map((row) => Object.fromEntries(columns.map((column, place) => [column, row[place] ?? ""])));
};

describe("what is told of a class", () => {
  it("counts by verdict and by what killed, twice where two checks did", () => {
    expect(rowsOf([report])).toEqual([
      {
        class: "models",
        all: "40",
        judged: "6",
        refused: "1",
        "same law": "1",
        property: "2",
        "clause example": "2",
        equal: "0",
        "services' tests": "0",
        killed: "3",
        survived: "1",
        score: "75.0 %",
      },
    ]);
  });

  it("gives no score where nothing could be killed", () => {
    const [row] = rowsOf([{ class: "generator", all: 1, judged: judged.slice(-1) }]);
    expect(row).toMatchObject({ judged: "1", refused: "1", killed: "0", survived: "0", score: "-" });
  });

  it("lists the survivors, and for programs also what is the same law, with the reasons", () => {
    expect(survivorsOf([report])).toEqual(["alive: nothing noticed it"]);
    const [forPrograms] = reportForPrograms([report], 7).classes;
    expect(forPrograms).toMatchObject({
      killed: 3,
      survivors: [{ id: "alive", why: "nothing noticed it" }],
      sameLaw: [{ id: "same", why: "it says the same" }],
      wronglyExcused: ["excused wrongly: C9 says otherwise (but: it says the same)"],
      taken: judged.map(({ id }) => id),
    });
    expect(reportForPrograms([report], undefined)).not.toHaveProperty("seed");
  });
});

describe("reasons", () => {
  it("are wrong where the mutant was killed all the same", () => {
    expect(wronglyExcused(judged)).toEqual(["excused wrongly: C9 says otherwise (but: it says the same)"]);
  });

  it("have outlived a mutant that is no more", () => {
    expect(outlivedReasons({ same: "it says the same", gone: "it was the same" }, judged)).toEqual(["gone"]);
  });
});

describe("the report that Stryker leaves", () => {
  const at = (line: number, from: number, to: number) => ({
    start: { line, column: from },
    end: { line, column: to },
  });
  const one = (status: string, replacement: string, location: unknown, killedBy: readonly string[] = []) => ({
    mutatorName: "EqualityOperator",
    replacement,
    status,
    location,
    killedBy,
  });
  const source = "const late = now > then;\nconst due = now > then;\n";
  const left = {
    testFiles: {
      "test/impl/venue/venue.test.ts": { tests: [{ id: "1", name: "a venue" }] },
      "test/clauses/clauses.test.ts": { tests: [{ id: 2, name: "a clause" }] },
    },
    files: {
      "impl/venue/lane.ts": {
        source,
        mutants: [
          one("Killed", "now >= then", at(1, 14, 24), ["1", "2"]),
          one("Timeout", "now < then", at(1, 14, 24)),
          one("Survived", "now >= then", at(2, 13, 23)),
          one("NoCoverage", "false", at(2, 13, 23)),
          one("CompileError", "", at(2, 13, 23)),
          one("Ignored", "true", at(2, 13, 23)),
        ],
      },
      "impl/issuer/gate.ts": { source, mutants: [one("Survived", "true", at(1, 14, 24))] },
    },
  };
  const found = mutantsOfReport(left, "impl/venue");

  it("says what became of each mutant of the folder, and who killed it", () => {
    expect(found.map(({ judged: { verdict, killedBy } }) => [verdict, ...killedBy])).toEqual([
      ["killed", "services' tests", "clause example"],
      ["killed", "services' tests"],
      ["survived"],
      ["survived"],
      ["refused"],
    ]);
  });

  it("tells apart what tests reach and do not notice, and what no test reaches", () => {
    const services: ClassReport = {
      class: "services",
      all: found.length,
      judged: found.map((it) => it.judged),
    };
    expect(survivorsOf([services])).toEqual([
      "impl/venue/lane.ts now > then becomes now >= then #2: Survived (line 2)",
      "impl/venue/lane.ts now > then becomes false #1: no test reaches it (line 2)",
    ]);
    expect(countsOf(services.judged)).toMatchObject({ killed: 2, survived: 2, refused: 1, percent: 50 });
  });

  it("gives the file's text with the mistake in its place", () => {
    expect(found.map(({ text }) => text)[2]).toBe(source.replace("due = now > then", "due = now >= then"));
  });

  it("without files it says nothing", () => {
    expect(mutantsOfReport({}, "impl")).toEqual([]);
  });
});
