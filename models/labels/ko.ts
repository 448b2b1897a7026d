/**
 * The Korean dictionary: the words of ko/, joined.
 * It has a text for everything that the models name, and for every English sentence in them; a test goes through all of it.
 */
import type { Dictionary } from "./dictionary.ts";
import { clauses } from "./ko/clauses.ts";
import { events, told } from "./ko/events.ts";
import { fields, flags } from "./ko/fields.ts";
import { machines, states } from "./ko/machines.ts";
import { heldWords, observations, observedFields, observedFlags } from "./ko/observations.ts";
import { constants, grades, sets, vocabulary, vocabularyNames } from "./ko/policy.ts";
import { promises } from "./ko/promises.ts";
import { questions } from "./ko/questions.ts";
import { refusals } from "./ko/refusals.ts";
import { companions } from "./ko/sentences/companions.ts";
import { moves } from "./ko/sentences/moves.ts";
import { parties as partySentences } from "./ko/sentences/parties.ts";
import { person } from "./ko/sentences/person.ts";
import { policy } from "./ko/sentences/policy.ts";
import { properties } from "./ko/sentences/properties.ts";
import { record } from "./ko/sentences/record.ts";
import { system } from "./ko/sentences/system.ts";
import { sources } from "./ko/sources.ts";
import { knowledge, messages, parties, rules } from "./ko/system.ts";

export const korean: Dictionary = {
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
  clauses,
  questions,
  sources,
  sentences: {
    ...partySentences,
    ...person,
    ...record,
    ...system,
    ...policy,
    ...properties,
    ...moves,
    ...companions,
  },
};
