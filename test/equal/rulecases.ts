/**
 * The cases in which rules are compared: where the instances of a rule stand, and what its trigger brings.
 * Drawn at random by fast-check; and in order, every combination of states, each instance before, at and after its deadlines,
 * with every single fact departing from an answer that refuses nothing.
 */
import fc from "fast-check";
import { atRest, type Field, type Fields } from "../../models/language/fields.ts";
import type { Instances } from "../../models/language/decide.ts";
import type { Value } from "../../models/language/expression.ts";
import type { Instance } from "../../models/language/interpret.ts";
import type { Lifecycle } from "../../models/language/lifecycle.ts";
import type { Rule } from "../../models/language/rule.ts";
import { machineOf } from "../../models/machines.ts";
import { day, midnight } from "./instants.ts";

type Values = Readonly<Record<string, Value>>;

export interface RuleCase {
  readonly before: Instances;
  readonly given: Values;
  readonly now: number;
}

/** Where boundaries lie: clock skew, late delivery, the longest window, the life of a case, and the day itself. */
const spans = [0, 1, 2, 2_000, 6 * 3_600_000, day, 3 * day, 28 * day];
const offsets = [
  ...new Set(spans.flatMap((span) => [-span - 1, -span, -span + 1, span - 1, span, span + 1])),
];

/** An instant at which something is decided is always given; any other may be never. */
const decidedBy = (rule: Rule): readonly string[] =>
  Object.values(rule.instances).flatMap(({ decidedAt }) =>
    decidedAt?.kind === "given" ? [decidedAt.field] : [],
  );

const lifecycleOf = (rule: Rule, name: string): Lifecycle => {
  const machine = machineOf(rule.instances[name]?.machine ?? "");
  if (machine === undefined) throw new Error(`${rule.id} has no instance ${name}`);
  return machine;
};

const drawnValue = (field: Field, now: number, always: boolean): fc.Arbitrary<Value> => {
  switch (field.kind) {
    case "instant": {
      const near = fc.constantFrom(...offsets).map((offset) => now + offset);
      return always
        ? near
        : fc.oneof({ weight: 5, arbitrary: near }, { weight: 1, arbitrary: fc.constant(null) });
    }
    case "count":
      return fc.constantFrom(...field.domain);
    case "choice":
      return fc.constantFrom(...field.words);
    case "flag":
      // Mostly true, for one false fact hides what is asked after it.
      return fc.nat(7).map((number) => number > 0);
    case "id":
      return fc.constantFrom(...field.domain);
  }
};

const drawnInstance = (machine: Lifecycle, now: number): fc.Arbitrary<Instance> =>
  fc
    .constantFrom(...Object.entries(machine.states))
    .chain(([state, { meta }]) =>
      fc
        .record(
          Object.fromEntries(
            Object.entries(machine.meta.fields).map(([name, field]) => [
              name,
              meta.keeps.includes(name) ? drawnValue(field, now, false) : fc.constant(atRest(field)),
            ]),
          ),
        )
        .map((fields) => ({ state, fields })),
    );

export const drawnCase = (rule: Rule): fc.Arbitrary<RuleCase> =>
  fc.nat(day).chain((ms) => {
    const now = midnight + ms;
    const always = decidedBy(rule);
    return fc.record({
      before: fc.record(
        Object.fromEntries(
          Object.keys(rule.instances).map((name) => [name, drawnInstance(lifecycleOf(rule, name), now)]),
        ),
      ),
      given: fc.record(
        Object.fromEntries(
          Object.entries(rule.trigger.fields).map(([name, field]) => [
            name,
            drawnValue(field, now, always.includes(name)),
          ]),
        ),
      ),
      now: fc.constant(now),
    });
  });

const timeClasses = [1, 0, -1];

/** Everything a state keeps at one value, its instants all in one time class; the second count is what policies speak of. */
const standings = (machine: Lifecycle, now: number): readonly Instance[] =>
  Object.entries(machine.states).flatMap(([state, { meta }]) =>
    timeClasses.map((offset) => ({
      state,
      fields: Object.fromEntries(
        Object.entries(machine.meta.fields).map(([name, field]) => {
          if (!meta.keeps.includes(name)) return [name, atRest(field)];
          if (field.kind === "instant") return [name, now + offset];
          return [name, field.kind === "count" ? 1 : atRest(field)];
        }),
      ),
    })),
  );

const values = (field: Field, now: number): readonly Value[] => {
  switch (field.kind) {
    case "instant":
      return offsets.map((offset) => now + offset);
    case "count":
    case "id":
      return field.domain;
    case "choice":
      return field.words;
    case "flag":
      return [true, false];
  }
};

/** What refuses least: good facts, small counts, instants just gone one after another; then one fact at a time departs from it. */
const givens = (fields: Fields, now: number): readonly Values[] => {
  const usual: Values = Object.fromEntries(
    Object.entries(fields).map(([name, field], place) => {
      if (field.kind === "flag") return [name, name !== "answeredBefore"];
      if (field.kind === "count") return [name, field.domain.includes(2) ? 2 : (field.domain[1] ?? 0)];
      return [name, field.kind === "instant" ? now - 100 + place : (values(field, now).at(-1) ?? null)];
    }),
  );
  const departing = Object.entries(fields).flatMap(([name, field]) =>
    values(field, now).map((value) => ({ ...usual, [name]: value })),
  );
  return [usual, ...departing];
};

/** Every combination of states and time classes of the rule's instances, with every departing fact. */
export function* orderedCases(rule: Rule): Generator<RuleCase> {
  const now = midnight + day / 2;
  const combined = Object.keys(rule.instances).reduce<readonly Instances[]>(
    (sofar, name) =>
      sofar.flatMap((instances) =>
        standings(lifecycleOf(rule, name), now).map((one) => ({ ...instances, [name]: one })),
      ),
    [{}],
  );
  const sent = givens(rule.trigger.fields, now);
  for (const before of combined) for (const given of sent) yield { before, given, now };
}
