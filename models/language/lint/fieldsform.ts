/**
 * The form of what machines, events and triggers declare that they hold, and of the names they give it.
 * A domain must fit its field: the prover and the table tests range over it and would otherwise search nothing.
 * It refuses names that XState or JavaScript would read as something else.
 */
import { at, found, shown, type Finding } from "./finding.ts";
import {
  dictionary,
  isList,
  isRecord,
  list,
  named,
  need,
  record,
  text,
  type Entry,
  type Shape,
} from "./shape.ts";

export const plainName = named(/^[a-z][a-zA-Z0-9]*$/, "a plain camel-case word");
export const dottedName = named(
  /^(?!xstate\.)[a-z][a-zA-Z0-9]*(\.[a-z][a-zA-Z0-9]*)+$/,
  "two or more plain words joined by points",
);
export const codeName = named(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "a code in kebab-case", "refusal-code");

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

const declared = (place: string, holds: boolean, reason: string): readonly Finding[] =>
  holds ? [] : [found("field-declaration", place, reason)];

const distinct = (values: readonly unknown[]): boolean => new Set(values).size === values.length;

const most: Shape = (value, place) =>
  declared(place, isCount(value), `The greatest count is ${shown(value)}, not a whole number.`);
const countDomain: Shape = (value, place) =>
  declared(
    place,
    isList(value) && value.length > 0 && value.every(isCount) && distinct(value),
    "The domain is not a list of different whole numbers.",
  );
const names: Shape = (value, place) => [
  ...declared(
    place,
    isList(value) && value.length > 0 && distinct(value),
    "It is not a list of different names.",
  ),
  ...(isList(value) ? list(text())(value, place) : []),
];

const part = (shape: Shape): Entry => need(shape, "field-declaration");
const kinds: Readonly<Record<string, Readonly<Record<string, Entry>>>> = {
  instant: {},
  count: { most: part(most), domain: part(countDomain) },
  choice: { words: part(names) },
  flag: {},
  id: { domain: part(names) },
};

const withinMost = (value: Readonly<Record<string, unknown>>, place: string): readonly Finding[] => {
  const { domain, most: greatest } = value;
  if (!isList(domain) || !isCount(greatest)) return [];
  return declared(
    at(place, "domain"),
    domain.every((member) => !isCount(member) || member <= greatest),
    `The domain goes beyond the greatest count, ${String(greatest)}.`,
  );
};

const field: Shape = (value, place) => {
  const kind = isRecord(value) ? value["kind"] : undefined;
  if (!isRecord(value) || typeof kind !== "string" || !Object.hasOwn(kinds, kind)) {
    return [found("field-declaration", place, `There is no field of kind ${shown(kind)}.`)];
  }
  return [...record({ kind: need(text()), ...kinds[kind] })(value, place), ...withinMost(value, place)];
};

/** Fields of a context or a rule's trigger. */
export const fields: Shape = dictionary(field, plainName);

/** Fields of an event; `type` is the name of the event itself. */
export const eventFields: Shape = dictionary(field, (name, place) =>
  name === "type"
    ? [found("name-form", place, 'XState keeps the event\'s own name under "type".')]
    : plainName(name, place),
);
