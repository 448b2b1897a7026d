// The shape of one lifecycle's table, as the generator prints it and the book reads it.
// A row is a key, a state and the fields of the machine; its events lie in a second table that ends with the row.
// It holds no rule: which states keep a row and which fields are deadlines come from the model.

export type FieldKind = "instant" | "count" | "choice" | "flag" | "id";

export interface FieldColumn {
  readonly name: string;
  readonly kind: FieldKind;
}

export interface RowTable {
  /** The machine's name, and the name of its table; its events lie in `<machine>_event`. */
  readonly machine: string;
  /** The index is the state's number in the core; 0 is the initial state. */
  readonly states: ReadonlyArray<string>;
  /** By state: true where no row is kept (the initial state and those that erase). */
  readonly gone: ReadonlyArray<boolean>;
  readonly fields: ReadonlyArray<FieldColumn>;
  /** The instant that never comes; NULL in SQL. */
  readonly never: number;
  /** The words of each choice field; TEXT in SQL. */
  readonly choices: Readonly<Record<string, ReadonlyArray<string>>>;
  /** Each field that is a deadline, with the states that obey it; `due` asks only for these. */
  readonly deadlines: Readonly<Record<string, ReadonlyArray<string>>>;
  readonly createSql: string;
}

/** Rows as columns: instants in Float64Array (whole milliseconds are exact there), the rest in Int32Array. */
export interface Columns {
  readonly state: Uint8Array;
  readonly [field: string]: Uint8Array | Float64Array | Int32Array;
}
