/**
 * What the linter says: a stable code, the place, the reason in a sentence, and what to do about it.
 * The generator prints findings and stops; tests compare them with the corpus of machines to refuse.
 * A finding is a value: the linter never throws.
 */
import { advice, type FindingCode } from "./advice.ts";

export interface Finding {
  readonly code: FindingCode;
  /** Where it stands, for example `verification.states.verified.on[code.requested][1].guard`. */
  readonly place: string;
  readonly reason: string;
  readonly advice: string;
}

export const found = (code: FindingCode, place: string, reason: string): Finding => ({
  code,
  place,
  reason,
  advice: advice[code],
});

/** The place one step further in: a name after a point, a number or a name with points in brackets. */
export const at = (place: string, ...steps: readonly (string | number)[]): string =>
  steps.reduce<string>(
    (path, step) =>
      typeof step === "string" && /^[A-Za-z_]\w*$/.test(step)
        ? `${path}.${step}`
        : `${path}[${String(step)}]`,
    place,
  );

/** A value as a reason shows it: short, and never a whole object. */
export const shown = (value: unknown): string => {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  switch (typeof value) {
    case "string":
      return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}...` : value);
    case "number":
    case "boolean":
    case "bigint":
    case "undefined":
      return String(value);
    case "function":
      return "a function";
    case "symbol":
      return "a symbol";
    default:
      return "an object";
  }
};

/** What a record has itself: a name such as `constructor` is not found in everything. */
export const own = <Kind>(record: Readonly<Record<string, Kind>>, name: string): Kind | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

/** The names that stand more than once, each once. */
export const repeated = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name, index) => names.indexOf(name) !== index)),
];
