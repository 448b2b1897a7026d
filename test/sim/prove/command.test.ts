// `entrylog prove` on one slice as people and scripts type it: by states and zones, and by states and SPIN where that is installed.
// The proof is printed as JSON in the shape on which scripts rely, and with the numbers of the committed table.
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { proveCommand } from "../../../sim/prove/command.ts";
import { withTool } from "../../with-tool.ts";
import { counted, names, readProof, writtenIn } from "./proofbyhand.ts";
import { makeScratch } from "../scratch.ts";
import { runCommand } from "./running.ts";

const scratch = makeScratch();
const prove = (...given: readonly string[]) => runCommand(proveCommand, ...given);
const slow = { timeout: 600_000 } as const;

describe("prove on one slice, by states and zones", () => {
  it("ends with 0 and prints the proof as JSON, with the numbers of the table", slow, async () => {
    const folder = scratch.path("held");
    const { code, text } = await prove("--slice", "case", "--states", "--zones", "--json", "--out", folder);
    expect(code).toBe(0);
    expect(writtenIn(folder)).toBe(`${text}\n`);
    expect(readdirSync(folder)).toEqual(["proof.json"]);
    const { complete, ways, agree, slices, promises } = readProof(text);
    expect({ complete, ways, agree }).toEqual({ complete: true, ways: ["states", "zones"], agree: true });
    const [slice] = slices;
    expect(slices).toHaveLength(1);
    expect(slice).toMatchObject({ ...counted("case"), cut: 0 });
    expect(slice?.perSecond).toBeGreaterThan(0);
    expect(slice?.bytes).toBeGreaterThan(0);
    expect(Object.keys(slice ?? {}).filter((key) => /^spin|formulas/.test(key))).toEqual([]);

    expect(promises.map(({ id }) => id)).toEqual(names);
    expect(promises.filter(({ mutantCaught }) => !mutantCaught)).toEqual([]);
    for (const { verdict, witnessed } of promises) expect(verdict).toBe(witnessed ? "held" : "not shown");
    const gradeOf = (name: string) => promises.find(({ id }) => id === name)?.grade;
    expect(gradeOf("two-officers")).toBe("for all constants");
    expect(gradeOf("trace-possible")).toBe("for the real constants");
    expect(gradeOf("stored-once")).toBe("searched with small constants");
  });
});

withTool("spin", "prove on one slice, by states and SPIN", () => {
  it("finds the same twice and says so", slow, async () => {
    const given = ["--slice", "retention", "--states", "--spin", "--json", "--out", scratch.path("spin")];
    const { code, text } = await prove(...given);
    expect(code).toBe(0);
    const { agree, ways, slices } = readProof(text);
    expect({ agree, ways }).toEqual({ agree: true, ways: ["states", "spin"] });
    const [slice] = slices;
    const { states, transitions, hash } = counted("retention");
    expect(slice).toMatchObject({ states, transitions, hash, cut: 0 });
    expect(slice).toMatchObject({ spinStates: states, spinTransitions: transitions, spinHash: hash });
    expect(slice?.spinPerSecond).toBeGreaterThan(0);
    expect(slice?.formulas?.length).toBeGreaterThan(2);
    expect(slice?.formulas?.filter(({ holds }) => !holds)).toEqual([]);
    expect(slice?.zones).toBeUndefined();
  });
});
