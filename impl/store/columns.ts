// Rows of one lifecycle in memory, a typed array a field, so that the generated core runs over them in batches.
// The book alone makes, grows and empties them; a slot is the place of one row in every array.
// A slot at rest is a row that does not exist: initial state, instants never, everything else 0.
import type { Columns, FieldKind, RowTable } from "./rowtable.ts";

type Column = Float64Array | Int32Array;

export interface ColumnSet {
  /** Replaced when the columns grow: read it anew after every load. */
  readonly columns: () => Columns;
  readonly capacity: () => number;
  readonly grow: () => void;
  readonly rest: (slot: number) => void;
  readonly state: () => Uint8Array;
  /** The array of the field with this index in the table's list. */
  readonly field: (index: number) => Column;
}

const restValue = (kind: FieldKind, never: number): number => (kind === "instant" ? never : 0);

const column = (kind: FieldKind, capacity: number): Column =>
  kind === "instant" ? new Float64Array(capacity) : new Int32Array(capacity);

export const makeColumnSet = (table: RowTable, capacityAtFirst: number): ColumnSet => {
  const rests = table.fields.map(({ kind }) => restValue(kind, table.never));
  let capacity = 0;
  let state = new Uint8Array(0);
  let fields: ReadonlyArray<Column> = table.fields.map(({ kind }) => column(kind, 0));
  let columns: Columns = { state };

  const resize = (larger: number): void => {
    const grownState = new Uint8Array(larger);
    grownState.set(state);
    const grownFields = table.fields.map(({ kind }, index) => {
      const grown = column(kind, larger).fill(rests[index] ?? 0);
      const old = fields[index];
      if (old !== undefined) grown.set(old);
      return grown;
    });
    state = grownState;
    fields = grownFields;
    const named: Record<string, Column> = {};
    table.fields.forEach(({ name }, index) => {
      const array = grownFields[index];
      if (array !== undefined) named[name] = array;
    });
    columns = { ...named, state };
    capacity = larger;
  };
  resize(capacityAtFirst);

  return {
    columns: () => columns,
    capacity: () => capacity,
    grow: () => resize(capacity * 2),
    rest: (slot) => {
      state[slot] = 0;
      fields.forEach((array, index) => {
        array[slot] = rests[index] ?? 0;
      });
    },
    state: () => state,
    field: (index) => fields[index] ?? new Int32Array(0),
  };
};
