// The table of a lifecycle, by its name: what its states are called and how they are numbered.
// The policy level asks it once when it starts; a name that the law does not have is a fault of the program.
import { machineCores } from "../../impl/generated/law.ts";
import type { MachineCore } from "../../impl/lifecycle/machinecore.ts";

export const tableOf = (machine: string): MachineCore["table"] => {
  const found = machineCores.find(({ id }) => id === machine);
  if (found === undefined) throw new TypeError(`the law has no lifecycle called ${machine}`);
  return found.table;
};

/** The number of a state. */
export const stateOf = (machine: string, state: string): number => {
  const place = tableOf(machine).states.indexOf(state);
  if (place < 0) throw new TypeError(`the law has no ${machine} that is ${state}`);
  return place;
};
