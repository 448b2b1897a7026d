/**
 * How many cases the table must have, by arithmetic over the declared domains and the number of time classes.
 * It multiplies numbers and runs no loop over cases, so that a table that lost some of them does not agree with it.
 * The numbers of time classes are written here a second time on purpose.
 */
import type { Field } from "../../models/language/fields.ts";
import type { Lifecycle } from "../../models/language/lifecycle.ts";
import { asksTheDay, heard, relevanceOf } from "./relevance.ts";

const classes = { obeyed: 6, asked: 4, silent: 2 } as const;

/** Combinations of the instants that an event brings. */
const momentsOf: Readonly<Record<string, number>> = {
  "case.requested": 6 * 7,
  "visit.recorded": 8,
  "case.answered": 7,
};

const times = (numbers: readonly number[]): number => numbers.reduce((all, number) => all * number, 1);
const plus = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);

const sizeOf = (field: Field): number => {
  switch (field.kind) {
    case "count":
    case "id":
      return field.domain.length;
    case "choice":
      return field.words.length;
    case "flag":
      return 2;
    case "instant":
      return 1;
  }
};

const standings = (machine: Lifecycle, state: string): number => {
  const relevance = relevanceOf(machine, state);
  return times(
    (machine.states[state]?.meta.keeps ?? []).map((name) => {
      const field = machine.meta.fields[name];
      if (field === undefined) return 0;
      if (field.kind === "instant") return classes[relevance(name)];
      return field.kind === "id" ? sizeOf(field) + 1 : sizeOf(field);
    }),
  );
};

const sendings = (machine: Lifecycle, state: string, event: string): number =>
  heard(machine, state, event)
    ? times(Object.values(machine.meta.events[event]?.fields ?? {}).map(sizeOf)) * (momentsOf[event] ?? 1)
    : 1;

const instantsOfDay = (machine: Lifecycle, event: string | undefined): number =>
  asksTheDay(machine, event) ? 2 : 1;

/** The cases of one state under one policy. */
export const predictedIn = (machine: Lifecycle, state: string): number =>
  standings(machine, state) *
  (instantsOfDay(machine, undefined) +
    plus(
      Object.keys(machine.meta.events).map(
        (event) => sendings(machine, state, event) * instantsOfDay(machine, event),
      ),
    ));

/** The cases of one machine under one policy. */
export const predicted = (machine: Lifecycle): number =>
  plus(Object.keys(machine.states).map((state) => predictedIn(machine, state)));
