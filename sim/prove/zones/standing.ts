/**
 * Where a slice stands over a zone: its instances, what else is remembered, and instants that only the search follows.
 * A move or the passing of time leads from one to others; here is also what every slice begins with and what is forgotten after a step.
 */
import { atRest as valueAtRest, contextAtRest } from "../../../models/language/fields.ts";
import { was } from "../../../models/language/slice.ts";
import { alone } from "./matrix.ts";
import type { Moment } from "./moment.ts";
import type { Reading } from "./reading.ts";
import { presentInstant, type Instant, type Symbolic, type SymbolicInstances } from "./symbol.ts";
import { valuesOf, type Around } from "./terms.ts";

export interface Standing {
  readonly moment: Moment;
  readonly instances: SymbolicInstances;
  readonly variables: Readonly<Record<string, Symbolic>>;
  /**
   * Instants that are no field of anything: first a Seoul midnight, if one is followed, by which all other days are told;
   * then when a story's steps were, or since when a time is measured.
   */
  readonly marks: readonly [midnight: Instant | null, ...others: readonly (Instant | null)[]];
}

const ofBefore = (instances: SymbolicInstances): SymbolicInstances =>
  Object.fromEntries(Object.entries(instances).map(([name, one]) => [was(name), one]));

/** What an expression sees at the present instant of a standing; the instances before the step too, if they are given. */
export const aroundOf = (
  { policy, timing }: Reading,
  { instances, variables }: Standing,
  before?: SymbolicInstances,
): Around => ({
  policy,
  timing,
  now: presentInstant,
  fields: variables,
  given: {},
  instances: before === undefined ? instances : { ...instances, ...ofBefore(before) },
});

/** Where every slice begins, at any time of a day, with these marks; or at a midnight, which is then the first mark. */
export function beginning(reading: Reading, marks: Standing["marks"] | "at midnight"): Standing {
  const { slice } = reading;
  const moment: Moment = {
    zone: alone,
    origins: [{ place: 0, least: 0, greatest: 0 }],
    midnights: marks === "at midnight" ? [presentInstant] : [],
    derived: [],
  };
  const empty: Standing = {
    moment,
    instances: {},
    variables: {},
    marks: marks === "at midnight" ? [presentInstant] : marks,
  };
  const begun = Object.entries(slice.instances).reduce<Standing>((standing, [name, { begins: how }]) => {
    const rest = reading.atRest(name);
    if (how === undefined) return { ...standing, instances: { ...standing.instances, [name]: rest } };
    const [only] = valuesOf(how.fields, standing.moment, aroundOf(reading, empty));
    if (only === undefined) return standing;
    const instance = { state: how.state, fields: { ...rest.fields, ...only.is } };
    return { ...standing, moment: only.moment, instances: { ...standing.instances, [name]: instance } };
  }, empty);
  const [remembered] = valuesOf(slice.remembers, begun.moment, aroundOf(reading, empty));
  return rested(reading, {
    ...begun,
    moment: remembered?.moment ?? begun.moment,
    variables: { ...contextAtRest(slice.variables), ...remembered?.is },
  });
}

/** Without what is gone, and without what nothing in the slice can read. */
export function rested(reading: Reading, standing: Standing): Standing {
  const instances = Object.fromEntries(
    Object.entries(standing.instances).map(([name, one]) => {
      const machine = reading.machineFor(name);
      const { state, fields } = machine.states[one.state]?.meta.gone === true ? reading.atRest(name) : one;
      const kept = Object.entries(fields).map(([field, value]): readonly [string, Symbolic] => {
        const form = machine.meta.fields[field];
        return [field, reading.isRelevant(name, field) || form === undefined ? value : valueAtRest(form)];
      });
      return [name, { state, fields: Object.fromEntries(kept) }];
    }),
  );
  return { ...standing, instances };
}
