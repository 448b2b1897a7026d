/**
 * Prints terms and conditions of a slice as JavaScript over two frames: B, how everything stood, and A, how it stands now.
 * It means what models/language/evaluate.ts means; words and ids are their numbers, and never is a number later than all instants.
 * What cannot be printed without guessing is a mistake in the slice, and is refused by name.
 */
import { LawMistake } from "../../../models/language/evaluate.ts";
import type { Condition, Term, Value } from "../../../models/language/expression.ts";
import type { Field } from "../../../models/language/fields.ts";
import type { Policy } from "../../../models/policy.ts";
import { cellsByName, keyOf, numberOf, type NamedCell } from "./cellnames.ts";
import type { Layout } from "./parts.ts";

/** From which frame instances and variables are read; `was` always means B. */
export interface Sight {
  readonly instances: "A" | "B";
  readonly variables: "A" | "B";
}

export const before: Sight = { instances: "B", variables: "B" };
export const meanwhile: Sight = { instances: "A", variables: "B" };

export interface Printer {
  readonly term: (term: Term, wanted: Field | undefined, sight: Sight) => string;
  readonly condition: (condition: Condition, sight: Sight) => string;
  /** The cell of a field, of an instance's state (no field), or of a variable (no instance). */
  readonly place: (instance: string | undefined, field: string | undefined) => number;
}

export function makePrinter(layout: Layout, policy: Policy): Printer {
  const cells = cellsByName(layout);
  const cell = (instance: string | undefined, field: string | undefined): NamedCell => {
    const found = cells.get(keyOf(instance, field));
    if (found === undefined)
      throw new LawMistake(
        `the slice has no cell for ${[instance, field].filter((one) => one !== undefined).join(" ")}`,
      );
    return found;
  };
  const seen = (
    instance: string | undefined,
    sight: Sight,
  ): readonly [name: string | undefined, frame: string] => {
    if (instance === undefined) return [undefined, sight.variables];
    return instance.startsWith("was ") ? [instance.slice(4), "B"] : [instance, sight.instances];
  };
  const constantOf = (term: Term): Value | undefined => {
    if (term.kind === "literal") return term.value;
    if (term.kind !== "policy") return undefined;
    const value = policy.constants[term.name];
    if (value === undefined) throw new LawMistake(`there is no policy constant called ${term.name}`);
    return value;
  };
  const formOf = (term: Term): Field | undefined =>
    term.kind === "field" ? cell(seen(term.instance, before)[0], term.field).form : undefined;

  const print = (term: Term, wanted: Field | undefined, sight: Sight): string => {
    const constant = constantOf(term);
    if (constant !== undefined) return String(numberOf(constant, wanted));
    switch (term.kind) {
      case "field": {
        const [instance, frame] = seen(term.instance, sight);
        return `${frame}[${String(cell(instance, term.field).place)}]`;
      }
      case "now":
        return "N";
      case "sum":
        return term.of
          .map((part) => print(part, undefined, sight))
          .reduce((sum, part) => `plus(${sum}, ${part})`);
      case "min":
        return `Math.min(${term.of.map((part) => print(part, undefined, sight)).join(", ")})`;
      case "startOfDay":
        return `dayOf(${print(term.instant, undefined, sight)})`;
      default:
        throw new LawMistake(
          `a slice has no event that brings ${term.kind === "given" ? term.field : term.kind}`,
        );
    }
  };

  const equal = (left: Term, right: Term, sight: Sight): string => {
    const [leftValue, rightValue] = [constantOf(left), constantOf(right)];
    if (leftValue !== undefined && rightValue !== undefined) return String(leftValue === rightValue);
    const [leftForm, rightForm] = [formOf(left), formOf(right)];
    if (
      leftForm?.kind === "choice" &&
      rightForm?.kind === "choice" &&
      String(leftForm.words) !== String(rightForm.words)
    )
      throw new LawMistake(
        `words of two vocabularies are compared: ${String(leftForm.words)}; ${String(rightForm.words)}`,
      );
    const form = leftForm ?? rightForm;
    return `${print(left, form, sight)} === ${print(right, form, sight)}`;
  };

  const isSaid = (term: Term, sight: Sight): string => {
    const constant = constantOf(term);
    if (constant !== undefined) return String(constant !== null);
    const form = formOf(term);
    switch (form?.kind) {
      case "count":
      case "choice":
      case "flag":
        return "true";
      case "id":
        return `${print(term, form, sight)} !== 0`;
      default:
        return `${print(term, form, sight)} !== never`;
    }
  };

  const member = (value: Term, set: string, sight: Sight): string => {
    const members = policy.sets[set] ?? [];
    const constant = constantOf(value);
    if (constant !== undefined) return String(members.some((one) => one === constant));
    const form = formOf(value);
    const words = form?.kind === "choice" ? form.words.filter((word) => members.includes(word)) : [];
    return (
      words.map((word) => `${print(value, form, sight)} === ${String(numberOf(word, form))}`).join(" || ") ||
      "false"
    );
  };

  const inState = (instance: string, states: readonly string[], sight: Sight): string => {
    const [name = "", frame] = seen(instance, sight);
    const known = Object.keys(layout.machineFor(name).states);
    const { place } = cell(name, undefined);
    return (
      states.map((state) => `${frame}[${String(place)}] === ${String(known.indexOf(state))}`).join(" || ") ||
      "false"
    );
  };

  const condition = (of: Condition, sight: Sight): string => {
    const one = (term: Term): string => print(term, undefined, sight);
    switch (of.kind) {
      case "reached":
        return `(${one(of.instant)} !== never && ${one(of.by)} >= ${one(of.instant)})`;
      case "present":
        return `(${isSaid(of.field, sight)})`;
      case "below":
        return `(${one(of.left)} < ${one(of.right)})`;
      case "equals":
        return `(${equal(of.left, of.right, sight)})`;
      case "oneOf":
        return `(${member(of.value, of.set, sight)})`;
      case "flag": {
        const constant = constantOf(of.value);
        return constant === undefined ? `(${one(of.value)} === 1)` : String(constant === true);
      }
      case "inState":
        return `(${inState(of.instance, of.states, sight)})`;
      case "and":
        return `(${of.of.map((part) => condition(part, sight)).join(" && ") || "true"})`;
      case "or":
        return `(${of.of.map((part) => condition(part, sight)).join(" || ") || "false"})`;
      case "not":
        return `!${condition(of.of, sight)}`;
    }
  };

  return { term: print, condition, place: (instance, field) => cell(instance, field).place };
}
