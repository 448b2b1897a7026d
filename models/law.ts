/**
 * The law as it is: every machine and every rule, as one value that readings, searches and stories are given.
 * A mutant of it is another value of the same form (language/change.ts); nothing here is that.
 */
import type { Law } from "./language/surroundings.ts";
import { machines } from "./machines.ts";
import { rules } from "./system.ts";

export const law: Law = { machines, rules };
