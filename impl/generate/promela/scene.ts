/**
 * What the printers of moves know of a slice, and what its own terms mean in Promela: variables, instances, instances as they were.
 * The promises are printed here, because a move and the passing of time ask them alike.
 */
import { LawMistake } from "../../../models/language/evaluate.ts";
import type { Judged } from "../../../models/language/judged.ts";
import type { Rule } from "../../../models/language/rule.ts";
import type { Slice } from "../../../models/language/slice.ts";
import { lookUp } from "../terms.ts";
import type { Form } from "./forms.ts";
import { identifier } from "./glossary.ts";
import { isPutInOrder } from "./order.ts";
import type { Page } from "./page.ts";
import { printCondition, stateName, wrapped, type Scope } from "./terms.ts";
import { comment, indented, sequence } from "./text.ts";

/** What the printers of moves need to know of the slice. */
export interface Scene {
  readonly slice: Slice;
  readonly rules: readonly Rule[];
  readonly page: Page;
  readonly formOf: (instance: string) => Form;
  /** The inline of a rule asked with these instances. */
  readonly inlineOf: (rule: Rule, instances: Readonly<Record<string, string>>) => string;
  readonly judged: readonly Judged[];
}

const wasPrefix = /^was /;
const aside = (instance: string, what: string): string =>
  `was_${identifier(instance.replace(wasPrefix, ""))}_${what}`;

/** What a slice's own terms mean: its variables, its instances, and those as they were before the move. */
export const scopeOf = ({ slice, page, formOf }: Scene): Scope => {
  const plain = (instance: string): string => instance.replace(wasPrefix, "");
  const machineOf = (instance: string) => formOf(plain(instance)).machine;
  return {
    glossary: page.glossary,
    fieldOf: (name, instance) =>
      instance === undefined || instance === ""
        ? lookUp(slice.variables, slice.id)(name)
        : lookUp(machineOf(instance).meta.fields, instance)(name),
    givenOf: (name) => {
      throw new LawMistake(`nothing is given here, and ${name} is asked for`);
    },
    printField: (name, instance) => {
      if (instance === undefined || instance === "") return identifier(name);
      return wasPrefix.test(instance) ? aside(instance, name) : `${identifier(instance)}.${name}`;
    },
    printGiven: (name) => name,
    printState: (instance) =>
      wasPrefix.test(instance) ? aside(instance, "state") : `${identifier(instance)}.state`,
    machineOf,
    now: "0",
  };
};

/** Copies of what the promises ask about the instances before the move. */
export function asItWas(scene: Scene, judged: readonly Judged[]): readonly (readonly string[])[] {
  const found = new Map<string, readonly string[]>();
  const walk = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(walk);
    else if (typeof part === "object" && part !== null) {
      const instance = "instance" in part ? String(part.instance) : "";
      if (wasPrefix.test(instance)) {
        const what = "field" in part ? String(part.field) : "state";
        const type = what === "state" ? "byte" : "int";
        const name = scene.page.scratch(type, aside(instance, what));
        found.set(name, [`${name} = ${identifier(instance.replace(wasPrefix, ""))}.${what}`]);
      }
      Object.values(part).forEach(walk);
    }
  };
  walk(judged.map(({ when, then }) => [when, then]));
  return [...found.values()];
}

/** What the promises ask once the move is made. */
export const promised = (scene: Scene, judged: readonly Judged[]): readonly (readonly string[])[] =>
  judged.flatMap(({ promise, when, then }) => {
    const scope = scopeOf(scene);
    const premise = printCondition(when, scope);
    if (premise === "false") return [];
    return [
      [`promised(${identifier(promise)}, ${wrapped(premise)}, ${wrapped(printCondition(then, scope))})`],
    ];
  });

/** The deadlines of an instance's state, as one condition on each. */
export const anyDeadline = (scene: Scene, instance: string, test: (deadline: string) => string): string => {
  const { machine } = scene.formOf(instance);
  const it = identifier(instance);
  const tests = Object.entries(machine.states).flatMap(([state, { after }]) => {
    const names = Object.keys(after ?? {}).map((name) => test(`${it}.${name}`));
    if (names.length === 0) return [];
    return [
      `(${it}.state == ${stateName(machine, state)} && ${names.length === 1 ? (names[0] ?? "") : `(${names.join(" || ")})`})`,
    ];
  });
  return tests.length === 0 ? "false" : tests.join(" || ");
};

export const isToken = (scene: Scene, instance: string): boolean =>
  scene.formOf(instance).machine.meta.keptAs === "token";

/** Instances that a move has touched, put in order. */
export const order = (scene: Scene, instances: readonly string[]): readonly (readonly string[])[] =>
  instances
    .filter((instance) => isPutInOrder(scene.formOf(instance)))
    .map((instance) => [`order${scene.formOf(instance).name}(${identifier(instance)})`]);

/** One option of the loop: a guard, and everything it leads to in one atomic step. */
export const option = (
  about: string,
  guard: string,
  number: number,
  statements: readonly (readonly string[])[],
): readonly string[] => [
  "",
  comment(about),
  `:: d_step { ${guard} ->`,
  ...indented(sequence([["BEFORE"], ...statements, [`AFTER(${String(number)})`]]), "     "),
  "   }",
];
