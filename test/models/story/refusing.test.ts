// Why something was refused: by a rule's own condition, by a machine's state, or by nothing that answers it at all.
// The sentences are those of the law, in both languages, with its numbers and clauses.
import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../../../models/policy.ts";
import { tellRefusal } from "../../../models/story/refusing.ts";
import type { StoryStep } from "../../../models/story/story.ts";
import { movesOf, request, visit } from "./visiting.ts";

const refused = (steps: readonly StoryStep[], language: "en" | "ko" = "en") => {
  const last = movesOf(steps).at(-1);
  return last === undefined ? undefined : tellRefusal(last, language, defaultPolicy);
};
const alone = [...visit, ...request.slice(0, 2), { waitMs: 0, move: "approve by first" }];

describe("the reason of a refusal", () => {
  it("is the rule's condition with the states that it asks for", () => {
    const withdrawn = [{ waitMs: 0, move: "withdraw 1" }, ...visit.slice(0, 1)];
    expect(refused(withdrawn)).toMatchObject({
      code: "consent-required",
      says: "There is no consent in force.",
      condition: "the consent is not “consent given”",
      clauses: ["S4", "F1"],
    });
  });

  it("is the machine's condition with its numbers, in both languages", () => {
    expect(refused(alone)).toMatchObject({ code: "case-same-officer", clauses: ["C4"] });
    expect(refused(alone)?.condition).toContain("2 (officers required)");
    expect(refused(alone, "ko")?.condition).toContain("2(필요한 역학조사관 수)");
  });

  it("has no condition where a state refuses whatever comes", () => {
    const late = [...visit.slice(0, 1), { waitMs: 20_000, move: "scan pass1 at 1" }, ...visit.slice(2)];
    expect(refused(late)).toMatchObject({
      code: "pass-expired",
      says: "The pass is too old.",
      condition: undefined,
    });
  });

  it("has no clause where nothing answers", () => {
    const nothing = [{ waitMs: 0, move: "close the case" }];
    expect(refused(nothing)).toMatchObject({ code: "not-allowed", says: undefined, clauses: [] });
  });

  it("is nothing where nothing was refused", () => {
    expect(refused(visit)).toBeUndefined();
  });
});
