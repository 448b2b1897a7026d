/**
 * Whether a condition asks something that has an answer: instants only by `reached`, ids only for equality, words within a vocabulary.
 * Guards, refusals and steps of rules are all judged here.
 * A condition that is always true is not found here; the transition tests find it.
 */
import { sets, vocabularies } from "../../policy.ts";
import type { Condition, Term } from "../expression.ts";
import type { FindingCode } from "./advice.ts";
import { at, found, own, shown, type Finding } from "./finding.ts";
import { typeOfTerm } from "./terms.ts";
import { sameWords, sayType, type Scope, type Type } from "./types.ts";

type Judgement = readonly [FindingCode, string] | undefined;

const asked = (
  parts: Readonly<Record<string, Term>>,
  scope: Scope,
  place: string,
  judge: (...types: readonly Type[]) => Judgement,
): readonly Finding[] => {
  const typed = Object.entries(parts).map(([name, term]) => typeOfTerm(term, scope, at(place, name)));
  const types = typed.map((part) => part.type);
  const judgement = types.some((type) => type.kind === "unclear") ? undefined : judge(...types);
  return [
    ...typed.flatMap((part) => part.findings),
    ...(judgement === undefined ? [] : [found(judgement[0], place, judgement[1])]),
  ];
};

const list = (types: readonly Type[]): string => types.map(sayType).join(" and ");
const all = (types: readonly Type[], kind: Type["kind"]): boolean =>
  types.every((type) => type.kind === kind);

const equated = (...types: readonly Type[]): Judgement => {
  const [left, right] = types;
  if (all(types, "instant")) return ["instants-equated", "Two instants are compared for equality."];
  if (all(types, "id") || all(types, "count")) return undefined;
  const word = types.find((type) => type.kind === "word");
  const words = types.find((type) => type.kind === "words");
  if (word !== undefined && words !== undefined && !words.words.includes(word.word)) {
    return ["word-unknown", `${shown(word.word)} is not among ${words.words.join(", ")}.`];
  }
  if (word !== undefined && words !== undefined) return undefined;
  if (left?.kind === "words" && right?.kind === "words" && sameWords(left.words, right.words))
    return undefined;
  return ["equals-type", `It compares ${list(types)}.`];
};

const memberOf =
  (name: string) =>
  (type: Type | undefined): Judgement => {
    const set = own<(typeof sets)[keyof typeof sets]>(sets, name);
    if (set === undefined) return ["unknown-set", `The policy has no set "${name}".`];
    return type?.kind === "words" && sameWords(type.words, vocabularies[set.vocabulary])
      ? undefined
      : [
          "set-vocabulary",
          `The set "${name}" is drawn from ${set.vocabulary} and is asked about ${list(type === undefined ? [] : [type])}.`,
        ];
  };

const states = (
  instance: string,
  names: readonly string[],
  scope: Scope,
  place: string,
): readonly Finding[] => {
  if (scope.where === "promise") {
    return [found("not-observed", place, `A promise asks about the instance "${instance}".`)];
  }
  if (scope.where !== "rule") {
    return [found("instance-outside-rule", place, `A machine asks about the instance "${instance}".`)];
  }
  const machine = own(scope.instances, instance);
  if (machine === undefined)
    return [found("unknown-instance", place, `The rule has no instance "${instance}".`)];
  return names.flatMap((name, index) =>
    own(machine.states, name) === undefined
      ? [found("unknown-state", at(place, "states", index), `${machine.id} has no state "${name}".`)]
      : [],
  );
};

export function findingsInCondition(condition: Condition, scope: Scope, place: string): readonly Finding[] {
  switch (condition.kind) {
    case "reached":
      return asked({ instant: condition.instant, by: condition.by }, scope, place, (...types) =>
        all(types, "instant") ? undefined : ["reached-type", `It compares ${list(types)}.`],
      );
    case "present":
      return asked({ field: condition.field }, scope, place, (...types) =>
        ["field", "given"].includes(condition.field.kind) && (all(types, "instant") || all(types, "id"))
          ? undefined
          : ["present-type", `It asks whether ${list(types)} is set.`],
      );
    case "below":
      return asked({ left: condition.left, right: condition.right }, scope, place, (...types) =>
        all(types, "count") || all(types, "duration")
          ? undefined
          : ["below-type", `It asks whether one is less of ${list(types)}.`],
      );
    case "equals":
      return asked({ left: condition.left, right: condition.right }, scope, place, equated);
    case "oneOf":
      return asked({ value: condition.value }, scope, place, memberOf(condition.set));
    case "flag":
      return asked({ value: condition.value }, scope, place, (...types) =>
        all(types, "flag") ? undefined : ["flag-type", `It asks whether ${list(types)} is up.`],
      );
    case "inState":
      return states(condition.instance, condition.states, scope, place);
    case "and":
    case "or":
      return condition.of.flatMap((part, index) => findingsInCondition(part, scope, at(place, "of", index)));
    case "not":
      return findingsInCondition(condition.of, scope, at(place, "of"));
  }
}
