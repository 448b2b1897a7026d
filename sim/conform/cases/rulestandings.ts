/**
 * Where an instance of a rule can stand, as far as the rule can tell it apart: every state, fresh, with one field departing at a time,
 * and with each running deadline a millisecond before it is due, due, and a millisecond over.
 * Nothing says that a life leads there; what lives lead to is the business of the lifecycles' own cases.
 */
import type { Value } from "../../../models/language/expression.ts";
import { atRest, type Field } from "../../../models/language/fields.ts";
import type { Instance } from "../../../models/language/interpret.ts";
import type { Lifecycle } from "../../../models/language/lifecycle.ts";

const hourMs = 3_600_000;

const usual = (field: Field, now: number): Value => {
  switch (field.kind) {
    case "instant":
      return now + hourMs;
    case "count":
      return field.domain[1] ?? 0;
    case "id":
      return field.domain[0] ?? null;
    case "choice":
    case "flag":
      return atRest(field);
  }
};

const departures = (field: Field, now: number, isDeadline: boolean): readonly Value[] => {
  switch (field.kind) {
    case "instant":
      return isDeadline ? [now + 1, now, now - 1] : [now, null];
    case "count":
    case "id":
      return field.domain;
    case "choice":
      return field.words;
    case "flag":
      return [false, true];
  }
};

export const standingsOf = (machine: Lifecycle, now: number): readonly Instance[] =>
  Object.entries(machine.states).flatMap(([state, { meta, after }]) => {
    const fields = Object.entries(machine.meta.fields);
    const fresh = Object.fromEntries(
      fields.map(([name, field]) => [name, meta.keeps.includes(name) ? usual(field, now) : atRest(field)]),
    );
    const departing = fields
      .filter(([name]) => meta.keeps.includes(name))
      .flatMap(([name, field]) =>
        departures(field, now, after?.[name] !== undefined)
          .filter((value) => value !== fresh[name])
          .map((value) => ({ state, fields: { ...fresh, [name]: value } })),
      );
    return [{ state, fields: fresh }, ...departing];
  });
