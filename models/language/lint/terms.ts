/**
 * The type of a term, with everything that is wrong in it.
 * Names must be declared where the term can see them, times are added but to durations, and no number of the policy stands here.
 * It does not evaluate: a term of the right type may still have the wrong value, which the prover looks for.
 */
import { constants, vocabularies, type Constant } from "../../policy.ts";
import type { Term } from "../expression.ts";
import type { FindingCode } from "./advice.ts";
import { at, found, own, shown, type Finding } from "./finding.ts";
import { sayType, typeOfField, unclear, type Scope, type Type, type Typed } from "./types.ts";

const well = (type: Type): Typed => ({ type, findings: [] });
const ill = (code: FindingCode, place: string, reason: string): Typed => ({
  type: unclear,
  findings: [found(code, place, reason)],
});

const literalType = (value: string | number | boolean | null, place: string): Typed => {
  if (value === null) return well({ kind: "nothing" });
  if (typeof value === "string") return well({ kind: "word", word: value });
  if (typeof value === "boolean") return well({ kind: "flag" });
  if (value === 0 || value === 1) return well({ kind: "count", most: value });
  return ill("number-literal", place, `The number ${shown(value)} stands here, where only 0 and 1 may.`);
};

const policyType = (name: string, place: string): Typed => {
  const constant = own<Constant>(constants, name);
  if (constant === undefined) return ill("unknown-policy", place, `The policy has no constant "${name}".`);
  if (constant.kind !== "choice") return well({ kind: constant.kind });
  const words = constant.vocabulary === undefined ? [] : vocabularies[constant.vocabulary];
  return well({ kind: "words", words });
};

const fieldType = (name: string, instance: string | undefined, scope: Scope, place: string): Typed => {
  if (scope.where === "promise") {
    return ill("not-observed", place, `A promise asks for the field "${name}" of a machine.`);
  }
  if (instance === undefined && scope.where === "rule") {
    return ill("field-without-instance", place, `The rule does not say whose field "${name}" is.`);
  }
  if (instance !== undefined && scope.where !== "rule") {
    return ill("instance-outside-rule", place, `A machine asks about the instance "${instance}".`);
  }
  const machine = instance === undefined ? undefined : own(scope.instances, instance);
  if (instance !== undefined && machine === undefined) {
    return ill("unknown-instance", place, `The rule has no instance "${instance}".`);
  }
  const field = own(machine?.meta.fields ?? scope.fields, name);
  return field === undefined
    ? ill(
        "unknown-field",
        place,
        `There is no field "${name}"${machine === undefined ? "" : ` in ${machine.id}`}.`,
      )
    : well(typeOfField(field));
};

const givenType = (name: string, scope: Scope, place: string): Typed => {
  const field = own(scope.given, name);
  if (field !== undefined) return well(typeOfField(field));
  const giver = {
    event: "The event",
    deadline: "A deadline",
    rule: "The trigger",
    promise: "The observation",
  }[scope.where];
  return ill("unknown-event-field", place, `${giver} brings no field "${name}" along.`);
};

const joined = (
  parts: readonly Typed[],
  place: string,
  join: (types: readonly Type[]) => Type | readonly [FindingCode, string],
): Typed => {
  const findings: readonly Finding[] = parts.flatMap((part) => part.findings);
  const types = parts.map((part) => part.type);
  if (types.some((type) => type.kind === "unclear")) return { type: unclear, findings };
  const type = join(types);
  return "kind" in type ? { type, findings } : ill(type[0], place, type[1]);
};

const added = (types: readonly Type[]): Type | readonly [FindingCode, string] => {
  const instants = types.filter((type) => type.kind === "instant").length;
  const durations = types.filter((type) => type.kind === "duration").length;
  if (instants > 1) return ["instants-added", "An instant is added to an instant."];
  if (instants + durations === types.length) return { kind: instants === 1 ? "instant" : "duration" };
  if (types.every((type) => type.kind === "count")) return { kind: "count" };
  return ["sum-types", `It adds ${types.map(sayType).join(" and ")}.`];
};

const least = (types: readonly Type[]): Type | readonly [FindingCode, string] => {
  for (const kind of ["instant", "duration", "count"] as const) {
    if (types.every((type) => type.kind === kind)) return { kind };
  }
  return ["min-types", `It takes the least of ${types.map(sayType).join(" and ")}.`];
};

const dayOf = ([type]: readonly Type[]): Type | readonly [FindingCode, string] =>
  type?.kind === "instant"
    ? type
    : ["day-type", `It asks for the day of ${type === undefined ? "nothing" : sayType(type)}.`];

export function typeOfTerm(term: Term, scope: Scope, place: string): Typed {
  const within = (parts: readonly Term[]): readonly Typed[] =>
    parts.map((part, index) => typeOfTerm(part, scope, at(place, "of", index)));
  switch (term.kind) {
    case "literal":
      return literalType(term.value, place);
    case "policy":
      return policyType(term.name, place);
    case "field":
      return fieldType(term.field, term.instance, scope, place);
    case "given":
      return givenType(term.field, scope, place);
    case "now":
      return scope.where === "promise"
        ? ill("not-observed", place, "A promise asks for the present instant.")
        : well({ kind: "instant" });
    case "sum":
      return joined(within(term.of), place, added);
    case "min":
      return joined(within(term.of), place, least);
    case "startOfDay":
      return joined([typeOfTerm(term.instant, scope, at(place, "instant"))], place, dayOf);
  }
}
