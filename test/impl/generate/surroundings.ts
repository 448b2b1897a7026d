/**
 * Draws what an expression of the law can see: a policy, the present, fields and what an event brings, each of its kind.
 * Instants lie around each other, a constant of the policy apart and a millisecond to either side, so that both sides
 * of every comparison are drawn. It draws what the kinds allow, also where no machine ever comes to stand like that.
 */
import fc from "fast-check";
import type { Surroundings } from "../../../models/language/evaluate.ts";
import type { Value } from "../../../models/language/expression.ts";
import type { Field, Fields } from "../../../models/language/fields.ts";
import { constants, presetNames, presets } from "../../../models/policy.ts";

const durations = Object.values(constants).flatMap((constant) =>
  constant.kind === "duration" ? [constant.value] : [],
);

const apart = fc
  .record({
    times: fc.integer({ min: -1, max: 1 }),
    duration: fc.constantFrom(...durations),
    beside: fc.integer({ min: -1, max: 1 }),
  })
  .map(({ times, duration, beside }) => times * duration + beside);

const countOf = (most: number, domain: readonly number[]): fc.Arbitrary<number> =>
  fc.oneof(fc.constantFrom(...domain), fc.nat(Math.min(most, 12)), fc.nat(most));

const valueOf = (field: Field, now: number): fc.Arbitrary<Value> => {
  switch (field.kind) {
    case "instant":
      return fc.option(
        fc.array(apart, { maxLength: 2 }).map((steps) => steps.reduce((sum, step) => sum + step, now)),
        { freq: 4 },
      );
    case "count":
      return countOf(field.most, field.domain);
    case "choice":
      return fc.constantFrom(...field.words);
    case "flag":
      return fc.boolean();
    case "id":
      return fc.option(fc.constantFrom(...field.domain), { freq: 4 });
  }
};

const valuesOf = (fields: Fields, now: number): fc.Arbitrary<Readonly<Record<string, Value>>> =>
  fc.record(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, valueOf(field, now)])));

/** A Seoul midnight and the days around it, so that a start of a day is near. */
const midnight = Date.parse("2020-07-10T00:00:00.000+09:00");
const present = fc.oneof(
  fc.integer({ min: -2, max: 2 }).map((beside) => midnight + beside),
  fc.integer({ min: 0, max: 3 * constants.retention.value }).map((later) => midnight + later),
);

/** Surroundings in which the context and the event have these fields. */
export const surroundings = (context: Fields, given: Fields): fc.Arbitrary<Surroundings> =>
  present.chain((now) =>
    fc.record({
      policy: fc.constantFrom(...presetNames).map((name) => presets[name]),
      now: fc.constant(now),
      fields: valuesOf(context, now),
      given: valuesOf(given, now),
    }),
  );
