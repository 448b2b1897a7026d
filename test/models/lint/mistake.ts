/**
 * A mistake: one change at one place of the good law, with what the linter must say about it.
 * The change goes along a path of keys and numbers; what lies beside the path stays as it was.
 * Nothing here knows what is a mistake and what is not.
 */
import type { FindingCode } from "../../../models/language/lint.ts";
import { isList, isRecord } from "../../../models/language/lint/shape.ts";

export type Path = readonly (string | number)[];

export interface Mistake {
  /** What somebody did, in a few words. */
  readonly what: string;
  /** Where the machine (or, beginning with "law", the whole law) is changed. */
  readonly path: Path;
  /** What stands there instead. */
  readonly by: (old: unknown) => unknown;
  readonly code: FindingCode;
  readonly place: string;
  readonly reason: string;
}

/** A value by which what stood there is taken away. */
const nothing = Symbol("nothing");

export const instead = (value: unknown) => (): unknown => value;
export const gone = (): unknown => nothing;
export const added =
  (...items: readonly unknown[]) =>
  (old: unknown): unknown =>
    isList(old) ? [...old, ...items] : items;
export const withParts =
  (parts: Readonly<Record<string, unknown>>) =>
  (old: unknown): unknown =>
    isRecord(old) ? { ...old, ...parts } : parts;

/** The value with a change at the path; a path that leads nowhere makes its own way. */
export const changed = (value: unknown, [step, ...rest]: Path, by: Mistake["by"]): unknown => {
  if (step === undefined) return by(value);
  if (isList(value)) {
    return Number(step) < value.length
      ? value.map((item, index) => (index === step ? changed(item, rest, by) : item))
      : [...value, changed(undefined, rest, by)];
  }
  const record = isRecord(value) ? value : {};
  const next = changed(record[step], rest, by);
  const others = Object.fromEntries(Object.entries(record).filter(([key]) => key !== step));
  return next === nothing
    ? others
    : Object.hasOwn(record, step)
      ? { ...record, [step]: next }
      : { ...others, [step]: next };
};
