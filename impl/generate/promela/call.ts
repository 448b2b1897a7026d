/**
 * Prints what a move calls: a rule, an event straight to an instance, or a sweep, decided at the instant that the move says.
 */
import { LawMistake } from "../../../models/language/evaluate.ts";
import type { Term } from "../../../models/language/expression.ts";
import type { Field, Fields } from "../../../models/language/fields.ts";
import type { Move } from "../../../models/language/slice.ts";
import { identifier } from "./glossary.ts";
import { eventInline, settling } from "./machine.ts";
import { factsOf } from "./rule.ts";
import { scopeOf, type Scene } from "./scene.ts";
import { printTerm } from "./terms.ts";

const readsInstances = (term: Term): boolean => /"instance":"(?!")/.test(JSON.stringify(term));

/** A term that the call may change under its own reading is computed before the call. */
const settledTerm = (scene: Scene, name: string, term: Term, shape: Field | undefined) => {
  const text = printTerm(term, scopeOf(scene), shape);
  if (!readsInstances(term)) return { text, before: [] };
  const kept = scene.page.scratch("int", name);
  return { text: kept, before: [[`${kept} = ${text}`]] };
};

export interface Call {
  readonly statements: readonly (readonly string[])[];
  readonly touched: readonly string[];
  readonly canRefuse: boolean;
}

export const callOf = (scene: Scene, { call, at }: Move): Call => {
  if (call === undefined) return { statements: [], touched: [], canRefuse: false };
  const decided =
    at === undefined ? { text: "0", before: [] } : settledTerm(scene, "decidedAt", at, { kind: "instant" });
  const brought = (fields: Fields, names: readonly string[]) =>
    names.map((name) => {
      const term = call.kind === "sweep" ? undefined : call.given[name];
      if (term === undefined) throw new LawMistake(`the call brings no ${name}`);
      return settledTerm(scene, `brought_${name}`, term, fields[name]);
    });
  const open = ({ before }: { readonly before: readonly (readonly string[])[] }) => before;
  switch (call.kind) {
    case "sweep": {
      const form = scene.formOf(call.instance);
      const it = identifier(call.instance);
      return {
        statements: [...decided.before, settling(form, it, "SINCE_EVER", decided.text)],
        touched: [call.instance],
        canRefuse: false,
      };
    }
    case "event": {
      const form = scene.formOf(call.instance);
      const it = identifier(call.instance);
      const fields = form.machine.meta.events[call.event]?.fields ?? {};
      const given = brought(fields, Object.keys(fields));
      const inline = eventInline(form, call.event);
      return {
        statements: [
          ...decided.before,
          ...given.flatMap(open),
          ["refused = nothing"],
          settling(form, it, "SINCE_EVER", decided.text),
          [`${inline}(${[it, ...given.map(({ text }) => text), decided.text].join(", ")})`],
          settling(form, it, decided.text, decided.text),
        ],
        touched: [call.instance],
        canRefuse: true,
      };
    }
    case "rule": {
      const rule = scene.rules.find(({ id }) => id === call.rule);
      if (rule === undefined) throw new LawMistake(`there is no rule called ${call.rule}`);
      const given = brought(rule.trigger.fields, factsOf(rule));
      const instances = Object.keys(rule.instances).map((name) => call.instances[name] ?? "");
      const handed = [...instances.map(identifier), ...given.map(({ text }) => text), decided.text];
      return {
        statements: [
          ...decided.before,
          ...given.flatMap(open),
          [`${scene.inlineOf(rule, call.instances)}(${handed.join(", ")})`],
        ],
        touched: instances,
        canRefuse: true,
      };
    }
  }
};
