/**
 * Prints the body of one move: when it can be made, the call with its facts, what is remembered, what is judged, what is forgotten.
 * The order is that of models/language/compose.ts; a refused token is not taken back, because nobody has written anything down.
 */
import { never } from "../../../impl/lifecycle/core.ts";
import { LawMistake } from "../../../models/language/evaluate.ts";
import type { Term } from "../../../models/language/expression.ts";
import type { Field, Fields } from "../../../models/language/fields.ts";
import type { Judged } from "../../../models/language/judged.ts";
import type { EventCall, Move, RuleCall } from "../../../models/language/slice.ts";
import type { GeneratedLaw } from "./generated.ts";
import type { Held } from "./held.ts";
import { phaseName, type Layout } from "./parts.ts";
import { before, meanwhile, type Printer } from "./print.ts";

/** Statements that leave a verdict for each question. */
export const judging = (printer: Printer, judged: readonly Judged[]): string =>
  judged
    .map(({ when, then }, place) => {
      const kept = `${printer.condition(then, meanwhile)} ? 1 : 2`;
      return `J[${String(place)}] = ${printer.condition(when, meanwhile)} ? (${kept}) : 0;`;
    })
    .join("\n");

type Call = NonNullable<Move["call"]>;

export function makeMovePrinter(
  layout: Layout,
  law: GeneratedLaw,
  printer: Printer,
  held: ReadonlyMap<string, Held>,
  names: ReadonlyMap<string, string>,
): (move: Move, judged: readonly Judged[]) => string {
  const nameOf = (instance: string): string => {
    const name = names.get(instance);
    if (name === undefined) throw new LawMistake(`the slice has no instance called ${instance}`);
    return name;
  };
  const factsOf = (forms: Fields, given: Readonly<Record<string, Term>>, wanted: readonly string[]) =>
    wanted.map((name) => {
      const term = given[name];
      const form: Field | undefined = forms[name];
      if (term === undefined) return String(never);
      return printer.term(term, form, before);
    });

  const ruleCall = ({ rule: id, instances, given }: RuleCall): string => {
    const rule = law.law.rules.find((one) => one.id === id);
    if (rule === undefined || !law.rules.has(id)) throw new LawMistake(`no rule called ${id} was generated`);
    const bound = Object.keys(rule.instances).map((name) => `${nameOf(instances[name] ?? name)}.columns, 0`);
    const facts = factsOf(rule.trigger.fields, given, Object.keys(rule.trigger.fields));
    const all = [...bound, ...facts, "at", "policy", "log"].join(", ");
    return `const answer = rule_${id.replace(/\W/g, "_")}(${all});\nconst refused = answer > 0 ? answer : 0;`;
  };

  const eventCall = ({ instance, event, given }: EventCall): string => {
    const machine = held.get(instance)?.machine;
    const number = (machine?.events.findIndex(({ name }) => name === event) ?? -1) + 1;
    if (machine === undefined || number === 0)
      throw new LawMistake(`${instance} has no event called ${event}`);
    const forms = layout.machineFor(instance).meta.events[event]?.fields ?? {};
    const facts = factsOf(
      forms,
      given,
      machine.givenFields.map(({ name }) => name),
    ).join(", ");
    const taken = `${nameOf(instance)}.open.step(0, ${String(number)}, [${facts}], at, policy, log)`;
    return `const refused = refusalOf(${String(machine.number)}, ${taken});`;
  };

  const dueOf = (instance: string): string =>
    Object.entries(layout.machineFor(instance).states).reduceRight(
      (rest, [, { after: deadlines = {} }], state) => {
        const due = Object.keys(deadlines).map((field) => `B[${String(printer.place(instance, field))}]`);
        const here = `B[${String(printer.place(instance, undefined))}] === ${String(state)}`;
        return due.length === 0 ? rest : `${here} ? Math.min(${due.join(", ")}) : ${rest}`;
      },
      "never",
    );

  const called = (call: Call): string => {
    switch (call.kind) {
      case "rule":
        return ruleCall(call);
      case "event":
        return eventCall(call);
      case "sweep":
        return `${nameOf(call.instance)}.open.settle(0, 0, at, policy, log);\nconst refused = 0;`;
    }
  };

  const calling = (call: Move["call"]): readonly string[] => {
    if (call === undefined) return ["const refused = 0;"];
    const bound = [...new Set(call.kind === "rule" ? Object.values(call.instances) : [call.instance])];
    const stored = bound.map((instance) => {
      const isToken = layout.machineFor(instance).meta.keptAs === "token";
      return `${isToken ? "if (refused === 0) " : ""}${nameOf(instance)}.store(A);`;
    });
    return [...bound.map((instance) => `${nameOf(instance)}.load(B);`), called(call), ...stored];
  };

  const remembering = ({ sets = {}, done = {}, refused = {} }: Move): readonly string[] =>
    [...new Set([sets, done, refused].flatMap((changes) => Object.keys(changes)))].map((name) => {
      const form = layout.slice.variables[name];
      const cell = String(printer.place(undefined, name));
      const value = (term: Term | undefined): string =>
        term === undefined ? `B[${cell}]` : printer.term(term, form, meanwhile);
      return `A[${cell}] = refused === 0 ? ${value(done[name] ?? sets[name])} : ${value(refused[name] ?? sets[name])};`;
    });

  const forgetting = (instance: string): readonly string[] => {
    const part = layout.parts[layout.partOf(instance)];
    return (part?.rest ?? []).map((rest, place) => {
      const value = part?.isInstant[place] === true ? "never" : String(rest);
      return `A[${String((part?.first ?? 0) + place)}] = ${value};`;
    });
  };

  return ({ when, call, at, forgets = [], ...move }, judged) => {
    const instant = at === undefined ? "N" : printer.term(at, { kind: "instant" }, before);
    return [
      ...(when === undefined ? [] : [`if (!${printer.condition(when, before)}) return -1;`]),
      ...(call?.kind === "sweep" ? [`if (!(N >= (${dueOf(call.instance)}))) return -1;`] : []),
      `const at = ${instant};`,
      ...calling(call),
      ...remembering({ ...move }),
      ...(judged.length === 0
        ? []
        : [
            `if (refused === 0) {\n${judging(printer, judged)}\n} else J.fill(0, 0, ${String(judged.length)});`,
          ]),
      ...forgets.filter((name) => name !== phaseName).flatMap(forgetting),
      "return refused;",
    ].join("\n");
  };
}
