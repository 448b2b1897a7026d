/**
 * What the instances of a slice look like in Promela: a global for each, with a field for each of its cells.
 * Instances of one machine of which the same fields are read have one form, and share the inlines that settle and step them;
 * those that begin alike share a type too, because in Promela it is the type that says where a global begins.
 */
import { LawMistake } from "../../../models/language/evaluate.ts";
import type { Term } from "../../../models/language/expression.ts";
import { atRest, type Field } from "../../../models/language/fields.ts";
import type { Lifecycle } from "../../../models/language/lifecycle.ts";
import { relevantFields } from "../../../models/language/cells.ts";
import type { Law } from "../../../models/language/compose.ts";
import type { Slice } from "../../../models/language/slice.ts";
import { capitalised } from "../names.ts";

/** The instances of one machine of which the same fields are read. */
export interface Form {
  /** How its inlines end: `settleConsent`. */
  readonly name: string;
  readonly machine: Lifecycle;
  /** The fields that anything in the slice can read. */
  readonly fields: readonly (readonly [name: string, field: Field])[];
  readonly instances: readonly string[];
}

/** Instances of one form that begin alike. */
export interface Beginning {
  readonly name: string;
  readonly form: Form;
  readonly state: string;
  readonly fields: Readonly<Record<string, Term>>;
  readonly instances: readonly string[];
}

export const machineIn = (law: Law, id: string): Lifecycle => {
  const machine = law.machines.find((one) => one.id === id);
  if (machine === undefined) throw new LawMistake(`there is no machine called ${id}`);
  return machine;
};

/** The first of a family has its plain name, the others the name of their first instance besides. */
const named = (taken: Set<string>, plain: string, instance: string): string => {
  const name = taken.has(plain) ? `${plain}Of${capitalised(instance)}` : plain;
  taken.add(name);
  return name;
};

export function formsOf(slice: Slice, law: Law): readonly Form[] {
  const relevant = relevantFields(slice, law);
  const read = (instance: string, machine: Lifecycle) =>
    Object.entries(machine.meta.fields).filter(([field]) => relevant.has(`${instance} ${field}`));
  const alike = Map.groupBy(Object.entries(slice.instances), ([instance, { machine }]) =>
    [machine, ...read(instance, machineIn(law, machine)).map(([field]) => field)].join(),
  );
  const taken = new Set<string>();
  return [...alike.values()].map((entries) => {
    const [first = "", { machine: id }] = entries[0] ?? ["", { machine: "" }];
    const machine = machineIn(law, id);
    return {
      name: named(taken, capitalised(id), first),
      machine,
      fields: read(first, machine),
      instances: entries.map(([instance]) => instance),
    };
  });
}

export function beginningsOf(slice: Slice, forms: readonly Form[]): readonly Beginning[] {
  const taken = new Set<string>();
  return forms.flatMap((form) => {
    const { machine } = form;
    const begins = (instance: string) => slice.instances[instance]?.begins;
    const alike = Map.groupBy(form.instances, (instance) => JSON.stringify(begins(instance) ?? null));
    return [...alike.values()].map((instances): Beginning => {
      const first = instances[0] ?? "";
      const how = begins(first);
      const isGone = how === undefined || machine.states[how.state]?.meta.gone === true;
      return {
        name: named(taken, form.name, first),
        form,
        state: isGone ? machine.initial : how.state,
        fields: isGone ? {} : how.fields,
        instances,
      };
    });
  });
}

/** How much room a field takes, by the values that it can have. */
export const promelaType = (field: Field): string => {
  switch (field.kind) {
    case "instant":
      return "short";
    case "count":
      return field.most <= 255 ? "byte" : field.most <= 32_767 ? "short" : "int";
    case "choice":
    case "id":
      return "byte";
    case "flag":
      return "bool";
  }
};

/** The value of a field of which nothing has been said. */
export const printAtRest = (field: Field): string => {
  const value = atRest(field);
  if (value === null) return field.kind === "instant" ? "NEVER" : "NOBODY";
  return field.kind === "choice" ? "0" : String(Number(value));
};
