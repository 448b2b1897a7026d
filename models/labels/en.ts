/**
 * The English dictionary: the words of en/, and the registers of clauses and open questions in their own words.
 * The models are written in English, so their sentences need no second version here; labels.ts gives them back as they are.
 */
import { clauses as register, type Clause } from "../clauses.ts";
import { questions } from "../questions.ts";
import type { Dictionary } from "./dictionary.ts";
import { events, told } from "./en/events.ts";
import { fields, flags } from "./en/fields.ts";
import { machines, states } from "./en/machines.ts";
import { heldWords, observations, observedFields, observedFlags } from "./en/observations.ts";
import { constants, grades, sets, vocabulary, vocabularyNames } from "./en/policy.ts";
import { promises } from "./en/promises.ts";
import { refusals } from "./en/refusals.ts";
import { knowledge, messages, parties, rules } from "./en/system.ts";

const entries: readonly (readonly [string, Clause])[] = Object.entries(register);

export const english: Dictionary = {
  machines,
  states,
  events,
  told,
  fields: { ...fields, ...observedFields },
  flags: { ...flags, ...observedFlags },
  observations,
  refusals,
  parties,
  rules,
  messages,
  knowledge,
  constants,
  sets,
  vocabulary: { ...vocabulary, ...heldWords },
  vocabularyNames,
  grades,
  promises,
  clauses: Object.fromEntries(entries.map(([id, clause]) => [id, clause.says])),
  questions: Object.fromEntries(Object.entries(questions).map(([id, { asks }]) => [id, asks])),
  sources: Object.fromEntries(entries.map(([, { source }]) => [source, source])),
  sentences: {},
};
