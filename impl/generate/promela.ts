/**
 * Prints a slice of the composed system as Promela, for SPIN: one process, a global for each cell, one atomic step a move.
 * SPIN searches it with nothing of ours but this text; its states, its transitions and their hash are compared with our own.
 * Instants are ticks from now, so that the state says how long ago or how far ahead everything is and never what time it is.
 */
import { cellsOf } from "../../models/language/cells.ts";
import type { Law } from "../../models/language/compose.ts";
import { LawMistake } from "../../models/language/evaluate.ts";
import type { Field } from "../../models/language/fields.ts";
import { judgedOn } from "../../models/language/judged.ts";
import type { Rule } from "../../models/language/rule.ts";
import type { Slice } from "../../models/language/slice.ts";
import type { Policy } from "../../models/policy.ts";
import {
  beginningsOf,
  formsOf,
  printAtRest,
  promelaType,
  type Beginning,
  type Form,
} from "./promela/forms.ts";
import { glossaryOf, identifier } from "./promela/glossary.ts";
import { fixed, head } from "./promela/head.ts";
import { printForm } from "./promela/machine.ts";
import { printMove } from "./promela/moves.ts";
import { printFormulas, printObserver, printPromising } from "./promela/observer.ts";
import { pageOf, type Page } from "./promela/page.ts";
import { printRuleInline } from "./promela/rule.ts";
import { scopeOf, type Scene } from "./promela/scene.ts";
import { printTerm, stateName } from "./promela/terms.ts";
import { comment, indented } from "./promela/text.ts";
import { printAtLast, printTime } from "./promela/time.ts";
import { camelCase } from "./names.ts";

const printStateNames = (forms: readonly Form[]): readonly string[] => [
  comment("The states of each machine."),
  ...[...new Set(forms.map(({ machine }) => machine))].flatMap((machine) =>
    Object.keys(machine.states).map(
      (state, number) => `#define ${stateName(machine, state)} ${String(number)}`,
    ),
  ),
  "",
];

const printBeginning = (scene: Scene, { name, form, state, fields }: Beginning): readonly string[] => {
  const cells = form.fields.map(([field, how]) => {
    const term = fields[field];
    const value = term === undefined ? printAtRest(how) : printTerm(term, scopeOf(scene), how);
    return `${promelaType(how)} ${field} = ${/ /.test(value) ? `(${value})` : value}`;
  });
  const all = [`byte state = ${stateName(form.machine, state)}`, ...cells];
  return [
    `typedef ${name} {`,
    ...indented(all.map((cell, at) => (at < all.length - 1 ? `${cell};` : cell))),
    "}",
  ];
};

/** Every cell as a global, in the order of cells.ts. */
const printGlobals = (scene: Scene, beginnings: readonly Beginning[]): readonly string[] => {
  const { slice } = scene;
  const typeOf = (instance: string) =>
    beginnings.find(({ instances }) => instances.includes(instance))?.name ?? "";
  return [
    comment("Where everything begins, and what is told apart."),
    ...beginnings.flatMap((beginning) => printBeginning(scene, beginning)),
    "",
    ...(slice.ticksADay > 1 ? [`byte phase;  ${comment("Ticks since midnight.")}`] : []),
    ...Object.entries(slice.instances).map(
      ([name, { of, party }]) => `${typeOf(name)} ${identifier(name)};  ${comment(`${of}, at the ${party}`)}`,
    ),
    ...Object.entries(slice.variables).map(([name, form]) => {
      const term = slice.remembers?.[name];
      const value = term === undefined ? printAtRest(form) : printTerm(term, scopeOf(scene), form);
      return `${promelaType(form)} ${identifier(name)} = ${value};`;
    }),
    "",
  ];
};

/** Lists of words by the names of the fields that have them. */
const namedWords = (slice: Slice, law: Law): readonly (readonly [string, readonly string[]])[] =>
  [slice.variables, ...law.machines.map(({ meta }) => meta.fields)]
    .flatMap((fields) => Object.entries<Field>(fields))
    .flatMap(([name, form]) => (form.kind === "choice" ? [[name, form.words] as const] : []));

