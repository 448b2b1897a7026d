/**
 * The form of what every part of the law has: a sentence that describes it and the clauses it rests on.
 * Machines, states, transitions, events, rules and refusals are all asked for both.
 * Whether a sentence is good is for people to judge.
 */
import { clauses as register } from "../../clauses.ts";
import { parties } from "../../system.ts";
import { found, shown } from "./finding.ts";
import { list, need, one, text, type Entry, type Shape } from "./shape.ts";

const clause: Shape = (value, place) =>
  typeof value === "string" && Object.hasOwn(register, value)
    ? []
    : [found("clause-unknown", place, `There is no clause ${shown(value)}.`)];

export const clauses: Entry = need(list(clause, "clauses-missing"), "clauses-missing");
export const sentence: Entry = need(text("description-missing"), "description-missing");
export const party: Shape = one(parties, "party-unknown");
