/**
 * What the search knows of a slice before it begins: its machines, its rules, and where each of its instants has its place.
 * The steps, the passing of time and the search share it. It is made once for a slice, a law and a policy.
 */
import { cellsOf, relevantFields, type Cell } from "../../../models/language/cells.ts";
import type { Law } from "../../../models/language/compose.ts";
import { LawMistake } from "../../../models/language/evaluate.ts";
import { contextAtRest } from "../../../models/language/fields.ts";
import type { Lifecycle } from "../../../models/language/lifecycle.ts";
import type { Rule } from "../../../models/language/rule.ts";
import type { Slice } from "../../../models/language/slice.ts";
import type { Policy } from "../../../models/policy.ts";
import type { Timing } from "./moment.ts";
import type { SymbolicInstance } from "./symbol.ts";

export interface Reading {
  readonly slice: Slice;
  readonly policy: Policy;
  readonly timing: Timing;
  /** What is told apart in a state, besides instants. */
  readonly words: readonly Cell[];
  /** The instants of a state, in the order of their places; the present and the midnight that is followed come before them. */
  readonly instants: readonly Cell[];
  readonly machineOf: (id: string) => Lifecycle;
  readonly machineFor: (instance: string) => Lifecycle;
  readonly ruleOf: (id: string) => Rule;
  readonly isRelevant: (instance: string, field: string) => boolean;
  readonly isToken: (instance: string) => boolean;
  /** Instances whose deadlines fire on time, and those that wait for a sweep. */
  readonly punctual: readonly string[];
  readonly swept: readonly { readonly instance: string; readonly lateness: string }[];
  readonly atRest: (instance: string) => SymbolicInstance;
}

const isInstantCell = (cell: Cell): boolean =>
  (cell.kind === "field" || cell.kind === "variable") && cell.form.kind === "instant";

const found = <Kind>(what: Kind | undefined, name: string): Kind => {
  if (what === undefined) throw new LawMistake(`the slice speaks of ${name}, and there is none`);
  return what;
};

export function readingOf(slice: Slice, law: Law, policy: Policy, timing: Timing): Reading {
  const cells = cellsOf(slice, law);
  const relevant = relevantFields(slice, law);
  const relevantOf = new Map(
    Object.keys(slice.instances).map((name) => [
      name,
      new Set(
        [...relevant].filter((one) => one.startsWith(`${name} `)).map((one) => one.slice(name.length + 1)),
      ),
    ]),
  );
  const machineOf = (id: string): Lifecycle =>
    found(
      law.machines.find((machine) => machine.id === id),
      id,
    );
  const machines = Object.fromEntries(
    Object.entries(slice.instances).map(([name, { machine }]) => [name, machineOf(machine)]),
  );
  const machineFor = (name: string): Lifecycle => found(machines[name], name);
  const isToken = (name: string): boolean => machineFor(name).meta.keptAs === "token";
  return {
    slice,
    policy,
    timing,
    words: cells.filter((cell) => !isInstantCell(cell) && cell.kind !== "phase"),
    instants: cells.filter(isInstantCell),
    machineOf,
    machineFor,
    ruleOf: (id) =>
      found(
        law.rules.find((rule) => rule.id === id),
        id,
      ),
    isRelevant: (instance, field) => relevantOf.get(instance)?.has(field) === true,
    isToken,
    punctual: Object.entries(slice.instances).flatMap(([name, { sweptWithin }]) =>
      isToken(name) || sweptWithin !== undefined ? [] : [name],
    ),
    swept: Object.entries(slice.instances).flatMap(([instance, { sweptWithin }]) =>
      sweptWithin === undefined ? [] : [{ instance, lateness: sweptWithin }],
    ),
    atRest: (name) => ({
      state: machineFor(name).initial,
      fields: contextAtRest(machineFor(name).meta.fields),
    }),
  };
}
