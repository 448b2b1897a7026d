// How a run of SPIN ends that has no result: programs missing, text refused, stack too short, a search cut off, an observer that disagrees.
// None of them may look like a verdict. What SPIN writes is given as text where no program is needed to see it.
import { describe, expect, it } from "vitest";
import { printPromela } from "../../../../impl/generate/promela.ts";
import { doorOf } from "../../../../models/slices/door.ts";
import { progressIn, readSearch } from "../../../../sim/prove/spin/panoutput.ts";
import { SpinFailed, SpinMissing } from "../../../../sim/prove/spin/problem.ts";
import { runProgram } from "../../../../sim/prove/spin/program.ts";
import { searchText } from "../../../../sim/prove/spin/spin.ts";
import { withTool } from "../../../with-tool.ts";
import { law, quick, small, spun } from "./spinning.ts";

const whole = [
  "State-vector 28 byte, depth reached 49, errors: 0",
  "      248 states, stored",
  "     3609 states, matched",
  "     3857 transitions (= stored+matched)",
  "    0.226\tactual memory usage for states",
  "  128.000\tmemory used for hash table (-w24)",
  "observed move 0 3000",
  "observed move 1 856",
  "observed promise stored-once 36 1",
  "observed hash 532dbefaef8b17a2",
];
const reasonOf = (lines: readonly string[]) => {
  const result = readSearch(lines, true);
  return result instanceof SpinFailed ? result.reason : "none";
};

describe("what SPIN writes", () => {
  it("is read", () => {
    expect(readSearch(whole, true)).toEqual({
      states: 248,
      transitions: 3_856,
      perMove: [3_000, 856],
      hash: "532dbefaef8b17a2",
      promises: new Map([["stored-once", { met: 36, broken: 1 }]]),
      bytes: Math.round(128.226 * 2 ** 20),
    });
  });

  it("is no result where something was cut off, failed or counted otherwise", () => {
    expect(reasonOf(["error: max search depth too small", ...whole])).toBe("depth-reached");
    expect(reasonOf(["pan: reached -DMEMLIM bound: out of memory", ...whole])).toBe("memory-reached");
    expect(reasonOf(["Warning: Search not completed", ...whole])).toBe("search-unfinished");
    expect(reasonOf([])).toBe("search-unfinished");
    expect(
      reasonOf([whole.join("\n").replace("errors: 0", "errors: 1")].flatMap((text) => text.split("\n"))),
    ).toBe("spin-error");
    expect(reasonOf(whole.filter((line) => !line.startsWith("observed move 1")))).toBe("observer-disagrees");
  });

  it("says how far it is", () => {
    const line = "Depth=    6895 States=    1e+06 Transitions= 2.1e+07 Memory=   228.1\tt=  5.2 R=  2e+05";
    expect(progressIn(line)).toEqual({ states: 1_000_000, transitions: 21_000_000 });
    expect(progressIn("observed move 0 3000")).toBeUndefined();
  });
});

it("a program that is not installed is named, with what to install", async () => {
  const result = await spun((workFolder) => runProgram("no-such-spin", [], workFolder));
  expect(result).toBeInstanceOf(SpinMissing);
  expect(result).toMatchObject({ program: "no-such-spin" });
  expect(JSON.stringify(result)).toContain("apt-get install spin");
});

withTool("spin", "a search without a result", () => {
  const slice = doorOf(["1"], ["1"]);
  const text = printPromela(slice, law, small(slice));

  it("because SPIN refuses the text, and says where", async () => {
    const result = await spun((workFolder) => searchText({ text: `${text}\nneither here`, workFolder }));
    expect(result).toMatchObject({ reason: "spin-refused" });
    expect(JSON.stringify(result)).toContain("slice.pml:");
  });

  it("because its stack is too short", async () => {
    const result = await spun((workFolder) => searchText({ text, workFolder, ...quick, depthMost: 20 }));
    expect(result).toMatchObject({ reason: "depth-reached" });
  });

  it("because it may not use enough memory", async () => {
    const result = await spun((workFolder) =>
      searchText({ text, workFolder, ...quick, memoryMostMegabytes: 2 }),
    );
    expect(result).toMatchObject({ reason: "memory-reached" });
  });
});
