// Everything that the models name, listed from the models themselves, by the dictionary in which its word must stand.
// The completeness test compares it with both languages, in both directions; nothing here is a list by hand.
import { clauses } from "../../../models/clauses.ts";
import { companions } from "../../../models/companions.ts";
import { knowledgeOf } from "../../../models/knowledge.ts";
import { refusalOf, toldBy, transitionsOf } from "../../../models/language/lifecycle.ts";
import { machines } from "../../../models/machines.ts";
import type { KnowledgeTerm } from "../../../models/messages.ts";
import { observed } from "../../../models/observations.ts";
import { timePassesSays } from "../../../models/language/saymove.ts";
import { partyRegister } from "../../../models/parties.ts";
import { properties } from "../../../models/properties.ts";
import { questions } from "../../../models/questions.ts";
import { constants, sets, vocabularies, type Constant } from "../../../models/policy.ts";
import { slices } from "../../../models/slices.ts";
import { messages, parties, rules } from "../../../models/system.ts";

const unique = (of: readonly string[]): readonly string[] => [...new Set(of)];
const placed = machines.flatMap((machine) => transitionsOf(machine));

const eventIds = machines.flatMap((machine) => Object.keys(machine.meta.events));
const triggers = rules.map((rule) => rule.trigger.name);
const messageNames = messages.map((message) => message.name);

/** Fields with whose they are, and whether they are flags. */
export const fieldPlaces: readonly {
  readonly scope: string;
  readonly field: string;
  readonly flag: boolean;
}[] = [
  ...machines.flatMap((machine) =>
    [machine.meta.fields, ...Object.values(machine.meta.events).map((event) => event.fields)].flatMap(
      (fields) =>
        Object.entries(fields).map(([field, { kind }]) => ({
          scope: machine.id,
          field,
          flag: kind === "flag",
        })),
    ),
  ),
  ...rules.flatMap((rule) =>
    Object.entries(rule.trigger.fields).map(([field, { kind }]) => ({
      scope: rule.id,
      field,
      flag: kind === "flag",
    })),
  ),
  ...messages.flatMap((message) =>
    Object.keys(message.fields).map((field) => ({ scope: message.name, field, flag: false })),
  ),
  ...Object.entries(observed).flatMap(([scope, fields]) =>
    Object.entries(fields).map(([field, { kind }]) => ({ scope, field, flag: kind === "flag" })),
  ),
];

const atomsOf = (term: KnowledgeTerm): readonly string[] => {
  switch (term.kind) {
    case "atom":
      return [term.name];
    case "sealed":
      return term.holds.flatMap(atomsOf);
    case "share":
      return [`share.${term.officer}`];
    case "digest":
      return term.of.flatMap(atomsOf);
  }
};

export const constantEntries: readonly (readonly [string, Constant])[] = Object.entries(constants);

/** The keys that each dictionary must have. */
export const named = {
  machines: machines.map((machine) => machine.id),
  states: machines.flatMap((machine) => Object.keys(machine.states).map((state) => `${machine.id}.${state}`)),
  events: unique([...eventIds, ...triggers.filter((name) => name.includes("."))]),
  told: unique(placed.flatMap(({ transition }) => toldBy(transition) ?? [])),
  flags: unique(fieldPlaces.filter(({ flag }) => flag).map(({ field }) => field)),
  observations: Object.keys(observed),
  refusals: unique([
    // What no transition answers.
    "not-allowed",
    ...placed.flatMap(({ transition }) => refusalOf(transition) ?? []),
    ...rules.flatMap((rule) => rule.refusals.map(({ code }) => code)),
  ]),
  parties,
  rules: rules.map((rule) => rule.id),
  messages: unique([...messageNames, ...triggers.filter((name) => !name.includes("."))]),
  knowledge: unique([
    ...messages.flatMap((message) => Object.values(message.fields).flatMap(atomsOf)),
    ...knowledgeOf(parties, ["officerKey.first", "officerKey.second"]),
  ]),
  constants: Object.keys(constants),
  sets: Object.keys(sets),
  vocabulary: unique([...Object.values(vocabularies).flat(), ...observed.stillHeld.what.words]),
  vocabularyNames: Object.keys(vocabularies),
  grades: ["S", "F", "C"],
  clauses: Object.keys(clauses),
  questions: Object.keys(questions),
  sources: unique(Object.values(clauses).map(({ source }) => source)),
} as const;

/** Every English sentence that stands in the models. */
export const sentences: readonly string[] = unique([
  ...machines.flatMap((machine) => [
    machine.description,
    ...Object.values(machine.states).map((state) => state.description),
  ]),
  ...placed.map(({ transition }) => transition.description),
  ...rules.flatMap((rule) => [rule.description, ...rule.refusals.map(({ says }) => says)]),
  ...messages.map(({ says }) => says),
  ...constantEntries.map(([, { description }]) => description),
  ...properties.map(({ prose }) => prose),
  ...slices.flatMap(({ description, leavesOut, beginsWith, moves, instances }) => [
    description,
    leavesOut,
    beginsWith,
    ...moves.map(({ says }) => says),
    ...moves.flatMap(({ names }) => Object.values(names ?? {})),
    ...Object.values(instances).map(({ of }) => of),
  ]),
  ...companions.map(({ says }) => says),
  ...Object.values(partyRegister).flatMap(({ says, in2020 }) => [says, in2020]),
  timePassesSays,
]);

export const promiseIds = properties.map(({ id }) => id);
