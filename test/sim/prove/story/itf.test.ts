// The file of a story is a trace that other programs can read: it is held against the Informal Trace Format as its authors wrote it down.
// The check itself is shown to refuse what is none.
import { describe, expect, it } from "vitest";
import { readTrace } from "./itfbyhand.ts";
import { text } from "./shortest.ts";

describe("the file of a story", () => {
  it("is a trace in the Informal Trace Format, each state with its number and every variable", () => {
    const { meta, vars, states } = readTrace(text);
    expect(meta["format"]).toBe("ITF");
    expect(meta["format-description"]).toMatch(/015adr-trace/);
    expect(states).toHaveLength(4);
    expect(vars).toContain("case_approvedBy");
    expect(states.map((state) => state["case"])).toEqual(["absent", "absent", "requested", "approved"]);
  });

  it("says instants as distances from now, so that no number is too large", () => {
    const { states } = readTrace(text);
    expect(states[0]).toMatchObject({ visit1_eraseAt: 28 * 86_400_000, case_lapseAt: "never" });
    expect(states[2]).toMatchObject({ visit1_eraseAt: 27 * 86_400_000, case_lapseAt: 72 * 3_600_000 });
  });

  const spoiled: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
    ["a value that is null", { x: null }],
    ["a fraction", { x: 0.5 }],
    ["a number too large for JSON", { x: 2 ** 53 }],
    ["a variable without a value", {}],
    ["a value without a variable", { x: 1, y: 1 }],
    ["a wrong number", { "#meta": { index: 7 }, x: 1 }],
  ];
  it.each(spoiled)("would not pass with %s", (_, state) => {
    const trace = (last: Readonly<Record<string, unknown>>) =>
      JSON.stringify({
        vars: ["x"],
        states: [
          { "#meta": { index: 0 }, x: 1 },
          { "#meta": { index: 1 }, ...last },
        ],
      });
    expect(readTrace(trace({ x: { "#bigint": "9007199254740993" } })).states).toHaveLength(2);
    expect(() => readTrace(trace(state))).toThrow();
  });
});
