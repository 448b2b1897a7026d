/**
 * The form of terms and conditions: which kinds there are and which parts each has.
 * It takes unknown values, so that an expression written by hand is told apart from one that the builders made.
 * What an expression means is judged in terms.ts and conditions.ts, after this.
 */
import { at, found, shown, type Finding } from "./finding.ts";
import { isRecord, list, may, need, record, such, text, type Entry, type Shape } from "./shape.ts";

type Kinds = Readonly<Record<string, Readonly<Record<string, Entry>>>>;

const part = (shape: Shape): Entry => need(shape, "expression-shape");
const strangePart = (key: string, place: string): Finding =>
  found("expression-shape", place, `"${key}" is no part of this kind of expression.`);

const tagged =
  (kinds: () => Kinds, what: string, elsewhere: () => Kinds): Shape =>
  (value, place) => {
    if (!isRecord(value)) {
      return [found("expression-shape", place, `Here stands ${shown(value)}, where ${what} is needed.`)];
    }
    const kind = value["kind"];
    if (typeof kind === "string" && Object.hasOwn(kinds(), kind)) {
      const parts = { kind: need(text()), ...kinds()[kind] };
      return record(parts, strangePart)(value, place);
    }
    if (typeof kind === "string" && Object.hasOwn(elsewhere(), kind)) {
      return [found("expression-shape", place, `${shown(kind)} stands where ${what} is needed.`)];
    }
    return [found("unknown-expression", at(place, "kind"), `There is no expression of kind ${shown(kind)}.`)];
  };

const name = text("expression-shape");
const value = such(
  (candidate) => candidate === null || ["string", "number", "boolean"].includes(typeof candidate),
  "a number, a word, a flag or null",
  "expression-shape",
);

export const term: Shape = (candidate, place) =>
  tagged(
    () => termKinds,
    "a term (an expression with a value)",
    () => conditionKinds,
  )(candidate, place);
export const condition: Shape = (candidate, place) =>
  tagged(
    () => conditionKinds,
    "a condition (an expression that is true or false)",
    () => termKinds,
  )(candidate, place);

const terms = list(term, "empty-list", "expression-shape");
const conditions = list(condition, "empty-list", "expression-shape");

const termKinds: Kinds = {
  literal: { value: part(value) },
  policy: { name: part(name) },
  field: { field: part(name), instance: may(name) },
  given: { field: part(name) },
  now: {},
  sum: { of: part(terms) },
  min: { of: part(terms) },
  startOfDay: { instant: part(term) },
};

const conditionKinds: Kinds = {
  reached: { instant: part(term), by: part(term) },
  present: { field: part(term) },
  below: { left: part(term), right: part(term) },
  equals: { left: part(term), right: part(term) },
  oneOf: { value: part(term), set: part(name) },
  flag: { value: part(term) },
  inState: { instance: part(name), states: part(list(name, "empty-list", "expression-shape")) },
  and: { of: part(conditions) },
  or: { of: part(conditions) },
  not: { of: part(condition) },
};
