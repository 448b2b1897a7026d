/**
 * Says of a mistake in a machine's generated code that it changes nothing, and why, from what the models say of the transition it stands in.
 * Two kinds only: a field that its state does not keep is not put to rest once more, and nothing is asked that cannot be due.
 * The report fails when one of these is noticed all the same.
 */
import { atRest } from "../../models/language/fields.ts";
import {
  setBy,
  transitionsOf,
  type Lifecycle,
  type PlacedTransition,
} from "../../models/language/lifecycle.ts";
import type { Term } from "../../models/language/expression.ts";
import type { CodeMutant } from "./code.ts";

/** Puts to rest what its state does not keep: the linter sees to it that such a field is at rest already. */
export const isIdle = (
  machine: Lifecycle,
  source: string,
  field: string,
  term: Term | undefined,
): boolean => {
  const form = machine.meta.fields[field];
  const keeps = machine.states[source]?.meta.keeps ?? [];
  return (
    !keeps.includes(field) && form !== undefined && term?.kind === "literal" && term.value === atRest(form)
  );
};

/** Whether nothing that the state entered waits for can be due: it was waited for before, or is set to never. */
const leavesNothingDue = (machine: Lifecycle, { source, target, transition }: PlacedTransition): boolean => {
  const before = Object.keys(machine.states[source]?.after ?? {});
  const set = setBy(transition);
  return Object.keys(machine.states[target]?.after ?? {}).every((field) => {
    const term = set[field];
    return term === undefined ? before.includes(field) : term.kind === "literal" && term.value === null;
  });
};

/** The transition in whose branch of the generated code a place stands: the last one named before it. */
const transitionAt = (machine: Lifecycle, original: string, start: number): PlacedTransition | undefined => {
  const named = [...original.slice(0, start).matchAll(/\/\/ (\S+:\S+-->\S+)/g)].at(-1)?.[1];
  return transitionsOf(machine).find(({ id }) => id === named);
};

export function reasonIfIdle(
  machine: Lifecycle,
  original: string,
  { edit: { start, what } }: CodeMutant,
): string | undefined {
  const field = /^left out rows\.(\w+)\[slot\] = (?:never|0);/.exec(what)?.[1];
  if (field !== undefined) {
    const placed = transitionAt(machine, original, start);
    if (placed === undefined || !isIdle(machine, placed.source, field, setBy(placed.transition)[field]))
      return undefined;
    return `${placed.source} does not keep ${field}, so that it is at rest already`;
  }
  const digit = /^digit (\d+) cleared/.exec(what)?.[1];
  const placed = digit === undefined ? undefined : transitionsOf(machine)[Number(digit) - 1];
  return placed === undefined || !leavesNothingDue(machine, placed)
    ? undefined
    : `after ${placed.id} nothing that ${placed.target} waits for can be due`;
}
