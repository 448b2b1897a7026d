// The pieces that every printed text is made of: updates made at once, the first alternative that holds, names and numbers.
// No program is needed: what each means is said here by small examples.
import { describe, expect, it } from "vitest";
import { printPromela } from "../../../../impl/generate/promela.ts";
import { glossaryOf, identifier } from "../../../../impl/generate/promela/glossary.ts";
import { printCondition, printTerm, type Scope } from "../../../../impl/generate/promela/terms.ts";
import { atOnce, firstOf, sequence } from "../../../../impl/generate/promela/text.ts";
import { LawMistake } from "../../../../models/language/evaluate.ts";
import {
  and,
  equals,
  field,
  flag,
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
} from "../../../../models/language/expression.ts";
import { choice, instant, type Field } from "../../../../models/language/fields.ts";
import { timePasses } from "../../../../models/language/slice.ts";
import { defaultPolicy } from "../../../../models/policy.ts";
import { slices } from "../../../../models/slices.ts";
import { doorOf } from "../../../../models/slices/door.ts";
import { law, small } from "./spinning.ts";

const slice = doorOf(["1"], ["1"]);
const fields: Readonly<Record<string, Field>> = {
  until: instant,
  from: instant,
  message: choice("none", "sent"),
};
const scope: Scope = {
  glossary: glossaryOf(slice, small(slice), [["message1", ["none", "sent"]]]),
  fieldOf: (name) => fields[name] ?? instant,
  givenOf: () => instant,
  printField: (name) => `it.${name}`,
  printGiven: (name) => `given_${name}`,
  printState: () => "it.state",
  machineOf: () => {
    throw new Error("no machine is asked for here");
  },
  now: "0",
};

describe("statements", () => {
  it("write last what is still to be read", () => {
    const updates = [
      { target: "a", text: "1" },
      { target: "b", text: "a + 1" },
    ];
    expect(atOnce(updates, () => "aside")).toEqual([["b = a + 1"], ["a = 1"]]);
  });

  it("go round a circle by way of a scratch variable", () => {
    const updates = [
      { target: "a", text: "b" },
      { target: "b", text: "a" },
    ];
    expect(atOnce(updates, (target) => `aside_${target}`)).toEqual([
      ["aside_a = b"],
      ["b = a"],
      ["a = aside_a"],
    ]);
  });

  it("are separated, and there is always one", () => {
    expect(sequence([["a = 1"], [], ["if", "fi"], ["b = 2"]])).toEqual(["a = 1;", "if", "fi;", "b = 2"]);
    expect(sequence([])).toEqual(["skip"]);
  });

  it("are chosen by the first guard that holds; what is decided is not asked", () => {
    const one = { guard: "a", body: ["x = 1"] };
    expect(
      firstOf([{ guard: "false", body: ["y"] }, one, { guard: "true", body: ["z = 1"] }], ["skip"]),
    ).toEqual(["if", ":: a ->", "     x = 1", ":: else ->", "     z = 1", "fi"]);
    expect(firstOf([{ guard: "true", body: ["z = 1"] }], ["skip"])).toEqual(["z = 1"]);
  });
});

describe("terms and conditions", () => {
  it("count from now", () => {
    expect(printTerm(now, scope)).toBe("0");
    expect(printTerm(sum(now, policy("clockSkew")), scope)).toBe("policy_clockSkew");
    expect(printTerm(sum(field("until"), policy("clockSkew")), scope)).toBe(
      "LATER(it.until, policy_clockSkew)",
    );
    expect(printTerm(min(field("until"), field("from")), scope)).toBe("EARLIEST(it.until, it.from)");
    expect(printTerm(startOfDay(sum(now, literal(86_400_000))), scope)).toBe("START_OF_DAY(1)");
    expect(printTerm(never, scope, instant)).toBe("NEVER");
  });

  it("never reach what never comes", () => {
    expect(printCondition(reached(field("until")), scope)).toBe("0 >= it.until");
    expect(printCondition(reached(field("until"), field("from")), scope)).toBe(
      "it.until != NEVER && it.from >= it.until",
    );
    expect(printCondition(not(present(field("until"))), scope)).toBe("!(it.until != NEVER)");
  });

  it("are decided by their literals where these are enough", () => {
    expect(printCondition(equals(literal("a"), literal("a")), scope)).toBe("true");
    expect(printCondition(and(flag(literal(false)), reached(field("until"))), scope)).toBe("false");
    expect(printCondition(or(flag(literal(false)), reached(field("until"))), scope)).toBe("0 >= it.until");
    expect(printCondition(not(and()), scope)).toBe("false");
    expect(printCondition(equals(field("message"), literal("neither")), scope)).toBe("false");
  });

  it("know words by the first field that has them, and the sets of the policy", () => {
    expect(printCondition(equals(field("message"), literal("sent")), scope)).toBe(
      "it.message == message_sent",
    );
    expect(printCondition(oneOf(literal("serious"), "collectionLevels"), scope)).toBe(
      "in_collectionLevels(crisisLevel_serious)",
    );
    expect(scope.glossary.defines()).toEqual(expect.arrayContaining(["#define message_sent 1"]));
  });
});

describe("names and numbers", () => {
  it("are no words of Promela or C", () => {
    expect([identifier("case"), identifier("pass1"), identifier("two-officers")]).toEqual([
      "the_case",
      "pass1",
      "two_officers",
    ]);
  });

  it("must be whole ticks: a policy that was not made small is refused", () => {
    expect(() => printPromela(slice, law, defaultPolicy)).toThrow(LawMistake);
  });

  it.each(slices.map((each) => [each.id, each] as const))("every slice is printed: %s", (_id, each) => {
    const text = printPromela(each, law, small(each));
    for (const { id } of each.moves) expect(text).toContain(`/* ${id}. `);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });

  it.each(slices.map((each) => [each.id, each] as const))(
    "the head says how to read what is counted, and the moves are numbered so: %s",
    (_id, each) => {
      const text = printPromela(each, law, small(each));
      const head = text.slice(0, text.indexOf("*/"));
      expect(head).toContain("`observed move N` counts the slice's move N, from 0 in the order of its moves");
      expect(head).toContain("the last is the passing of time");
      expect(head).toContain(
        "the number that pan itself prints is one more, because it counts the initial step",
      );
      const numbered = text
        .slice(text.indexOf("active proctype"))
        .split(/^ +AFTER\((?=\d)/m)
        .map((part, place, parts) => [/\/\* (.*?)\. /.exec(part)?.[1], parts[place + 1]?.split(")")[0]]);
      expect(numbered.slice(0, -1)).toEqual(
        [...each.moves.map(({ id }) => id), timePasses].map((id, place) => [id, String(place)]),
      );
    },
  );
});
