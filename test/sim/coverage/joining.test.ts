// Parts of coverage joined into one: what tests and simulations met is counted apart, and the gate fails for whatever no test has met.
// The gate is seen to fail: for every suite whose part is taken away, for one transition, for one clause, and for parts of another law.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Console, Effect, Exit, Result } from "effect";
import { describe, expect, it } from "vitest";
import { modelHash } from "../../../impl/generated/stamp.ts";
import { tellCoverage } from "../../../sim/coverage/command.ts";
import { makeCounting } from "../../../sim/coverage/counting.ts";
import { coverageText } from "../../../sim/coverage/coveragetext.ts";
import { isMissing, joinCoverage } from "../../../sim/coverage/joining.ts";
import { allClauses, allPairs, allTransitions } from "../../../sim/coverage/lawparts.ts";
import { partFolder, wholeFile } from "../../../sim/coverage/partfiles.ts";
import { clausesWithoutTest } from "../../../sim/coverage/withouttest.ts";
import { encodePart, type CoveragePart } from "../../../sim/results/coverage.ts";
import { freshFolder } from "../../impl/store/freshfolder.ts";

const part = (
  source: string,
  transitions: readonly string[],
  clauses: readonly string[] = [],
  kind: CoveragePart["kind"] = "test",
): CoveragePart => {
  const counting = makeCounting();
  for (const id of transitions) counting.took(id, "");
  for (const id of clauses) counting.clause(id);
  return { schemaVersion: 1, modelHash, source, kind, counts: counting.counted() };
};

const ids = allTransitions.map(({ id }) => id);
const withTest = allClauses.filter((id) => clausesWithoutTest[id] === undefined);
const half = Math.floor(ids.length / 2);
const first = part("test/first", ids.slice(0, half));
const second = part("test/second", ids.slice(half));
const examples = part("test/examples", [], withTest);
const all = [first, second, examples];
const join3 = (parts: readonly CoveragePart[]) => joinCoverage(modelHash, parts);

describe("the gate", () => {
  it("is content when every transition and every clause has a test", () => {
    const coverage = join3(all);
    expect(coverage.missing).toEqual({ transitions: [], clauses: [] });
    expect(coverage.shares.transitions).toEqual({ all: ids.length, byTests: ids.length, bySimulation: 0 });
    expect(coverageText(coverage).at(-1)).toContain("Every transition has a test");
  });

  it.for([
    ["the first half", first, ids.slice(0, half), []],
    ["the second half", second, ids.slice(half), []],
    ["the examples", examples, [], withTest],
  ] as const)("fails without the part of %s", ([_, without, transitions, clauses]) => {
    const coverage = join3(all.filter((one) => one !== without));
    expect(coverage.missing).toEqual({ transitions, clauses });
    expect(isMissing(coverage)).toBe(true);
  });

  it("fails for a single transition, and for a single clause", () => {
    const [lacking = "", ...others] = ids;
    const [untold = "", ...told] = withTest;
    expect(join3([part("test/one", others), examples]).missing.transitions).toEqual([lacking]);
    expect(join3([first, second, part("test/one", [], told)]).missing.clauses).toEqual([untold]);
  });

  it("is not content with what a simulation met, though it is counted", () => {
    const simulated = part("simulation", ids, withTest, "simulation");
    const coverage = join3([simulated, second, examples]);
    expect(coverage.missing.transitions).toEqual(ids.slice(0, half));
    expect(coverage.shares.transitions.bySimulation).toBe(ids.length);
  });

  it("asks that a clause which has a test by now leaves the list of those that have none", () => {
    const [listed = ""] = Object.keys(clausesWithoutTest);
    expect(join3([...all, part("test/new", [], [listed])]).missing.clauses).toEqual([listed]);
    expect(coverageText(join3([...all, part("test/new", [], [listed])])).join("\n")).toContain(
      "may leave the list",
    );
  });
});