/** The events that each machine can be sent by the moves of the slice. */
const eventsOf = (slice: Slice, law: Law, form: Form): ReadonlySet<string> =>
  new Set(
    slice.moves.flatMap(({ call }) => {
      if (call?.kind === "event") return form.instances.includes(call.instance) ? [call.event] : [];
      if (call?.kind !== "rule") return [];
      const steps = law.rules.find(({ id }) => id === call.rule)?.steps ?? [];
      return steps
        .filter(({ instance }) => form.instances.includes(call.instances[instance] ?? ""))
        .map(({ event }) => event);
    }),
  );

interface Inlines {
  readonly inlineOf: Scene["inlineOf"];
  readonly printed: () => readonly string[];
}

/** Each rule as an inline, once for each combination of forms it is asked with. */
const ruleInlines = (page: Page, formOf: Scene["formOf"]): Inlines => {
  const names = new Map<string, string>();
  const texts: string[] = [];
  return {
    inlineOf: (rule: Rule, instances) => {
      const bound = Object.fromEntries(
        Object.keys(rule.instances).map((name) => [name, formOf(instances[name] ?? "")]),
      );
      const key = [rule.id, ...Object.values(bound).map(({ name }) => name)].join();
      const known = names.get(key);
      if (known !== undefined) return known;
      const variants = [...names.keys()].filter(
        (other) => other.startsWith(`${rule.id},`) || other === rule.id,
      ).length;
      const name = `${camelCase(rule.id)}${variants === 0 ? "" : String(variants + 1)}`;
      names.set(key, name);
      texts.push(...printRuleInline(name, rule, bound, page));
      return name;
    },
    printed: () => texts,
  };
};

/** What the formulas in the file of a slice are called: each promise that it meets, and what has to hold at last. */
export const formulasOf = (slice: Slice): readonly string[] => [
  ...new Set(judgedOn(slice).map(({ promise }): string => promise)),
  ...slice.atLast.map(({ id }) => `at-last-${id}`),
];

/** The whole file of a slice, under a policy that has been made small. */
export function printPromela(slice: Slice, law: Law, policy: Policy): string {
  const forms = formsOf(slice, law);
  const glossary = glossaryOf(slice, policy, namedWords(slice, law));
  const { page, declared } = pageOf(glossary);
  const formOf = (instance: string): Form => {
    const form = forms.find(({ instances }) => instances.includes(instance));
    if (form === undefined) throw new LawMistake(`the slice has no instance ${instance}`);
    return form;
  };
  const rules = ruleInlines(page, formOf);
  const judged = judgedOn(slice);
  const promises = [...new Set(judged.map(({ promise }) => promise))];
  const scene: Scene = { slice, rules: law.rules, page, formOf, inlineOf: rules.inlineOf, judged };
  // Printed before the names are defined, because printing is what asks for them.
  const globals = printGlobals(scene, beginningsOf(slice, forms));
  const machines = forms.flatMap((form) => printForm(form, eventsOf(slice, law, form), page));
  const moves = slice.moves.flatMap((move, number) => printMove(scene, move, number));
  const time = printTime(scene);
  const formulas = printFormulas(promises, printAtLast(scene));
  const refusals = ["nothing", ...glossary.refusals()];
  return [
    ...head(slice),
    ...glossary.defines(),
    "",
    ...fixed(slice),
    ...printStateNames(forms),
    ...globals,
    comment("What a move works with; no part of the state, because every move sets it before it reads it."),
    `mtype = { ${refusals.join(", ")} };`,
    "hidden mtype refused;",
    ...declared(),
    "",
    ...printObserver(slice, cellsOf(slice, law), promises),
    ...printPromising(promises),
    comment("An instant grows older by a tick, and is cut off at the horizon."),
    "inline older(moment) { moment = (moment == NEVER -> NEVER : moment - 1) }",
    "inline clip(moment) { moment = (moment < -HORIZON -> -HORIZON : moment) }",
    "",
    ...machines,
    ...rules.printed(),
    "active proctype the_slice() {",
    "end:",
    "  do",
    ...indented([...moves, ...time]),
    "  od",
    "}",
    "",
    ...formulas,
  ].join("\n");
}
