/**
 * The symbolic reading of a lifecycle: from where an instance stands, known by bounds, every transition that can be taken next.
 * It says the same as models/language/interpret.ts, for all instants at once: what is due fires first, of two the one its state
 * names first; an event finds only what is not due. Days are known as far as that a later one starts a day later or more.
 */
import { evaluate } from "../../../models/language/evaluate.ts";
import type { Term, Value } from "../../../models/language/expression.ts";
import type { Field } from "../../../models/language/fields.ts";
import type { Happening } from "../../../models/language/interpret.ts";
import {
  setBy,
  transitionsOf,
  type Lifecycle,
  type PlacedTransition,
} from "../../../models/language/lifecycle.ts";
import { millisecondsADay, type Policy } from "../../../models/policy.ts";
import { instantsIn, split, splitByOrder, type Asked, type Standing } from "./splitting.ts";
import { anyInstants, atMostAfter, withMore, type Ref, type Zone } from "./zone.ts";

export interface Moved {
  readonly transition: string;
  /** The event that was sent; nothing where a deadline fired. */
  readonly event: Happening | undefined;
  readonly standing: Standing;
}

type Parts = readonly Standing[];

const bounded = (
  standing: Standing,
  bounds: readonly (readonly [one: Ref, other: Ref, byMs: number])[],
): Parts => {
  let zone: Zone | undefined = standing.zone;
  for (const [one, other, byMs] of bounds)
    zone = zone === undefined ? undefined : atMostAfter(zone, one, other, byMs);
  return zone === undefined ? [] : [{ ...standing, zone }];
};

/** Any instant of any day, with nothing said. */
export const beginningOf = (machine: Lifecycle): Standing => {
  const now = { clock: 0, plus: 0 };
  const today = { clock: 1, plus: 0 };
  const begun = {
    zone: anyInstants(2),
    now,
    today,
    state: machine.initial,
    fields: machine.context,
    instants: {},
  };
  const [standing = begun] = bounded(begun, [
    [today, now, 0],
    [now, today, millisecondsADay - 1],
  ]);
  return standing;
};

/** Time passes, within the day or to a later one. */
const waited = (standing: Standing): Parts => {
  const { zone, now, today } = standing;
  const next = { clock: zone.size, plus: 0 };
  const day = { clock: zone.size + 1, plus: 0 };
  const sameDay = bounded({ ...standing, zone: withMore(zone, 1), now: next }, [
    [now, next, 0],
    [next, today, millisecondsADay - 1],
  ]);
  const laterDay = bounded({ ...standing, zone: withMore(zone, 2), now: next, today: day }, [
    [now, next, 0],
    [day, next, 0],
    [next, day, millisecondsADay - 1],
    [today, day, -millisecondsADay],
  ]);
  return [...sameDay, ...laterDay];
};

interface Deadline {
  readonly name: string;
  readonly at: Ref;
}

const deadlinesOf = (machine: Lifecycle, { state, instants }: Standing): readonly Deadline[] =>
  Object.keys(machine.states[state]?.after ?? {}).flatMap((name) => {
    const at = instants[name];
    return at === undefined ? [] : [{ name, at }];
  });

/** The part in which this deadline is the next one: before those named earlier, and not after those named later. */
const firstAmong = (standing: Standing, all: readonly Deadline[], place: number): Parts => {
  const at = all[place]?.at;
  if (at === undefined) return [];
  return bounded(
    standing,
    all.flatMap((other, index) => (index === place ? [] : [[at, other.at, index < place ? -1 : 0] as const])),
  );
};

/** The instant that the term is, in each part of the zone; nothing in the one part where it never comes. */
const valued = (
  standing: Standing,
  term: Term,
  asked: Asked,
): readonly (readonly [Standing, Ref | undefined])[] => {
  const refs = instantsIn(term, standing, asked);
  if (refs.length === 0) return [[standing, undefined]];
  const deadlines = refs.map((at) => ({ name: "", at }));
  return refs.flatMap((ref, place) =>
    firstAmong(standing, deadlines, place).map((part) => [part, ref] as const),
  );
};

