/**
 * What of a slice has to be told apart: the cells of its states, in one order for everybody who counts or hashes them.
 * A field of an instance has a cell only if something in the slice can read it; instants are ticks from now.
 * The search, the exports and the comparison with outside checkers all lay their states out by it.
 */
import { LawMistake } from "./evaluate.ts";
import type { Value } from "./expression.ts";
import type { Field } from "./fields.ts";
import { setBy, transitionsOf, type Lifecycle, type PlacedTransition } from "./lifecycle.ts";
import { beginningMs, tickMs, type Law } from "./compose.ts";
import type { Slice, World } from "./slice.ts";

export type Cell =
  /** Ticks since midnight. */
  | { readonly kind: "phase" }
  | { readonly kind: "state"; readonly instance: string; readonly states: readonly string[] }
  | { readonly kind: "field"; readonly instance: string; readonly field: string; readonly form: Field }
  | { readonly kind: "variable"; readonly name: string; readonly form: Field };

/** The number, in ticks, of an instant that never comes. */
export const neverTicks = 999;

/** The slice's instances of each machine's events that its moves can send. */
const eventsSent = (slice: Slice, law: Law): ReadonlySet<string> => {
  const sent = new Set<string>();
  for (const { call } of slice.moves) {
    if (call?.kind === "event") sent.add(`${call.instance} ${call.event}`);
    if (call?.kind === "rule")
      for (const step of law.rules.find(({ id }) => id === call.rule)?.steps ?? [])
        sent.add(`${call.instances[step.instance] ?? ""} ${step.event}`);
  }
  return sent;
};

const machineIn = (law: Law, id: string): Lifecycle => {
  const machine = law.machines.find((one) => one.id === id);
  if (machine === undefined) throw new LawMistake(`there is no machine called ${id}`);
  return machine;
};

/** Calls back for each field that a piece of the law reads, or for each that it is given; the law is data, so it can be walked. */
export function fieldsRead(
  law: unknown,
  reads: (field: string, instance: string | undefined) => void,
  kind: "field" | "given" = "field",
): void {
  if (Array.isArray(law)) for (const part of law) fieldsRead(part, reads, kind);
  else if (typeof law === "object" && law !== null) {
    if ("kind" in law && law.kind === kind && "field" in law)
      reads(String(law.field), "instance" in law ? String(law.instance) : undefined);
    else for (const part of Object.values(law)) fieldsRead(part, reads, kind);
  }
}

/** The fields of instances that anything in the slice can read, as "instance field". */
export function relevantFields(slice: Slice, law: Law): ReadonlySet<string> {
  const relevant = new Set<string>();
  const add = (instance: string, field: string): void => {
    relevant.add(`${instance.replace(/^was /, "")} ${field}`);
  };
  const sent = eventsSent(slice, law);
  const used = (name: string, { trigger }: PlacedTransition): boolean =>
    trigger.kind === "deadline" || sent.has(`${name} ${trigger.name}`);
  fieldsRead([slice.moves, slice.watches, slice.atLast], (field, instance) => {
    if (instance !== undefined) add(instance, field);
  });
  for (const { call } of slice.moves) {
    if (call?.kind !== "rule") continue;
    const rule = law.rules.find(({ id }) => id === call.rule);
    fieldsRead([rule?.refusals, rule?.steps, Object.values(rule?.instances ?? {})], (field, instance) => {
      if (instance !== undefined) add(call.instances[instance] ?? instance, field);
    });
  }
  const taken = Object.entries(slice.instances).flatMap(([name, { machine }]) =>
    transitionsOf(machineIn(law, machine))
      .filter((placed) => used(name, placed))
      .map((placed) => ({ name, placed })),
  );
  for (const { name, placed } of taken) {
    fieldsRead(placed.transition.guard, (field) => add(name, field));
    if (placed.trigger.kind === "deadline") add(name, placed.trigger.name);
  }
  for (let before = -1; before < relevant.size;) {
    before = relevant.size;
    for (const { name, placed } of taken)
      for (const [field, term] of Object.entries(setBy(placed.transition)))
        if (relevant.has(`${name} ${field}`)) fieldsRead(term, (read) => add(name, read));
  }
  return relevant;
}

/** The cells of a slice's states, in order. */
export function cellsOf(slice: Slice, law: Law): readonly Cell[] {
  const relevant = relevantFields(slice, law);
  return [
    ...(slice.ticksADay > 1 ? [{ kind: "phase" } as const] : []),
    ...Object.entries(slice.instances).flatMap(([instance, { machine: id }]): readonly Cell[] => {
      const machine = machineIn(law, id);
      const fields = Object.entries(machine.meta.fields)
        .filter(([field]) => relevant.has(`${instance} ${field}`))
        .map(([field, form]): Cell => ({ kind: "field", instance, field, form }));
      return [{ kind: "state", instance, states: Object.keys(machine.states) }, ...fields];
    }),
    ...Object.entries(slice.variables).map(([name, form]): Cell => ({ kind: "variable", name, form })),
  ];
}

/** Where instances and variables stand, in a world or over a zone. */
interface Stood<Of> {
  readonly instances: Readonly<
    Record<string, { readonly state: string; readonly fields: Readonly<Record<string, Of>> }>
  >;
  readonly variables: Readonly<Record<string, Of>>;
}

/** What stands in a cell; nothing for the hour of the day, which is no value of the slice. */
export function valueIn<Of>({ instances, variables }: Stood<Of>, cell: Cell): Of | string | null {
  switch (cell.kind) {
    case "phase":
      return null;
    case "state":
      return instances[cell.instance]?.state ?? null;
    case "field":
      return instances[cell.instance]?.fields[cell.field] ?? null;
    case "variable":
      return variables[cell.name] ?? null;
  }
}

/** The number that stands for a value in a cell. */
export function cellNumber(form: Field, value: Value, now: number, tick: number): number {
  switch (form.kind) {
    case "instant":
      return typeof value === "number" ? (value - now) / tick : neverTicks;
    case "count":
      return Number(value);
    case "choice":
      return form.words.indexOf(String(value));
    case "flag":
      return value === true ? 1 : 0;
    case "id":
      return value === null ? 0 : form.domain.indexOf(String(value)) + 1;
  }
}

/** A world as numbers, a cell each. */
export function cellNumbers(slice: Slice, cells: readonly Cell[], world: World): readonly number[] {
  const tick = tickMs(slice);
  return cells.map((cell) => {
    switch (cell.kind) {
      case "phase":
        return (world.now - beginningMs) / tick;
      case "state":
        return cell.states.indexOf(world.instances[cell.instance]?.state ?? "");
      case "field":
        return cellNumber(
          cell.form,
          world.instances[cell.instance]?.fields[cell.field] ?? null,
          world.now,
          tick,
        );
      case "variable":
        return cellNumber(cell.form, world.variables[cell.name] ?? null, world.now, tick);
    }
  });
}
