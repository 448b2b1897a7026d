/**
 * The cases of the table: every state with every combination of what it keeps, under every event with all it can bring.
 * Instants range over time classes (instants.ts); a field that a state keeps but that no step from there can read has two of them,
 * and an event that no state in reach hears is sent with one payload only. predicted.ts counts the same cases by arithmetic.
 */
import type { Field, Fields } from "../../models/language/fields.ts";
import { atRest } from "../../models/language/fields.ts";
import type { Value } from "../../models/language/expression.ts";
import type { Lifecycle } from "../../models/language/lifecycle.ts";
import { contextInstants, eve, eventInstants, midnight } from "./instants.ts";
import type { SentEvent, Snapshot } from "./outcome.ts";
import { asksTheDay, heard, relevanceOf } from "./relevance.ts";

export interface Case {
  readonly standing: Snapshot;
  readonly event: SentEvent | undefined;
  readonly now: number;
}

type Values = Readonly<Record<string, Value>>;

const product = (domains: Readonly<Record<string, readonly Value[]>>): readonly Values[] =>
  Object.entries(domains).reduce<readonly Values[]>(
    (sofar, [name, values]) =>
      sofar.flatMap((record) => values.map((value) => ({ ...record, [name]: value }))),
    [{}],
  );

const finite = (field: Exclude<Field, { kind: "instant" }>): readonly Value[] => {
  switch (field.kind) {
    case "count":
    case "id":
      return field.domain;
    case "choice":
      return field.words;
    case "flag":
      return [false, true];
  }
};

/** What the fields that a state keeps can say; an id may also be nobody's. */
export function standingsOf(machine: Lifecycle, state: string, now: number): readonly Snapshot[] {
  const keeps = machine.states[state]?.meta.keeps ?? [];
  const relevance = relevanceOf(machine, state);
  const domainOf = (name: string, field: Field): readonly Value[] => {
    if (!keeps.includes(name)) return [atRest(field)];
    if (field.kind === "instant") return contextInstants(relevance(name), now);
    return field.kind === "id" ? [null, ...finite(field)] : finite(field);
  };
  const domains = Object.entries(machine.meta.fields).map(
    ([name, field]) => [name, domainOf(name, field)] as const,
  );
  return product(Object.fromEntries(domains)).map((fields) => ({ state, fields }));
}

/** An event with everything that it can bring. */
export function sendingsOf(fields: Fields, type: string, now: number): readonly SentEvent[] {
  const others = Object.entries(fields).flatMap(([name, field]) =>
    field.kind === "instant" ? [] : [[name, finite(field)] as const],
  );
  const instants = Object.values(fields).some(({ kind }) => kind === "instant")
    ? (eventInstants[type]?.(now) ?? [])
    : [{}];
  return product(Object.fromEntries(others)).flatMap((given) =>
    instants.map((moments) => ({ type, given: { ...given, ...moments } })),
  );
}

/** The cases of one state, event by event. */
export function* casesOf(machine: Lifecycle, state: string): Generator<Case> {
  for (const type of [undefined, ...Object.keys(machine.meta.events)]) {
    for (const now of asksTheDay(machine, type) ? [eve, midnight] : [eve]) {
      const all =
        type === undefined ? [undefined] : sendingsOf(machine.meta.events[type]?.fields ?? {}, type, now);
      const sent = type === undefined || heard(machine, state, type) ? all : all.slice(0, 1);
      for (const standing of standingsOf(machine, state, now)) {
        for (const event of sent) yield { standing, event, now };
      }
    }
  }
}
