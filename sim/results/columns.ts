// Rows of one form as columns: those of which at least one row knows something, in the order of the form.
// The CSV and the Parquet files of a run are written from them, so that both have the same columns under the same names.
// Where a row knows nothing, its place in the column is empty; it is not taken for a 0.
export type Cell = string | number;

export interface Column {
  readonly name: string;
  readonly values: readonly (Cell | undefined)[];
}

interface Form<Name extends string> {
  readonly fields: Readonly<Record<Name, unknown>>;
}

/** Without rows every column of the form is there, and is empty. */
export const columnsOf = <Name extends string>(
  form: Form<Name>,
  rows: readonly Readonly<Partial<Record<Name, Cell>>>[],
): readonly Column[] =>
  namesOf(form)
    .map((name) => ({ name, values: rows.map((row) => row[name]) }))
    .filter(({ values }) => values.length === 0 || values.some((value) => value !== undefined));

const namesOf = <Name extends string>({ fields }: Form<Name>): readonly Name[] => {
  const names: Name[] = [];
  for (const name in fields) names.push(name);
  return names;
};
