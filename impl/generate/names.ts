/**
 * How names of the law become names of generated code: `code.submitted` becomes `codeSubmitted`, `consent` `Consent`.
 * Every printer asks here, so that one name is spelt one way.
 */
import { machines } from "../../models/machines.ts";
import type { Lifecycle } from "../../models/language/lifecycle.ts";
import type { Fields } from "../../models/language/fields.ts";

export const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** `case.window-inverted` becomes `caseWindowInverted`. */
export const camelCase = (name: string): string =>
  name
    .split(/[.-]/)
    .map((part, index) => (index === 0 ? part : capitalised(part)))
    .join("");

export const quoted = (text: string): string => JSON.stringify(text);

/** The number of a machine in the order of deadlines. */
export const machineNumber = (id: string): number => machines.findIndex((machine) => machine.id === id);

export const stateNumber = (machine: Lifecycle, state: string): number =>
  Object.keys(machine.states).indexOf(state);

/** All fields that any event of the machine brings, each once, in order of first mention. */
export const eventFieldsOf = (machine: Lifecycle): Fields =>
  Object.fromEntries(Object.values(machine.meta.events).flatMap(({ fields }) => Object.entries(fields)));

export const columnsName = (machine: Lifecycle): string => `${capitalised(machine.id)}Columns`;
