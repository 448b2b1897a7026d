/**
 * Shapes: small checks of unknown values that join into the form of a machine, a rule or a message.
 * A shape says everything that is wrong at its place and inside; none of them reads what is not data, which data.ts reports.
 * They know nothing of the law; the forms beside this file are written with them.
 */
import type { FindingCode } from "./advice.ts";
import { isData } from "./data.ts";
import { at, found, shown, type Finding } from "./finding.ts";

export type Shape = (value: unknown, place: string) => readonly Finding[];

export interface Entry {
  readonly shape: Shape;
  /** What to say when it is not there; an entry without it may be left out. */
  readonly missing?: FindingCode;
}

export const need = (shape: Shape, missing: FindingCode = "key-missing"): Entry => ({ shape, missing });
export const may = (shape: Shape): Entry => ({ shape });

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const inside = (shape: Shape, value: unknown, place: string): readonly Finding[] =>
  isData(value) ? shape(value, place) : [];

const wrong = (code: FindingCode, value: unknown, place: string, needed: string): readonly Finding[] => [
  found(code, place, `Here stands ${shown(value)}, where ${needed} is needed.`),
];

export const unknownKey = (key: string, place: string): Finding =>
  found("unknown-key", place, `"${key}" is not among what may stand here.`);

/** An object with these entries and no others. */
export const record =
  (
    entries: Readonly<Record<string, Entry>>,
    strange: (key: string, place: string, value: unknown) => Finding = unknownKey,
    code: FindingCode = "wrong-shape",
  ): Shape =>
  (value, place) => {
    if (!isRecord(value)) return wrong(code, value, place, "an object");
    const strangers = Object.keys(value).filter((key) => !Object.hasOwn(entries, key));
    return [
      ...strangers.map((key) => strange(key, at(place, key), value[key])),
      ...Object.entries(entries).flatMap(([key, { shape, missing }]) => {
        if (Object.hasOwn(value, key)) return inside(shape, value[key], at(place, key));
        return missing === undefined ? [] : [found(missing, at(place, key), `There is no "${key}".`)];
      }),
    ];
  };

/** An object whose names are free but for the check of each name. */
export const dictionary =
  (shape: Shape, naming: (name: string, place: string) => readonly Finding[]): Shape =>
  (value, place) =>
    isRecord(value)
      ? Object.entries(value).flatMap(([name, item]) => [
          ...naming(name, at(place, name)),
          ...inside(shape, item, at(place, name)),
        ])
      : wrong("wrong-shape", value, place, "an object");

export const list =
  (shape: Shape, empty?: FindingCode, code: FindingCode = "wrong-shape"): Shape =>
  (value, place) => {
    if (!isList(value)) return wrong(code, value, place, "a list");
    if (value.length === 0 && empty !== undefined) return [found(empty, place, "The list is empty.")];
    return value.flatMap((item, index) => inside(shape, item, at(place, index)));
  };

/** A string with something in it; `empty` is what to say when there is nothing. */
export const text =
  (empty: FindingCode = "wrong-shape"): Shape =>
  (value, place) => {
    if (typeof value !== "string") return wrong("wrong-shape", value, place, "a string");
    return value.trim() === "" ? [found(empty, place, "Nothing is written here.")] : [];
  };

/** Any value that passes the test. */
export const such =
  (passes: (value: unknown) => boolean, needed: string, code: FindingCode = "wrong-shape"): Shape =>
  (value, place) =>
    passes(value) ? [] : wrong(code, value, place, needed);

export const one = (allowed: readonly unknown[], code: FindingCode = "wrong-shape"): Shape =>
  such((value) => allowed.includes(value), allowed.map(shown).join(" or "), code);

/** A name that matches a form. */
export const named =
  (form: RegExp, needed: string, code: FindingCode = "name-form"): Shape =>
  (value, place) =>
    typeof value === "string" && form.test(value) ? [] : wrong(code, value, place, needed);
