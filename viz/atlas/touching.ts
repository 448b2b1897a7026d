// What of the law a clause or a promise touches: states, transitions, rules, refusals, numbers, promises.
// A clause touches whatever names it. A promise touches the transitions after which a watcher notes what it is judged by,
// read from the moves of the slices: the events that such a move sends, and of what is watched while time passes its deadlines and changes.
// It is worked out from the models, in the page; nothing of it is written down anywhere.
import { refusalOf, transitionsOf } from "../../models/language/lifecycle.ts";
import type { Move, Noted, Slice } from "../../models/language/slice.ts";
import { machines } from "../../models/machines.ts";
import { constants, sets } from "../../models/policy.ts";
import { properties } from "../../models/properties.ts";
import { slices } from "../../models/slices.ts";
import { rules } from "../../models/system.ts";

export interface Touched {
  /** `visit.recorded`, or the id of a transition. */
  readonly places: readonly string[];
  readonly rules: readonly string[];
  /** Constants and sets of the policy. */
  readonly numbers: readonly string[];
  readonly promises: readonly string[];
}

const idsOf = (
  all: readonly { readonly id: string; readonly clauses: readonly string[] }[],
  clause: string,
): readonly string[] => all.filter(({ clauses }) => clauses.includes(clause)).map(({ id }) => id);

const places = machines.flatMap((machine) => [
  ...Object.entries(machine.states).map(([state, { meta }]) => ({
    id: `${machine.id}.${state}`,
    clauses: meta.clauses,
  })),
  ...transitionsOf(machine).map(({ id, transition }) => ({ id, clauses: transition.meta.clauses })),
]);

const numbers = Object.entries({ ...constants, ...sets }).map(([id, { clauses }]) => ({ id, clauses }));

const ruled = rules.map((rule) => ({
  id: rule.id,
  clauses: [...rule.clauses, ...rule.refusals.flatMap(({ clauses }) => clauses)],
}));

export const touchedByClause = (clause: string): Touched => ({
  places: idsOf(places, clause),
  rules: idsOf(ruled, clause),
  numbers: idsOf(numbers, clause),
  promises: idsOf(properties, clause),
});

const machineIn = (slice: Slice, instance: string): string => slice.instances[instance]?.machine ?? "";

/** The transitions of a machine that this event, or some deadline, starts; a refusal changes nothing that could be noted. */
const started = (machineId: string, event: string | undefined): readonly string[] =>
  machines
    .filter(({ id }) => id === machineId)
    .flatMap(transitionsOf)
    .filter(({ transition }) => refusalOf(transition) === undefined)
    .filter(({ trigger }) =>
      event === undefined ? trigger.kind === "deadline" : trigger.kind === "event" && trigger.name === event,
    )
    .map(({ id }) => id);

const sentBy = (slice: Slice, { call }: Move): readonly string[] => {
  switch (call?.kind) {
    case "event":
      return started(machineIn(slice, call.instance), call.event);
    case "sweep":
      return started(machineIn(slice, call.instance), undefined);
    case "rule": {
      const rule = rules.find(({ id }) => id === call.rule);
      return (rule?.steps ?? []).flatMap(({ instance, event }) =>
        started(rule?.instances[instance]?.machine ?? "", event),
      );
    }
    case undefined:
      return [];
  }
};

interface Mentioned {
  readonly instance?: unknown;
  readonly field?: unknown;
}

/** Every instance and variable that an expression names. */
function mentionedIn(expression: unknown): readonly Mentioned[] {
  if (typeof expression !== "object" || expression === null) return [];
  const inside = Object.values(expression).flatMap(mentionedIn);
  return "instance" in expression || "field" in expression ? [expression, ...inside] : inside;
}

const isSetBy = ({ sets, done, refused }: Move, variable: unknown): boolean =>
  typeof variable === "string" && [sets, done, refused].some((set) => Object.hasOwn(set ?? {}, variable));

/** What is watched while time passes: the deadlines of the instances that the note names, and whatever sets its variables. */
const watchedBy = (slice: Slice, { fields, when }: Noted): readonly string[] =>
  mentionedIn([fields, when]).flatMap(({ instance, field }) =>
    typeof instance === "string"
      ? started(machineIn(slice, instance), undefined)
      : slice.moves.filter((move) => isSetBy(move, field)).flatMap((move) => sentBy(slice, move)),
  );

const touchedByPromiseOnce = (promise: string): Touched => {
  const property = properties.find(({ id }) => id === promise);
  const observes: readonly string[] = property?.observes ?? [];
  const isJudged = ({ kind }: Noted): boolean => observes.includes(kind);
  const moved = slices.flatMap((slice) =>
    slice.moves.filter(({ notes }) => notes?.some(isJudged)).flatMap((move) => sentBy(slice, move)),
  );
  const waited = slices.flatMap((slice) =>
    slice.watches.filter(isJudged).flatMap((note) => watchedBy(slice, note)),
  );
  const asked = slices.flatMap((slice) =>
    slice.moves.flatMap(({ notes, call }) =>
      call?.kind === "rule" && notes?.some(isJudged) ? [call.rule] : [],
    ),
  );
  return {
    places: [...new Set([...moved, ...waited])],
    rules: [...new Set(asked)],
    numbers: [],
    promises: [],
  };
};

const known = new Map<string, Touched>();

export const touchedByPromise = (promise: string): Touched => {
  const found = known.get(promise) ?? touchedByPromiseOnce(promise);
  known.set(promise, found);
  return found;
};

/** The promises that are judged after this transition. */
export const promisesThrough = (transition: string): readonly string[] =>
  properties.map(({ id }) => id).filter((id) => touchedByPromise(id).places.includes(transition));

/** What a clause or a promise touches, by whichever of the two the id is. */
export const touchedBy = (id: string): Touched =>
  properties.some((property) => property.id === id) ? touchedByPromise(id) : touchedByClause(id);
