/**
 * The cells of a slice by the names that terms use, and the numbers that words, ids and flags have in them.
 * A value that does not fit the field it is compared with or written to is a mistake in the slice, and is refused.
 */
import { never } from "../../../impl/lifecycle/core.ts";
import { LawMistake } from "../../../models/language/evaluate.ts";
import type { Value } from "../../../models/language/expression.ts";
import type { Field } from "../../../models/language/fields.ts";
import type { Layout } from "./parts.ts";

export interface NamedCell {
  readonly place: number;
  readonly form: Field | undefined;
}

export const keyOf = (instance: string | undefined, field: string | undefined): string =>
  `${instance ?? ""}|${field ?? ""}`;

export const cellsByName = ({ cells }: Layout): ReadonlyMap<string, NamedCell> =>
  new Map(
    cells.flatMap((cell, place): readonly (readonly [string, NamedCell])[] => {
      switch (cell.kind) {
        case "phase":
          return [];
        case "state":
          return [[keyOf(cell.instance, undefined), { place, form: undefined }]];
        case "field":
          return [[keyOf(cell.instance, cell.field), { place, form: cell.form }]];
        case "variable":
          return [[keyOf(undefined, cell.name), { place, form: cell.form }]];
      }
    }),
  );

/** The number of a value where a field of this form is wanted. */
export function numberOf(value: Value, wanted: Field | undefined): number {
  const misfit = (): LawMistake => new LawMistake(`${String(value)} is no ${wanted?.kind ?? "number"}`);
  if (value === null) return wanted?.kind === "id" ? 0 : never;
  if (typeof value === "boolean") {
    if (wanted?.kind !== "flag") throw misfit();
    return value ? 1 : 0;
  }
  if (typeof value === "number") {
    if (wanted?.kind === "choice" || wanted?.kind === "id" || wanted?.kind === "flag") throw misfit();
    return value;
  }
  const among = wanted?.kind === "choice" ? wanted.words : wanted?.kind === "id" ? wanted.domain : [];
  const found = among.indexOf(value);
  if (found < 0) throw misfit();
  return wanted?.kind === "id" ? found + 1 : found;
}
