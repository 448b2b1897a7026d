/**
 * Moves a case or an outcome by whole days: every instant in it, and nothing else.
 * Nothing in the law may depend on which day it is, only on how far apart instants are and on when a Seoul day begins.
 */
import type { Fields } from "../../models/language/fields.ts";
import type { Value } from "../../models/language/expression.ts";
import type { Lifecycle } from "../../models/language/lifecycle.ts";
import type { Case } from "./cases.ts";
import type { Outcome } from "./outcome.ts";

type Values = Readonly<Record<string, Value>>;

const shiftedValues = (values: Values, fields: Fields, ms: number): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      fields[name]?.kind === "instant" && typeof value === "number" ? value + ms : value,
    ]),
  );

export const shiftedCase = (machine: Lifecycle, { standing, event, now }: Case, ms: number): Case => ({
  standing: { ...standing, fields: shiftedValues(standing.fields, machine.meta.fields, ms) },
  event:
    event === undefined
      ? undefined
      : { ...event, given: shiftedValues(event.given, machine.meta.events[event.type]?.fields ?? {}, ms) },
  now: now + ms,
});

const shifted = <Entry extends { readonly at: number }>(entries: readonly Entry[], ms: number) =>
  entries.map((entry) => ({ ...entry, at: entry.at + ms }));

export const shiftedOutcome = (machine: Lifecycle, outcome: Outcome, ms: number): Outcome => ({
  ...outcome,
  fields: shiftedValues(outcome.fields, machine.meta.fields, ms),
  said: shifted(outcome.said, ms),
  ...(outcome.taken === undefined ? {} : { taken: shifted(outcome.taken, ms) }),
});
