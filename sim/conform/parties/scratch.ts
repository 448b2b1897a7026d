/**
 * Passes and visits as they go through a decision of a generated service: nothing of them is a row of a book,
 * so whoever decides puts them into the one scratch slot first and reads them from there afterwards.
 */
import type { PassColumns } from "../../../impl/generated/core/pass.ts";
import type { VisitColumns } from "../../../impl/generated/core/visit.ts";
import { never } from "../../../impl/lifecycle/core.ts";
import type { RowTable } from "../../../impl/store/rowtable.ts";
import type { Value } from "../../../models/language/expression.ts";
import type { Instance } from "../../../models/language/interpret.ts";

type Column = Uint8Array | Float64Array | Int32Array;

type Scratch = PassColumns | VisitColumns;

const columnsOf = (scratch: Scratch): readonly (readonly [string, Column])[] =>
  Object.entries<Column>({ ...scratch });

const numberOf = (value: Value): number => (value === null ? never : Number(value));

/** Puts an instance into the slot. */
export const putInto = (scratch: Scratch, { states }: RowTable, { state, fields }: Instance): void => {
  for (const [name, column] of columnsOf(scratch))
    column.fill(name === "state" ? states.indexOf(state) : numberOf(fields[name] ?? null));
};

/** What the slot holds. */
export const takenFrom = (scratch: Scratch, { states, fields }: RowTable): Instance => {
  const columns = new Map(columnsOf(scratch));
  const read = (name: string): number => columns.get(name)?.[0] ?? 0;
  return {
    state: states[read("state")] ?? "",
    fields: Object.fromEntries(
      fields.map(({ name, kind }): readonly [string, Value] => {
        const value = read(name);
        if (kind === "flag") return [name, value === 1];
        return [name, value === never ? null : value];
      }),
    ),
  };
};
