/**
 * The module of one machine's core behind the form that everything else calls it by, as generated/law.ts puts it there.
 * A module that was changed and imported by itself becomes a core here, without generating the list of all cores anew.
 * It calls by name and checks what comes back; it decides nothing.
 */
import type { MachineCore } from "../../impl/lifecycle/machinecore.ts";
import type { Columns } from "../../impl/store/rowtable.ts";
import type { Resting } from "./resting.ts";

type Module = Readonly<Record<string, unknown>>;

const capitalised = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1);

const functionOf = (module: Module, name: string) => {
  const found = module[name];
  if (typeof found !== "function") throw new Error(`there is no function ${name}`);
  return (...parts: readonly unknown[]): unknown => Reflect.apply(found, undefined, parts);
};

const isColumns = (found: unknown): found is Columns =>
  typeof found === "object" && found !== null && "state" in found && found.state instanceof Uint8Array;

const numberOf = (found: unknown): number => {
  if (typeof found !== "number") throw new Error("a step answers no number");
  return found;
};

export const restOf = (module: Module, id: string): Resting => {
  const rest = functionOf(module, `rest${capitalised(id)}`);
  return (columns, slot) => {
    rest(columns, slot);
  };
};

/** The core that the module makes; all that is no code of its own is the original's. */
export function coreOfModule(original: MachineCore, module: Module): MachineCore {
  const title = capitalised(original.id);
  const make = functionOf(module, `make${title}Columns`);
  const own = functionOf(module, `as${title}Columns`);
  const step = functionOf(module, `step${title}`);
  const settle = `settle${title}` in module ? functionOf(module, `settle${title}`) : () => undefined;
  return {
    ...original,
    makeColumns: (instances) => {
      const columns = make(instances);
      if (!isColumns(columns)) throw new Error(`${original.id} makes no columns`);
      return columns;
    },
    open: (columns) => {
      const rows = own(columns);
      if (rows === undefined) return undefined;
      return {
        settle: (slot, from, now, policy, log) => {
          settle(rows, slot, from, now, policy, log);
        },
        step: (slot, event, given, now, policy, log) =>
          numberOf(step(rows, slot, event, ...given, now, policy, log)),
      };
    },
  };
}
