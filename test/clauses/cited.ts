/**
 * Every clause that the models cite, with one place where each is cited: states, transitions, events, constants, sets and rules.
 * clauses.test.ts asks it which clauses need an example.
 */
import { transitionsOf } from "../../models/language/lifecycle.ts";
import { machines } from "../../models/machines.ts";
import { constants, sets } from "../../models/policy.ts";
import { rules } from "../../models/system.ts";

type Citation = readonly [place: string, clauses: readonly string[]];

const inMachines: readonly Citation[] = machines.flatMap((machine): readonly Citation[] => [
  [machine.id, machine.meta.clauses],
  ...Object.entries(machine.meta.events).map(
    ([name, { clauses }]) => [`${machine.id} ${name}`, clauses] as const,
  ),
  ...Object.entries(machine.states).map(
    ([name, { meta }]) => [`${machine.id}:${name}`, meta.clauses] as const,
  ),
  ...transitionsOf(machine).map(({ id, transition }) => [id, transition.meta.clauses] as const),
]);

const inPolicy: readonly Citation[] = Object.entries({ ...constants, ...sets }).map(
  ([name, { clauses }]) => [`policy ${name}`, clauses] as const,
);

const inRules: readonly Citation[] = rules.flatMap((rule): readonly Citation[] => [
  [rule.id, rule.clauses],
  ...rule.refusals.map(({ code, clauses }) => [`${rule.id} ${code}`, clauses] as const),
]);

/** Clause id to the first place that cites it. */
export const cited: ReadonlyMap<string, string> = new Map(
  [...inMachines, ...inPolicy, ...inRules]
    .flatMap(([place, clauses]) => clauses.map((clause) => [clause, place] as const))
    .reverse(),
);
