// What every explanation in the panel is given: the reader, and the machine it is about.
import type { MachineData } from "../../data.ts";
import type { Reader } from "../views/view.ts";

export interface Explained extends Reader {
  readonly machine: MachineData;
}

export const stateName = ({ machine, language }: Explained, id: string): string =>
  machine.states.find((state) => state.id === id)?.name[language] ?? id;
