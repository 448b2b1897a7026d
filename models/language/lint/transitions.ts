/**
 * What one transition does to its machine: whether its target exists, what it sets is declared, and nothing is left behind.
 * A state says which fields it keeps; whoever enters it sets all others to rest, or the record would say more than its state allows.
 * Deadlines have rules of their own, in deadlines.ts.
 */
import { atRest, type Fields } from "../fields.ts";
import { setBy, type Lifecycle, type PlacedTransition, type State, type Transition } from "../lifecycle.ts";
import { findingsInCondition } from "./conditions.ts";
import { at, found, own, repeated, type Finding } from "./finding.ts";
import { typeOfTerm } from "./terms.ts";
import { fitsField, type Scope } from "./types.ts";

/** Where the transition stands: `verification.states.verified.on[code.requested][1]`. */
export const placeOf = (machine: Lifecycle, { source, trigger, alternative }: PlacedTransition): string =>
  at(machine.id, "states", source, trigger.kind === "event" ? "on" : "after", trigger.name, alternative);

const scopeOf = (machine: Lifecycle, { trigger }: PlacedTransition): Scope => ({
  where: trigger.kind,
  fields: machine.meta.fields,
  given: (trigger.kind === "event" ? own(machine.meta.events, trigger.name)?.fields : undefined) ?? {},
  instances: {},
});

const settings = (transition: Transition, fields: Fields, scope: Scope, place: string): readonly Finding[] =>
  transition.actions.flatMap((action, index) => {
    if (action.type !== "set") return [];
    return Object.entries(action.params).flatMap(([name, term]) => {
      const here = at(place, "actions", index, "params", name);
      const field = own(fields, name);
      if (field === undefined)
        return [found("unknown-field", here, `It sets "${name}", which is declared nowhere.`)];
      const typed = typeOfTerm(term, scope, here);
      return [...typed.findings, ...fitsField(name, field, typed, here)];
    });
  });

const actionsTogether = ({ actions, target }: Transition, place: string): readonly Finding[] => {
  const types = actions.map((action) => action.type);
  const refusals = types.filter((type) => type === "refuse").length;
  const twice = repeated(types.filter((type) => type !== "refuse"));
  return [
    ...twice.map((type) => found("action-repeated", at(place, "actions"), `It has more than one "${type}".`)),
    ...(refusals > 1 ? [found("two-refusals", at(place, "actions"), "It refuses with two codes.")] : []),
    ...(refusals > 0 && (types.length > refusals || target !== undefined)
      ? [found("refusal-does-more", place, "It refuses, and sets, tells or goes somewhere as well.")]
      : []),
  ];
};

const isAtRest = (transition: Transition, name: string, fields: Fields): boolean => {
  const term = own(setBy(transition), name);
  const field = own(fields, name);
  return term?.kind === "literal" && field !== undefined && term.value === atRest(field);
};

/** Fields that the target does not keep: they are set to rest when left, and never to anything else. */
const leftBehind = (
  { transition, target }: PlacedTransition,
  from: State,
  into: State,
  fields: Fields,
  place: string,
): readonly Finding[] => {
  const said = Object.keys(setBy(transition)).filter((name) => own(fields, name) !== undefined);
  const astray = said.filter(
    (name) => !into.meta.keeps.includes(name) && !isAtRest(transition, name, fields),
  );
  const settled = [...into.meta.keeps, ...said];
  const left = from.meta.keeps.filter((name) => own(fields, name) !== undefined && !settled.includes(name));
  return [
    ...astray.map((name) =>
      found("field-set-not-kept", place, `It sets "${name}", which ${target} does not keep.`),
    ),
    ...left.map((name) =>
      found("field-left-set", place, `It leaves "${name}" as it was, which ${target} does not keep.`),
    ),
  ];
};

/** XState computes the delay of a deadline when the state is entered, and at no other time. */
const timers = (
  { transition, source, target }: PlacedTransition,
  into: State,
  place: string,
): readonly Finding[] => {
  if (target !== source || transition.reenter === true) return [];
  return Object.keys(setBy(transition))
    .filter((name) => Object.hasOwn(into.after ?? {}, name))
    .map((name) =>
      found(
        "timer-kept",
        place,
        `It sets "${name}", on which ${target} waits, and ${target} is not entered anew.`,
      ),
    );
};

export function findingsInTransition(machine: Lifecycle, placed: PlacedTransition): readonly Finding[] {
  const { transition, source, target } = placed;
  const place = placeOf(machine, placed);
  const scope = scopeOf(machine, placed);
  const from = own(machine.states, source);
  const into = own(machine.states, target);
  const { fields } = machine.meta;
  return [
    ...(transition.guard === undefined
      ? []
      : findingsInCondition(transition.guard.params, scope, at(place, "guard", "params"))),
    ...settings(transition, fields, scope, place),
    ...actionsTogether(transition, place),
    ...(transition.reenter === true && transition.target === undefined
      ? [found("reenter-without-target", place, "It enters anew, but no state.")]
      : []),
    ...(into === undefined
      ? [found("target-unknown", at(place, "target"), `There is no state "${target}".`)]
      : [
          ...(from === undefined ? [] : leftBehind(placed, from, into, fields, place)),
          ...timers(placed, into, place),
        ]),
  ];
}

/** The alternatives that are asked before this one. */
const askedBefore = (
  placed: PlacedTransition,
  all: readonly PlacedTransition[],
): readonly PlacedTransition[] =>
  all.filter(
    (earlier) =>
      earlier.source === placed.source &&
      earlier.trigger.kind === placed.trigger.kind &&
      earlier.trigger.name === placed.trigger.name &&
      earlier.alternative < placed.alternative,
  );

/** Alternatives are asked in order; after one without a guard none is ever asked. */
export const neverReached = (machine: Lifecycle, all: readonly PlacedTransition[]): readonly Finding[] =>
  all.flatMap((placed) => {
    const before = askedBefore(placed, all).find(({ transition }) => transition.guard === undefined);
    return before === undefined
      ? []
      : [
          found(
            "never-reached",
            placeOf(machine, placed),
            `Alternative ${String(before.alternative)} always comes first.`,
          ),
        ];
  });
