// The promises about one kind of observation, compiled to one function over a frame of numbers, so that hundreds of millions can be judged.
// It means what models/language/predicate.ts means, which a test compares; words are their places, and never is later than every instant.
// It judges what it is shown and knows no law of its own.
import { compileFunction } from "node:vm";
import { later, never, startOfDayIfAny } from "../../impl/lifecycle/core.ts";
import { LawMistake } from "../../models/language/evaluate.ts";
import type { Condition, Term, Value } from "../../models/language/expression.ts";
import type { Field, Fields } from "../../models/language/fields.ts";
import { observed, type ObservedKind } from "../../models/observations.ts";
import type { Policy } from "../../models/policy.ts";
import { properties, type PropertyId } from "../../models/properties.ts";

/** Judges a frame: adds 1 to what was checked, by promise, and answers the promises broken, one bit for each by its place. */
export type Judge = (frame: Float64Array, checked: Float64Array) => number;

export interface Judges {
  /** The fields of the frame, in their order: `at` and what the observation has. */
  readonly fields: readonly string[];
  readonly promises: readonly PropertyId[];
  readonly judge: Judge;
  /** What a frame says, in the words of the law, for those who tell of a breach. */
  readonly said: (frame: Float64Array) => Readonly<Record<string, Value>>;
}

const wordsOf = (field: Field | undefined): readonly string[] =>
  field?.kind === "choice" ? field.words : [];

const numberOf = (value: Value, wanted: Field | undefined): number => {
  if (value === null) return never;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "number") return value;
  const place = wordsOf(wanted).indexOf(value);
  if (place < 0) throw new LawMistake(`${value} is no word of what it is compared with`);
  return place;
};

const makePrinter = (fields: Fields, names: readonly string[], policy: Policy) => {
  const fieldOf = (term: Term): Field | undefined => (term.kind === "given" ? fields[term.field] : undefined);
  const constant = (name: string): Value => {
    const value = policy.constants[name];
    if (value === undefined) throw new LawMistake(`there is no policy constant called ${name}`);
    return value;
  };
  const print = (term: Term, wanted?: Field): string => {
    switch (term.kind) {
      case "literal":
        return String(numberOf(term.value, wanted));
      case "policy":
        return String(numberOf(constant(term.name), wanted));
      case "given": {
        const place = names.indexOf(term.field);
        if (place < 0) throw new LawMistake(`there is no event field called ${term.field}`);
        return `frame[${String(place)}]`;
      }
      case "sum":
        return term.of.map((part) => print(part)).reduce((sum, part) => `plus(${sum}, ${part})`);
      case "min":
        return `Math.min(${term.of.map((part) => print(part)).join(", ")})`;
      case "startOfDay":
        return `dayOf(${print(term.instant)})`;
      default:
        throw new LawMistake(`a promise sees what is given and the policy, and no ${term.kind}`);
    }
  };
  const holds = (condition: Condition): string => {
    switch (condition.kind) {
      case "reached": {
        const due = print(condition.instant);
        return `(${due} !== never && ${print(condition.by)} >= ${due})`;
      }
      case "present":
        return `${print(condition.field)} !== never`;
      case "below":
        return `${print(condition.left)} < ${print(condition.right)}`;
      case "equals": {
        const form = fieldOf(condition.left) ?? fieldOf(condition.right);
        return `${print(condition.left, form)} === ${print(condition.right, form)}`;
      }
      case "oneOf": {
        const form = fieldOf(condition.value);
        const value = print(condition.value, form);
        const members = policy.sets[condition.set] ?? [];
        return (
          members.map((member) => `${value} === ${String(numberOf(member, form))}`).join(" || ") || "false"
        );
      }
      case "flag":
        return `${print(condition.value)} === 1`;
      case "and":
        return condition.of.map((part) => `(${holds(part)})`).join(" && ") || "true";
      case "or":
        return condition.of.map((part) => `(${holds(part)})`).join(" || ") || "false";
      case "not":
        return `!(${holds(condition.of)})`;
      case "inState":
        throw new LawMistake("a promise sees what is given and the policy, and no instances");
    }
  };
  return holds;
};

const isJudge = (made: unknown): made is Judge => typeof made === "function" && made.length === 2;

const valueOf = (number: number, field: Field): Value => {
  if (number === never && "maybe" in field) return null;
  if (field.kind === "choice") return field.words[number] ?? "";
  return field.kind === "flag" ? number === 1 : number;
};

/** Compiles every promise that has something to say about this kind. */
export const judgesOf = (kind: ObservedKind, policy: Policy): Judges => {
  const fields: Fields = observed[kind];
  const names = Object.keys(fields);
  const holds = makePrinter(fields, names, policy);
  const asked = properties.flatMap(({ id, judges }) => {
    const judge = judges[kind];
    return judge === undefined ? [] : [{ id, judge }];
  });
  const body = asked.map(({ judge: { when, then } }, place) => {
    const judged = `checked[${String(place)}] += 1;\nif (!(${holds(then)})) broken |= ${String(1 << place)};`;
    return when === undefined ? judged : `if (${holds(when)}) {\n${judged}\n}`;
  });
  const factory = compileFunction(
    `return (frame, checked) => {\nlet broken = 0;\n${body.join("\n")}\nreturn broken;\n};`,
    ["never", "plus", "dayOf"],
  );
  const plus = (one: number, other: number): number => (other === never ? never : later(one, other));
  const judge: unknown = Reflect.apply(factory, undefined, [never, plus, startOfDayIfAny]);
  if (!isJudge(judge)) throw new LawMistake("what was compiled is no function of two");
  return {
    fields: names,
    promises: asked.map(({ id }) => id),
    judge,
    said: (frame) =>
      Object.fromEntries(
        Object.entries(fields).map(([name, field], place) => [name, valueOf(frame[place] ?? 0, field)]),
      ),
  };
};
