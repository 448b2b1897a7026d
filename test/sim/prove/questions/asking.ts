// Asks one open question under a policy set on the command line's form, for the tests beside this file.
// What is found and what is said of it come from the program; what they should be stands in byhand/.
import { Effect } from "effect";
import type { Law } from "../../../../models/language/surroundings.ts";
import { machines } from "../../../../models/machines.ts";
import type { Policy } from "../../../../models/policy.ts";
import { questionIds, type QuestionId } from "../../../../models/questions.ts";
import { rules } from "../../../../models/system.ts";
import { policyWith } from "../../../../sim/prove/policyset.ts";
import { computed, type Facts } from "../../../../sim/prove/questions/computed.ts";
import { readingOf, type Reading } from "../../../../sim/prove/questions/reading.ts";
import { english } from "../../../../sim/prove/questions/words/en.ts";
import { korean } from "../../../../sim/prove/questions/words/ko.ts";

export const law: Law = { machines, rules };

/** The founding policy with these constants set otherwise, as in `retention=7d`. */
export const policyOf = (...settings: readonly string[]): Policy =>
  Effect.runSync(policyWith("2020-07", settings));

type Computed = { readonly [Id in QuestionId]: (reading: Reading) => Facts[Id] };
const findings: Computed = computed;

export interface Asked {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly en: string;
  readonly ko: string;
}

const answered = <Id extends QuestionId>(id: Id, policy: Policy): Asked & { readonly id: Id } => {
  const facts = findings[id](readingOf(law, policy));
  return { id, facts: { ...facts }, en: english[id](facts), ko: korean[id](facts) };
};

/** The question of this name, under a policy. */
export const ask = (name: string, policy: Policy): Asked => {
  const id = questionIds.find((known) => known === name);
  if (id === undefined) throw new Error(`there is no question ${name}`);
  return answered(id, policy);
};

/** What no reader may be shown: a value that is not there, a name of the program, a template that was not filled in. */
export const placeholder =
  /undefined|null|NaN|Infinity|\[object|[{}$]|\b(never|endless)\b|[a-z][A-Z]|[a-z]\.[a-z]|TODO|\s{2}/;