describe("what is counted", () => {
  it("adds up by source, and states follow from transitions", () => {
    const [one] = allTransitions;
    const coverage = join3([
      part("test/a", [one?.id ?? ""]),
      part("test/a", [one?.id ?? ""]),
      part("test/b", ids),
    ]);
    expect(coverage.transitions[0]).toEqual({ id: one?.id, by: { "test/a": 2, "test/b": 1 } });
    expect(coverage.sources).toEqual([
      { id: "test/a", kind: "test", parts: 2 },
      { id: "test/b", kind: "test", parts: 1 },
    ]);
    expect(coverage.states.find(({ id }) => id === one?.target)?.by["test/a"]).toBeGreaterThanOrEqual(2);
    expect(coverage.shares.states.byTests).toBe(coverage.shares.states.all);
  });

  it("knows a pair only where one instance took both, one right after the other", () => {
    const counting = makeCounting();
    const [pair] = allPairs;
    counting.took(pair?.first ?? "", "");
    counting.took(pair?.second ?? "", pair?.first ?? "");
    const lived = { ...part("test/pairs", []), counts: counting.counted() };
    const apart = part("test/apart", [pair?.first ?? "", pair?.second ?? ""]);
    const coverage = join3([lived, apart]);
    expect(coverage.pairs.filter(({ by }) => Object.keys(by).length > 0)).toEqual([
      { ...pair, by: { "test/pairs": 1 } },
    ]);
    expect(coverage.pairs).toHaveLength(allPairs.length);
  });

  it("lets a simulation meet the clauses of what it took, and a test only those it is an example of", () => {
    const [one] = allTransitions;
    const id = one?.id ?? "";
    const coverage = join3([part("simulation", [id], [], "simulation"), part("test/a", [id])]);
    const met = coverage.clauses.filter(({ by }) => Object.keys(by).length > 0);
    expect(met.map((clause) => clause.id).toSorted()).toEqual([...(one?.clauses ?? [])].toSorted());
    expect(met.every(({ by }) => by["test/a"] === undefined)).toBe(true);
  });
});

describe("the command", () => {
  const told = async (parts: readonly (readonly [string, CoveragePart])[]) => {
    const root = freshFolder();
    mkdirSync(join(root, partFolder), { recursive: true });
    for (const [name, one] of parts) writeFileSync(join(root, partFolder, name), encodePart(one));
    const printed: string[] = [];
    const heard: Console.Console = { ...console, log: (line: string) => void printed.push(line) };
    const running = () =>
      Effect.runPromiseExit(
        Effect.result(tellCoverage(root, false)).pipe(
          Effect.provideService(Console.Console, heard),
          Effect.provide(NodeServices.layer),
        ),
      );
    const stopped = async () => {
      const exit = await running();
      if (!Exit.isSuccess(exit) || !Result.isFailure(exit.value)) return undefined;
      const failure = exit.value.failure;
      return "reason" in failure
        ? { code: "code" in failure ? failure.code : 0, reason: failure.reason }
        : failure;
    };
    return { root, printed, stopped };
  };

  const files = [
    ["first.json", first],
    ["second.json", second],
    ["examples.json", examples],
  ] as const;

  it("writes the whole, and fails with 12 once a part is removed", async () => {
    const { root, printed, stopped } = await told(files);
    expect(await stopped()).toBeUndefined();
    expect(JSON.parse(readFileSync(join(root, wholeFile), "utf8"))).toEqual(
      JSON.parse(JSON.stringify(join3([examples, first, second]))),
    );
    rmSync(join(root, partFolder, "second.json"));
    expect(await stopped()).toEqual({ code: 12, reason: "coverage-missed" });
    expect(printed.join("\n")).toContain(`transition ${ids.at(-1) ?? ""}: no test takes it`);
  });

  it("leaves out and names parts of another law, and files that are none", async () => {
    const { root, printed, stopped } = await told([
      ...files,
      ["old.json", { ...second, modelHash: "another" }],
    ]);
    writeFileSync(join(root, partFolder, "none.json"), "{");
    expect(await stopped()).toBeUndefined();
    expect(printed.join("\n")).toContain(
      "left out, because it is of another law: .entrylog/ci/coverage/old.json",
    );
    expect(printed.join("\n")).toContain("none.json");
    rmSync(join(root, partFolder, "second.json"));
    expect(await stopped()).toEqual({ code: 12, reason: "coverage-missed" });
  });

  it("without any part says that no test has been run", async () => {
    const { stopped } = await told([]);
    expect(await stopped()).toEqual({ code: 2, reason: "coverage-unknown" });
  });
});
