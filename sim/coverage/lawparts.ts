// Everything of the law that can be met: states, transitions, pairs of them, clauses and promises, by id, from the models alone.
// A pair is two transitions that can follow one another in one instance, because the first ends where the second begins;
// whether time and guards ever let them is another question, and no pair is asked for.
import { clauses } from "../../models/clauses.ts";
import { transitionsOf } from "../../models/language/lifecycle.ts";
import { machines } from "../../models/machines.ts";
import { properties } from "../../models/properties.ts";

export interface PlacedId {
  readonly id: string;
  /** States, as `visit:recorded`. */
  readonly source: string;
  readonly target: string;
  readonly clauses: readonly string[];
}

export const allTransitions: readonly PlacedId[] = machines.flatMap((machine) =>
  transitionsOf(machine).map(({ id, source, target, transition }) => ({
    id,
    source: `${machine.id}:${source}`,
    target: `${machine.id}:${target}`,
    clauses: transition.meta.clauses,
  })),
);

export const allStates: readonly { readonly id: string; readonly isInitial: boolean }[] = machines.flatMap(
  ({ id, initial, states }) =>
    Object.keys(states).map((state) => ({ id: `${id}:${state}`, isInitial: state === initial })),
);

export const allPairs: readonly { readonly first: string; readonly second: string }[] =
  allTransitions.flatMap((first) =>
    allTransitions
      .filter(({ source }) => source === first.target)
      .map((second) => ({ first: first.id, second: second.id })),
  );

export const allClauses: readonly string[] = Object.keys(clauses);

export const allPromises: readonly { readonly id: string; readonly clauses: readonly string[] }[] =
  properties.map(({ id, clauses: restsOn }) => ({ id, clauses: restsOn }));
