/**
 * What a machine's generated columns say before anything was said: fresh rows, rows put back to rest, and columns that are not all there.
 * resting.test.ts asks it of the generated code as it is, test/mutants of code with mistakes in it.
 * It is the only comparison that no step takes part in.
 */
import type { MachineCore } from "../../impl/lifecycle/machinecore.ts";
import type { Columns } from "../../impl/store/rowtable.ts";
import { never } from "../../impl/lifecycle/core.ts";

/** Puts one slot of the machine's columns back to rest. */
export type Resting = (columns: Columns, slot: number) => void;

const slots = 3;

const restOf = (kind: string): number => (kind === "instant" ? never : 0);

const saysSomething = ({ table }: MachineCore, columns: Columns, slot: number): string | undefined => {
  if (columns.state[slot] !== 0) return "state";
  return table.fields.find(({ name, kind }) => columns[name]?.[slot] !== restOf(kind))?.name;
};

const written = ({ table }: MachineCore, columns: Columns): void => {
  columns.state.fill(1);
  for (const { name } of table.fields) columns[name]?.fill(1);
};

const without = (columns: Columns, name: string): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(columns).filter(([known]) => known !== name));

/** The first difference, told; nothing where the columns rest as they must. */
export function restingDifference(core: MachineCore, rest: Resting): string | undefined {
  const columns = core.makeColumns(slots);
  for (let slot = 0; slot < slots; slot += 1) {
    const field = saysSomething(core, columns, slot);
    if (field !== undefined) return `a fresh row of ${core.id} says something of ${field}`;
  }
  if (columns.state.length !== slots) return `${core.id} has rows for ${String(columns.state.length)}`;
  written(core, columns);
  rest(columns, 1);
  const field = saysSomething(core, columns, 1);
  if (field !== undefined) return `${core.id} put to rest still says something of ${field}`;
  const neighbour = [0, 2].find((slot) => columns.state[slot] !== 1);
  if (neighbour !== undefined) return `putting one ${core.id} to rest changes another`;
  if (core.open(columns) === undefined) return `${core.id} does not open its own columns`;
  const partial = Object.keys(columns).find((name) => core.open(without(columns, name)) !== undefined);
  if (partial !== undefined) return `${core.id} opens columns without ${partial}`;
  const wrong = Object.keys(columns).find((name) => core.open({ ...columns, [name]: [] }) !== undefined);
  return wrong === undefined ? undefined : `${core.id} opens columns whose ${wrong} is no column`;
}
