// What was read from a file, before anything is known of it: objects, lists and settings are told from everything else.
// The readers of stories and of traces use it; it decides nothing about what a field means.
import type { Settings } from "../../../../../models/settings.ts";

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** The value of a JSON text; undefined for a text that is none. */
export const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Names with numbers or words, and nothing else. */
export const settingsOf = (value: unknown): Settings | undefined => {
  if (!isFields(value)) return undefined;
  const entries = Object.entries(value).flatMap(([name, setting]) =>
    typeof setting === "number" || typeof setting === "string" ? [[name, setting] as const] : [],
  );
  return entries.length === Object.keys(value).length ? Object.fromEntries(entries) : undefined;
};
