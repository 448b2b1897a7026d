// What the generated law lists of transitions and refusals is what the models say: whence, whither, by what, told, refused, on which clauses.
// A list with one entry changed is noticed.
import { describe, expect, it } from "vitest";
import { machineCores, refusalClauses, refusalCodes, toldNames } from "../../impl/generated/law.ts";
import { listedDifference, type Lists } from "./listed.ts";

const lists: Lists = { machineCores, refusalCodes, toldNames, refusalClauses };

describe("the lists of the generated law", () => {
  it("are those of the models", () => {
    expect(listedDifference(lists)).toBeUndefined();
  });

  it("are compared entry by entry", () => {
    const cores = machineCores.map((core) =>
      core.id === "pass"
        ? {
            ...core,
            transitions: core.transitions.map((info, place) => (place === 3 ? { ...info, target: 0 } : info)),
          }
        : core,
    );
    expect(listedDifference({ ...lists, machineCores: cores })).toContain(
      "pass:issued--pass.presented#1-->issued: target",
    );
    expect(
      listedDifference({ ...lists, refusalClauses: { ...refusalClauses, "case-over": ["C1"] } }),
    ).toContain("case-over");
  });
});
