/**
 * What the states of a machine say of themselves: where it begins, what is reached, what is kept, what is over.
 * Events that are answered must be declared, and events that are declared must be answered somewhere.
 * Transitions are judged one by one in transitions.ts.
 */
import { atRest } from "../fields.ts";
import { transitionsOf, type Lifecycle } from "../lifecycle.ts";
import { at, found, own, shown, type Finding } from "./finding.ts";

const beginning = (machine: Lifecycle): readonly Finding[] =>
  own(machine.states, machine.initial) === undefined
    ? [found("initial-unknown", at(machine.id, "initial"), `There is no state "${machine.initial}".`)]
    : [];

const context = (machine: Lifecycle): readonly Finding[] => {
  const { fields } = machine.meta;
  const names = [...new Set([...Object.keys(fields), ...Object.keys(machine.context)])];
  return names.flatMap((name) => {
    const field = own(fields, name);
    const value = own(machine.context, name);
    if (field !== undefined && value === atRest(field)) return [];
    const rest =
      field === undefined ? "is declared nowhere" : `begins with ${shown(atRest(field))} when at rest`;
    return [
      found(
        "context-not-at-rest",
        at(machine.id, "context", name),
        `"${name}" is ${shown(value)}, and ${rest}.`,
      ),
    ];
  });
};

const reached = (machine: Lifecycle): ReadonlySet<string> => {
  const steps = transitionsOf(machine);
  const known = new Set([machine.initial]);
  for (const state of known) {
    for (const step of steps) if (step.source === state) known.add(step.target);
  }
  return known;
};

const unreached = (machine: Lifecycle): readonly Finding[] => {
  if (own(machine.states, machine.initial) === undefined) return [];
  const known = reached(machine);
  return Object.keys(machine.states)
    .filter((name) => !known.has(name))
    .map((name) =>
      found(
        "state-unreached",
        at(machine.id, "states", name),
        `No transition leads from ${machine.initial} to ${name}.`,
      ),
    );
};

const eachState = (machine: Lifecycle): readonly Finding[] =>
  Object.entries(machine.states).flatMap(([name, state]) => {
    const place = at(machine.id, "states", name);
    const { keeps, gone } = state.meta;
    return [
      ...(state.type === "final" && (state.on !== undefined || state.after !== undefined)
        ? [found("final-continues", place, `${name} is final and goes on all the same.`)]
        : []),
      ...(gone === true && keeps.length > 0
        ? [
            found(
              "gone-keeps",
              at(place, "meta", "keeps"),
              `Nothing is left in ${name}, and it keeps ${keeps.join(", ")}.`,
            ),
          ]
        : []),
      ...keeps.flatMap((field, index) =>
        own(machine.meta.fields, field) === undefined
          ? [
              found(
                "unknown-field",
                at(place, "meta", "keeps", index),
                `It keeps "${field}", which is declared nowhere.`,
              ),
            ]
          : [],
      ),
      ...Object.keys(state.on ?? {})
        .filter((event) => own(machine.meta.events, event) === undefined)
        .map((event) => found("undeclared-event", at(place, "on", event), `"${event}" is declared nowhere.`)),
    ];
  });

const unusedEvents = (machine: Lifecycle): readonly Finding[] => {
  const answered = new Set(Object.values(machine.states).flatMap((state) => Object.keys(state.on ?? {})));
  return Object.keys(machine.meta.events)
    .filter((event) => !answered.has(event))
    .map((event) =>
      found("event-unused", at(machine.id, "meta", "events", event), `No state answers "${event}".`),
    );
};

export const findingsInStates = (machine: Lifecycle): readonly Finding[] => [
  ...beginning(machine),
  ...context(machine),
  ...eachState(machine),
  ...unreached(machine),
  ...unusedEvents(machine),
];
