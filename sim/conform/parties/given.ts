/**
 * Reads what an event or a trigger brings as the types that the generated methods ask for.
 * A value of another kind is a mistake of whoever asks and throws; an instant that never comes is the service's number for never.
 */
import { never } from "../../../impl/lifecycle/core.ts";
import type { Value } from "../../../models/language/expression.ts";

type Given = Readonly<Record<string, Value>>;

export const levels = ["attention", "caution", "alert", "serious"] as const;
export const grounds = ["none", "investigation"] as const;

const mistaken = (name: string, value: Value | undefined): Error =>
  new TypeError(`${name} is ${JSON.stringify(value)}`);

/** A count, or an instant in ms. */
export const amountOf = (given: Given, name: string): number => {
  const value = given[name];
  if (value === null) return never;
  if (typeof value !== "number") throw mistaken(name, value);
  return value;
};

export const textOf = (given: Given, name: string): string => {
  const value = given[name];
  if (typeof value !== "string") throw mistaken(name, value);
  return value;
};

export const flagOf = (given: Given, name: string): boolean => {
  const value = given[name];
  if (typeof value !== "boolean") throw mistaken(name, value);
  return value;
};

export const wordOf = <Word extends string>(given: Given, name: string, words: readonly Word[]): Word => {
  const found = words.find((word) => word === given[name]);
  if (found === undefined) throw mistaken(name, given[name]);
  return found;
};
