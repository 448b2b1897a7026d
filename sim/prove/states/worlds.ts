/**
 * Turns the cells of a state back into a world as the plain reading has it: words for numbers, instants for ticks.
 * The comparison of the search with the plain reading needs it, and nothing else does.
 */
import { beginningMs } from "../../../models/language/compose.ts";
import { neverTicks, type Cell } from "../../../models/language/cells.ts";
import type { Value } from "../../../models/language/expression.ts";
import { contextAtRest, type Field } from "../../../models/language/fields.ts";
import type { World } from "../../../models/language/slice.ts";
import type { Layout } from "./parts.ts";

function valueOf(form: Field, number: number, now: number, tick: number): Value {
  switch (form.kind) {
    case "instant":
      return number === neverTicks ? null : now + number * tick;
    case "count":
      return number;
    case "choice":
      return form.words[number] ?? null;
    case "flag":
      return number === 1;
    case "id":
      return number === 0 ? null : (form.domain[number - 1] ?? null);
  }
}

/** The world that these cells stand for, on the first day. */
export function worldOf({ slice, cells, machineFor, tick }: Layout, numbers: ArrayLike<number>): World {
  const numbered = cells.map((cell, place) => [cell, numbers[place] ?? 0] as const);
  const phase = numbered.find(([cell]) => cell.kind === "phase")?.[1] ?? 0;
  const now = beginningMs + phase * tick;
  const own = (name: string): readonly (readonly [Cell, number])[] =>
    numbered.filter(([cell]) => (cell.kind === "state" || cell.kind === "field") && cell.instance === name);
  const instances = Object.keys(slice.instances).map((name) => {
    const machine = machineFor(name);
    const fields = own(name).flatMap(([cell, number]) =>
      cell.kind === "field" ? [[cell.field, valueOf(cell.form, number, now, tick)] as const] : [],
    );
    const state = own(name).flatMap(([cell, number]) =>
      cell.kind === "state" ? [cell.states[number] ?? ""] : [],
    )[0];
    const rest = contextAtRest(machine.meta.fields);
    return [
      name,
      { state: state ?? machine.initial, fields: { ...rest, ...Object.fromEntries(fields) } },
    ] as const;
  });
  const variables = numbered.flatMap(([cell, number]) =>
    cell.kind === "variable" ? [[cell.name, valueOf(cell.form, number, now, tick)] as const] : [],
  );
  return { now, instances: Object.fromEntries(instances), variables: Object.fromEntries(variables) };
}
