/**
 * The mistakes that can be made in a machine: in each transition, in the order and the presence of its alternatives,
 * in the deadlines a state obeys, in the events it hears, and in where it begins.
 * Every one is a whole machine, ready to take the place of the right one.
 */
import type { Lifecycle, PlacedTransition, State, Transition } from "../../models/language/lifecycle.ts";
import { transitionsOf } from "../../models/language/lifecycle.ts";
import { replacedAt, swappedAt, without, withoutAt, type Change } from "./law.ts";
import type { Names } from "./terms.ts";
import { changesOfTransition } from "./transitions.ts";

type Group = Readonly<Record<string, readonly Transition[]>>;
type GroupName = "on" | "after";

const grouped = (state: State, name: GroupName, group: Group): State => {
  const { [name]: _, ...rest } = state;
  return Object.keys(group).length === 0 ? rest : { ...rest, [name]: group };
};

const withState = (machine: Lifecycle, name: string, state: State): Lifecycle => ({
  ...machine,
  states: { ...machine.states, [name]: state },
});

const withAlternatives = (
  machine: Lifecycle,
  state: string,
  kind: GroupName,
  trigger: string,
  alternatives: readonly Transition[],
): Lifecycle => {
  const found = machine.states[state];
  if (found === undefined) return machine;
  const group = found[kind] ?? {};
  const changed = alternatives.length === 0 ? without(group, trigger) : { ...group, [trigger]: alternatives };
  return withState(machine, state, grouped(found, kind, changed));
};

const kindOf = ({ trigger }: PlacedTransition): GroupName => (trigger.kind === "event" ? "on" : "after");

const inTransition = (machine: Lifecycle, placed: PlacedTransition): readonly Change<Lifecycle>[] => {
  const { id, source, trigger, alternative, transition } = placed;
  const kind = kindOf(placed);
  const all = machine.states[source]?.[kind]?.[trigger.name] ?? [transition];
  const names: Names = {
    fields: machine.meta.fields,
    given: trigger.kind === "event" ? (machine.meta.events[trigger.name]?.fields ?? {}) : {},
    instances: {},
  };
  const put = (alternatives: readonly Transition[]) =>
    withAlternatives(machine, source, kind, trigger.name, alternatives);
  const changed = changesOfTransition(machine, placed, names).map(({ what, says, to }) => ({
    what: `${id} ${what}`,
    says: `In ${id}, ${says}.`,
    to: put(replacedAt(all, alternative, to)),
  }));
  return [
    ...changed,
    { what: `${id} left-out`, says: `${id} is left out.`, to: put(withoutAt(all, alternative)) },
    ...(alternative + 1 < all.length
      ? [
          {
            what: `${id} after-the-next`,
            says: `${id} is asked after the alternative that follows it.`,
            to: put(swappedAt(all, alternative)),
          },
        ]
      : []),
  ];
};

/** A state that obeys another instant than it should, or two in the other order. */
const inDeadlines = (machine: Lifecycle, name: string, state: State): readonly Change<Lifecycle>[] => {
  const after = Object.entries(state.after ?? {});
  const instants = state.meta.keeps.filter((field) => machine.meta.fields[field]?.kind === "instant");
  const put = (group: Group) => withState(machine, name, grouped(state, "after", group));
  return [
    ...after.flatMap(([field], place) =>
      instants
        .filter((other) => !after.some(([known]) => known === other))
        .map((other) => ({
          what: `${machine.id}:${name} obeys-${other}-for-${field}`,
          says: `${name} waits for ${other} where it must wait for ${field}.`,
          to: put(Object.fromEntries(after.map((entry, at) => (at === place ? [other, entry[1]] : entry)))),
        })),
    ),
    ...(after.length < 2
      ? []
      : [
          {
            what: `${machine.id}:${name} deadlines-in-the-other-order`,
            says: `Of two deadlines of ${name} at one instant the other goes first.`,
            to: put(Object.fromEntries(after.toReversed())),
          },
        ]),
  ];
};

/** An event that means nothing in a state is answered there as in another state. */
const heardToo = (machine: Lifecycle, name: string, state: State): readonly Change<Lifecycle>[] =>
  Object.keys(machine.meta.events)
    .filter((event) => state.on?.[event] === undefined)
    .flatMap((event) => {
      const from = Object.entries(machine.states).find(([, { on }]) => on?.[event] !== undefined);
      const alternatives = from?.[1].on?.[event];
      if (from === undefined || alternatives === undefined) return [];
      // Staying there must go where it went from the other state.
      const settled = alternatives.map((one): Transition => ({
        ...one,
        target: one.target ?? from[0],
        reenter: true,
      }));
      return [
        {
          what: `${machine.id}:${name} hears-${event}`,
          says: `${name} answers ${event} as ${from[0]} does.`,
          to: withAlternatives(machine, name, "on", event, settled),
        },
      ];
    });

export const changesOfMachine = (machine: Lifecycle): readonly Change<Lifecycle>[] => [
  ...transitionsOf(machine).flatMap((placed) => inTransition(machine, placed)),
  ...Object.entries(machine.states).flatMap(([name, state]) => [
    ...inDeadlines(machine, name, state),
    ...heardToo(machine, name, state),
  ]),
  ...Object.keys(machine.states)
    .filter((state) => state !== machine.initial)
    .map((state) => ({
      what: `${machine.id} begins-as-${state}`,
      says: `A ${machine.id} begins as ${state}.`,
      to: { ...machine, initial: state },
    })),
];
