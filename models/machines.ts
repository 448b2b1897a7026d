/**
 * The lifecycles of the law, in the order in which deadlines of one instant fall due.
 * The generator, the linter, the prover and the diagrams take them from here.
 */
import { consent } from "./consent.ts";
import { crisis } from "./crisis.ts";
import { day } from "./day.ts";
import { disclosure } from "./disclosure.ts";
import type { Lifecycle } from "./language/lifecycle.ts";
import { pass } from "./pass.ts";
import { verification } from "./verification.ts";
import { visit } from "./visit.ts";

export const machines = [crisis, consent, verification, pass, visit, day, disclosure] as const;

export const machineOf = (id: string): Lifecycle | undefined => machines.find((machine) => machine.id === id);
