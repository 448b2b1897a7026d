/**
 * Whether a configuration is data all the way down: strings, numbers, true, false, null, lists and plain objects.
 * XState would take closures, accessors and actors as well; nothing that generates, proves or draws could read them.
 * It looks at values only; which names they may stand under is the business of the forms beside it.
 */
import { at, found, shown, type Finding } from "./finding.ts";

/** Deeper than any law that a person can read, and far from where reading it would run out of stack. */
const deepest = 64;

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** Data at its own level; what lies inside is asked about on its own. */
export const isData = (value: unknown): boolean => {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  return typeof value === "object" && (Array.isArray(value) || isPlain(value));
};

const properties = (value: object, place: string, above: readonly object[]): readonly Finding[] =>
  Reflect.ownKeys(value).flatMap((key) => {
    if (Array.isArray(value) && key === "length") return [];
    if (typeof key === "symbol") return [found("not-data", place, `It has ${String(key)} for a key.`)];
    const inside = at(place, Array.isArray(value) ? Number(key) : key);
    const property = Object.getOwnPropertyDescriptor(value, key);
    if (property !== undefined && !("value" in property)) {
      return [found("closure", inside, "It is computed by an accessor whenever it is read.")];
    }
    return whatIsNotData(property?.value, inside, [...above, value]);
  });

/** Everything in it that is not data, with its place. */
export function whatIsNotData(
  value: unknown,
  place: string,
  above: readonly object[] = [],
): readonly Finding[] {
  if (typeof value === "function") return [found("closure", place, "A function stands here.")];
  if (!isData(value))
    return [found("not-data", place, `Here stands ${shown(value)}, which is not plain data.`)];
  if (typeof value !== "object" || value === null) return [];
  if (above.length >= deepest) return [found("too-deep", place, `It lies ${String(deepest)} levels deep.`)];
  if (above.includes(value)) return [found("cyclic", place, "It contains itself.")];
  return properties(value, place, above);
}
