/**
 * Lets the deadlines of one lifecycle fire over a zone, and lets it take an event; interpret.ts does the same for one world.
 * Rules and the passing of time are read with it. Each part of a zone comes out with its own instance and what was taken.
 */
import { LawMistake } from "../../../models/language/evaluate.ts";
import { refusalOf, setBy, toldBy, transitionsOf } from "../../../models/language/lifecycle.ts";
import type { Lifecycle, PlacedTransition } from "../../../models/language/lifecycle.ts";
import { reachedBy, type Branches, type Moment } from "./moment.ts";
import { isInstant, type Instant, type Symbolic, type SymbolicInstance } from "./symbol.ts";
import { onward, valuesOf, type Around } from "./terms.ts";
import { holdsIn } from "./conditions.ts";

/** What is the same all through a step. */
export type Surely = Pick<Around, "policy" | "timing">;

export interface Settled {
  readonly instance: SymbolicInstance;
  /** The transitions that were taken, in order. */
  readonly taken: readonly string[];
}

export interface Answered extends Settled {
  /** The event's own refusal, or empty; `not-allowed` where it has no place. */
  readonly refused: string;
  readonly told: string;
}

/** More deadlines than any law chains. */
const firingsMost = 100;

export interface Deadline {
  readonly name: string;
  readonly at: Instant;
}

/** The deadlines that the instance obeys, in the order in which its state names them. */
export const deadlinesOf = (machine: Lifecycle, { state, fields }: SymbolicInstance): readonly Deadline[] =>
  Object.keys(machine.states[state]?.after ?? {}).flatMap((name) => {
    const at = fields[name] ?? null;
    return isInstant(at) ? [{ name, at }] : [];
  });

/** The earliest deadline that has been reached; of two at one instant the one that the state names first. */
function due(
  machine: Lifecycle,
  instance: SymbolicInstance,
  moment: Moment,
  by: Instant,
  { timing }: Surely,
): Branches<Deadline | undefined> {
  return deadlinesOf(machine, instance).reduce<Branches<Deadline | undefined>>(
    (sofar, deadline) =>
      onward(sofar, (part, first) =>
        onward(reachedBy(part, deadline.at, by, timing), (reached, isDue): Branches<Deadline | undefined> => {
          if (!isDue || first === undefined) return [{ moment: reached, is: isDue ? deadline : first }];
          return onward(reachedBy(reached, first.at, deadline.at, timing), (last, isFirst) => [
            { moment: last, is: isFirst ? first : deadline },
          ]);
        }),
      ),
    [{ moment, is: undefined }],
  );
}

const placedBy = new WeakMap<Lifecycle, ReadonlyMap<string, readonly PlacedTransition[]>>();
const nameOf = (state: string, kind: "event" | "deadline", name: string): string =>
  `${state} ${kind} ${name}`;

const alternatives = (
  machine: Lifecycle,
  state: string,
  kind: "event" | "deadline",
  name: string,
): readonly PlacedTransition[] => {
  const known =
    placedBy.get(machine) ??
    Map.groupBy(transitionsOf(machine), ({ source, trigger }) => nameOf(source, trigger.kind, trigger.name));
  placedBy.set(machine, known);
  return known.get(nameOf(state, kind, name)) ?? [];
};

/** The first alternative whose guard holds. */
const chosen = (
  among: readonly PlacedTransition[],
  moment: Moment,
  around: Around,
): Branches<PlacedTransition | undefined> =>
  among.reduce<Branches<PlacedTransition | undefined>>(
    (sofar, placed) =>
      onward(sofar, (part, first): Branches<PlacedTransition | undefined> => {
        const guard = placed.transition.guard?.params;
        if (first !== undefined) return [{ moment: part, is: first }];
        if (guard === undefined) return [{ moment: part, is: placed }];
        return onward(holdsIn(guard, part, around), (last, isSo) => [
          { moment: last, is: isSo ? placed : undefined },
        ]);
      }),
    [{ moment, is: undefined }],
  );

/** All updates of a transition are read before any of them is written. */
const moved = (
  { target, transition }: PlacedTransition,
  before: SymbolicInstance,
  moment: Moment,
  around: Around,
): Branches<SymbolicInstance> =>
  onward(valuesOf(setBy(transition), moment, around), (part, set) => [
    { moment: part, is: { state: target, fields: { ...before.fields, ...set } } },
  ]);

const laterOf = (
  moment: Moment,
  from: Instant | undefined,
  at: Instant,
  surely: Surely,
): Branches<Instant> =>
  from === undefined
    ? [{ moment, is: at }]
    : onward(reachedBy(moment, from, at, surely.timing), (part, isLater) => [
        { moment: part, is: isLater ? at : from },
      ]);

/** Fires every deadline that is due at `by`, each at its own instant, but never before `from`. */
export function settle(
  machine: Lifecycle,
  before: SymbolicInstance,
  moment: Moment,
  from: Instant | undefined,
  by: Instant,
  surely: Surely,
  taken: readonly string[] = [],
): Branches<Settled> {
  if (taken.length > firingsMost) throw new LawMistake(`${machine.id} goes on firing`);
  return onward(due(machine, before, moment, by, surely), (part, deadline) => {
    const still = [{ moment: part, is: { instance: before, taken } }];
    if (deadline === undefined) return still;
    return onward(laterOf(part, from, deadline.at, surely), (fired, at) => {
      const around: Around = { ...surely, now: at, fields: before.fields, given: {}, instances: {} };
      const among = alternatives(machine, before.state, "deadline", deadline.name);
      return onward(chosen(among, fired, around), (guarded, placed): Branches<Settled> => {
        if (placed === undefined) return [{ moment: guarded, is: { instance: before, taken } }];
        return onward(moved(placed, before, guarded, around), (next, instance) =>
          settle(machine, instance, next, at, by, surely, [...taken, placed.id]),
        );
      });
    });
  });
}

/** Sends one event to a settled instance. */
export function take(
  machine: Lifecycle,
  before: SymbolicInstance,
  event: { readonly type: string; readonly given: Readonly<Record<string, Symbolic>> },
  moment: Moment,
  at: Instant,
  surely: Surely,
): Branches<Answered> {
  const around: Around = { ...surely, now: at, fields: before.fields, given: event.given, instances: {} };
  const among = alternatives(machine, before.state, "event", event.type);
  return onward(chosen(among, moment, around), (part, placed): Branches<Answered> => {
    if (placed === undefined)
      return [{ moment: part, is: { instance: before, taken: [], refused: "not-allowed", told: "" } }];
    const { id, transition } = placed;
    return onward(moved(placed, before, part, around), (last, instance) => [
      {
        moment: last,
        is: { instance, taken: [id], refused: refusalOf(transition) ?? "", told: toldBy(transition) ?? "" },
      },
    ]);
  });
}
