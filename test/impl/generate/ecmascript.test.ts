// Expressions printed as ECMAScript mean what evaluate.ts makes of them, whatever is built from the closed language:
// drawn terms and conditions of every kind, deeper than the law's own, in drawn surroundings, evaluated by Node's engine.
// A printer that left out one of its questions for null would be told.
import fc from "fast-check";
import { createContext, runInContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { printCondition, printTerm, type Spelling } from "../../../impl/generate/ecmascript.ts";
import { lookUp } from "../../../impl/generate/terms.ts";
import { evaluate, holds, type Surroundings } from "../../../models/language/evaluate.ts";
import * as law from "../../../models/language/expression.ts";
import { choice, count, id, instant, yesOrNo, type Fields } from "../../../models/language/fields.ts";
import { vocabularies } from "../../../models/policy.ts";
import { seed } from "../../equal/seed.ts";
import { surroundings } from "./surroundings.ts";

const fields: Fields = {
  startedAt: instant,
  endsAt: instant,
  tries: count(5),
  level: choice(...vocabularies.crisisLevel),
  open: yesOrNo,
  owner: id,
};
const givenFields: Fields = { seenAt: instant, asker: id, level: choice(...vocabularies.crisisLevel) };

const spelling: Spelling = {
  fieldOf: lookUp(fields, "the machine"),
  givenOf: lookUp(givenFields, "the event"),
  spellField: (name) => `fields.${name}`,
  spellGiven: (name) => `given.${name}`,
  spellPolicy: (name) => `policy.${name}`,
  now: "now",
};

const few = { minLength: 1, maxLength: 3 };
const { instants, conditions } = fc.letrec<{
  instants: law.Term;
  counts: law.Term;
  conditions: law.Condition;
}>((tie) => ({
  instants: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(law.now, law.never, law.field("startedAt"), law.field("endsAt"), law.given("seenAt")),
    fc
      .array(
        fc.oneof(tie("instants"), fc.constantFrom(law.policy("retention"), law.policy("clockSkew"))),
        few,
      )
      .map((of) => law.sum(...of)),
    fc.array(tie("instants"), few).map((of) => law.min(...of)),
    tie("instants").map(law.startOfDay),
  ),
  counts: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom(law.literal(0), law.literal(1), law.field("tries"), law.policy("codeTries")),
    fc.array(tie("counts"), few).map((of) => law.sum(...of)),
  ),
  conditions: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.tuple(tie("instants"), tie("instants")).map(([due, by]) => law.reached(due, by)),
    tie("instants").map((due) => law.reached(due)),
    tie("instants").map(law.present),
    fc.constantFrom(law.present(law.field("owner")), law.present(law.field("tries"))),
    fc.tuple(tie("counts"), tie("counts")).map(([left, right]) => law.below(left, right)),
    fc.tuple(tie("instants"), tie("instants")).map(([left, right]) => law.below(left, right)),
    fc.constantFrom(
      law.equals(law.given("asker"), law.field("owner")),
      law.equals(law.field("level"), law.literal("alert")),
      law.equals(law.policy("consentAsked"), law.literal("once")),
      law.oneOf(law.given("level"), "collectionLevels"),
      law.flag(law.field("open")),
    ),
    fc.array(tie("conditions"), few).map((of) => law.and(...of)),
    fc.array(tie("conditions"), few).map((of) => law.or(...of)),
    tie("conditions").map(law.not),
  ),
}));

const evaluated = (text: string, { policy, now, fields: context, given }: Surroundings): unknown => {
  const around = { fields: context, given, now, policy: { ...policy.constants, ...policy.sets } };
  return runInContext(text, createContext(around));
};

describe("what is printed means the same", () => {
  const around = surroundings(fields, givenFields);

  it("for terms", () => {
    const alike = fc.property(instants, around, (term, at) => {
      expect(evaluated(printTerm(term, spelling), at)).toBe(evaluate(term, at));
    });
    fc.assert(alike, { seed, numRuns: 1_500 });
  });

  it("for conditions", () => {
    const alike = fc.property(conditions, around, (condition, at) => {
      expect(evaluated(printCondition(condition, spelling), at)).toBe(holds(condition, at));
    });
    fc.assert(alike, { seed, numRuns: 1_500 });
  });

  it("for words with marks in them", () => {
    const alike = fc.property(fc.string({ unit: "binary" }), around, (word, at) => {
      expect(evaluated(printTerm(law.literal(word), spelling), at)).toBe(word);
    });
    fc.assert(alike, { seed, numRuns: 300 });
  });

  it("and would not, without a question for null", () => {
    const printed = printTerm(law.sum(law.field("endsAt"), law.policy("retention")), spelling);
    const careless = printed.replace("fields.endsAt === null ? null : ", "");
    expect(careless).not.toBe(printed);
    const alike = fc.property(around, (at) => evaluated(careless, at) === evaluated(printed, at));
    expect(() => fc.assert(alike, { seed, numRuns: 200 })).toThrow(/Property failed/);
  });

  it("and refuses to ask for the state of another machine", () => {
    expect(() => printCondition(law.inState("consent", "given"), spelling)).toThrow(/state of another/);
  });
});
