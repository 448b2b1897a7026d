// A condition made into a function answers what the interpreter answers, on conditions and values drawn at random, nulls and gaps
// included; and where the interpreter finds a mistake in the models, so does the function. What it must refuse it refuses when made.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holds, LawMistake } from "../../models/language/evaluate.ts";
import {
  and,
  below,
  equals,
  field,
  flag,
  given,
  inState,
  literal,
  min,
  never,
  not,
  now,
  oneOf,
  or,
  policy,
  present,
  reached,
  startOfDay,
  sum,
  type Condition,
  type Term,
  type Value,
} from "../../models/language/expression.ts";
import { predicateOf, type Given } from "../../models/language/predicate.ts";
import { defaultPolicy } from "../../models/policy.ts";

/** Near the start of a Seoul day, so that a millisecond matters, and far before 1970. */
const midnight = Date.parse("2020-07-01T00:00:00.000+09:00");
const numbers = fc.oneof(
  fc.constantFrom(-1, 0, 1, 2, 86_400_000),
  fc.integer({ min: -2, max: 2 }).map((around) => midnight + around),
  fc.integer({ min: -100_000_000_000, max: 100_000_000_000 }),
);
const value: fc.Arbitrary<Value> = fc.oneof(
  { weight: 6, arbitrary: numbers },
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constantFrom("investigation", "none", "first") },
  { weight: 1, arbitrary: fc.boolean() },
);
const names = ["one", "two", "three"] as const;
const givens: fc.Arbitrary<Given> = fc.record(
  { one: value, two: value, three: value },
  { requiredKeys: ["one", "two"] },
);

const { term, condition } = fc.letrec<{ readonly term: Term; readonly condition: Condition }>((tie) => ({
  term: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom(...names).map(given),
    value.map(literal),
    fc.constantFrom("retention", "passLifetime", "caseVenues", "consentAsked", "unheard").map(policy),
    fc.array(tie("term"), { minLength: 1, maxLength: 3 }).map((of) => sum(...of)),
    fc.array(tie("term"), { minLength: 1, maxLength: 3 }).map((of) => min(...of)),
    tie("term").map(startOfDay),
  ),
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.tuple(tie("term"), tie("term")).map(([instant, by]) => reached(instant, by)),
    tie("term").map(present),
    fc.tuple(tie("term"), tie("term")).map(([left, right]) => below(left, right)),
    fc.tuple(tie("term"), tie("term")).map(([left, right]) => equals(left, right)),
    fc.tuple(tie("term"), fc.constantFrom("caseGrounds", "unheard")).map(([of, set]) => oneOf(of, set)),
    tie("term").map(flag),
    fc.array(tie("condition"), { maxLength: 3 }).map((of) => and(...of)),
    fc.array(tie("condition"), { maxLength: 3 }).map((of) => or(...of)),
    tie("condition").map(not),
  ),
}));

/** Its answer, or that there is a mistake in the condition. */
const answer = (ask: () => boolean): boolean | "mistake" => {
  try {
    return ask();
  } catch (cause) {
    if (cause instanceof LawMistake) return "mistake";
    throw cause;
  }
};

const plainly = (of: Condition, facts: Given) =>
  answer(() => holds(of, { policy: defaultPolicy, now: 0, fields: {}, given: facts }));
const asFunction = (of: Condition, facts: Given) => answer(() => predicateOf(of)(facts, defaultPolicy));

describe("a condition made into a function", () => {
  it("answers what the interpreter answers", () => {
    const answers = { true: 0, false: 0, mistake: 0 };
    fc.assert(
      fc.property(condition, givens, (of, facts) => {
        const expected = plainly(of, facts);
        answers[`${expected}`] += 1;
        expect(asFunction(of, facts)).toBe(expected);
      }),
      { seed: 1, numRuns: 20_000 },
    );
    // Each of them often enough that agreeing says something.
    expect(Math.min(answers.true, answers.false, answers.mistake)).toBeGreaterThan(2_000);
  });

  it("answers so for every single term too", () => {
    fc.assert(
      fc.property(term, term, givens, (one, other, facts) => {
        const of = reached(one, other);
        expect(asFunction(of, facts)).toBe(plainly(of, facts));
      }),
      { seed: 2, numRuns: 5_000 },
    );
  });

  it.each<readonly [string, boolean, Condition, Given]>([
    ["never is not reached", false, reached(given("end"), literal(1)), { end: null }],
    ["by never everything is reached", true, reached(literal(1), given("end")), { end: null }],
    ["an instant is reached at itself", true, reached(given("end"), literal(1)), { end: 1 }],
    ["and not a millisecond before", false, reached(given("end"), literal(0)), { end: 1 }],
    ["never is not present", false, present(given("end")), { end: null }],
    ["zero is present", true, present(given("end")), { end: 0 }],
    ["a sum with never is never", false, present(sum(given("end"), literal(1))), { end: null }],
    ["the least of never and one is one", true, equals(min(never, given("end")), literal(1)), { end: 1 }],
    ["nothing is below never, but what comes is", true, below(given("end"), never), { end: 1 }],
    ["never is not below never", false, below(given("end"), never), { end: null }],
    ["all of nothing holds", true, and(), {}],
    ["one of nothing does not", false, or(), {}],
  ])("%s", (_said, expected, of, facts) => {
    expect(asFunction(of, facts)).toBe(expected);
  });

  it("follows the policy it is asked under, not the one it was made under", () => {
    const long = predicateOf(below(literal(20), policy("caseVenues")));
    expect(long({}, defaultPolicy)).toBe(false);
    expect(long({}, { ...defaultPolicy, constants: { caseVenues: 21 } })).toBe(true);
  });

  it.each<readonly [string, Condition]>([
    ["the present instant", reached(given("end"))],
    ["a field of a machine", present(field("endsAt"))],
    ["an instance", inState("consent", "given")],
    ["the present instant, deep inside", not(or(and(reached(sum(startOfDay(now)), literal(1)))))],
  ])("is refused when it is made if it asks for %s", (_what, of) => {
    expect(() => predicateOf(of)).toThrow(LawMistake);
  });
});