/** What one update makes of the standing after the transition; it is read from the standing before it. */
const written = (
  before: Standing,
  after: Standing,
  [name, field, term]: readonly [string, Field, Term],
  asked: Asked,
): Parts => {
  const said = (value: Value): Standing["fields"] => ({ ...after.fields, [name]: value });
  if (field.kind !== "instant")
    return [{ ...after, fields: said(evaluate(term, { ...asked, now: 0, fields: before.fields })) }];
  const others = Object.fromEntries(Object.entries(after.instants).filter(([other]) => other !== name));
  return valued({ ...before, zone: after.zone }, term, asked).map(([{ zone }, ref]) =>
    ref === undefined
      ? { ...after, zone, instants: others, fields: said(null) }
      : { ...after, zone, instants: { ...others, [name]: ref }, fields: said(0) },
  );
};

/** All updates are read before any of them is written. */
const updated = (
  machine: Lifecycle,
  before: Standing,
  { target, transition }: PlacedTransition,
  asked: Asked,
): Parts =>
  Object.entries(setBy(transition)).reduce<Parts>(
    (parts, [name, term]) => {
      const field = machine.meta.fields[name];
      return field === undefined
        ? parts
        : parts.flatMap((after) => written(before, after, [name, field, term], asked));
    },
    [{ ...before, state: target }],
  );

/** What the alternatives of one trigger come to: the first whose guard holds is taken. */
const answered = (
  machine: Lifecycle,
  alternatives: readonly PlacedTransition[],
  standing: Standing,
  asked: Asked,
  event: Happening | undefined,
): readonly Moved[] => {
  let left: Parts = [standing];
  const moved: Moved[] = [];
  for (const placed of alternatives) {
    const guard = placed.transition.guard?.params;
    const parts = left.map((one) =>
      guard === undefined ? { yes: [one], no: [] } : split(guard, one, asked),
    );
    left = parts.flatMap(({ no }) => no);
    for (const one of parts.flatMap(({ yes }) => yes))
      for (const after of updated(machine, one, placed, asked))
        moved.push({ transition: placed.id, event, standing: after });
  }
  return moved;
};

/** Made once for a machine; answers everything that can be taken next, soon or late. */
export function makeMoves(machine: Lifecycle, policy: Policy, sent: (state: string) => readonly Happening[]) {
  const all = Map.groupBy(transitionsOf(machine), ({ source, trigger }) => `${source} ${trigger.name}`);
  const triggered = (state: string, name: string) => all.get(`${state} ${name}`) ?? [];
  const fired = (standing: Standing, name: string) =>
    answered(machine, triggered(standing.state, name), standing, { policy, given: {} }, undefined);

  return (standing: Standing): readonly Moved[] => {
    const deadlines = deadlinesOf(machine, standing);
    // Due already, because it was entered late: it fires now, and the earliest of them first.
    const due = deadlines.flatMap(({ name, at }, place) =>
      firstAmong(standing, deadlines, place)
        .flatMap((one) => splitByOrder(one, at, one.now).yes)
        .flatMap((one) => fired(one, name)),
    );
    let settled: Parts = [standing];
    for (const { at } of deadlines) settled = settled.flatMap((one) => splitByOrder(one, at, one.now).no);
    const later = settled.flatMap(waited);
    const onTime = later.flatMap((one) =>
      deadlines.flatMap(({ name, at }, place) =>
        firstAmong(one, deadlines, place)
          .flatMap((first) =>
            bounded(first, [
              [first.now, at, 0],
              [at, first.now, 0],
            ]),
          )
          .flatMap((first) => fired(first, name)),
      ),
    );
    const quiet = later.flatMap((one) =>
      bounded(
        one,
        deadlines.map(({ at }) => [one.now, at, -1] as const),
      ),
    );
    const heard = quiet.flatMap((one) =>
      sent(one.state).flatMap((event) =>
        answered(machine, triggered(one.state, event.type), one, { policy, given: event.given }, event),
      ),
    );
    return [...due, ...onTime, ...heard];
  };
}
