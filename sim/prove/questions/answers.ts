// All open questions with the answers that a law and a policy give, in the form that is printed as JSON and said on the terminal.
// It asks every question once for the answer and a few times more for the constants that the answer follows.
import { modelHash } from "../../../impl/generated/stamp.ts";
import { clauses } from "../../../models/clauses.ts";
import type { Law } from "../../../models/language/surroundings.ts";
import { words } from "../../../models/labels/labels.ts";
import { presets, type Policy } from "../../../models/policy.ts";
import { questionIds, questions, type QuestionId } from "../../../models/questions.ts";
import { questionsSchemaVersion, type OpenQuestion, type Questions } from "../../results/questions.ts";
import { computed, type Facts } from "./computed.ts";
import { readingOf, type Reading } from "./reading.ts";
import { restingOn } from "./resting.ts";
import { seen } from "./seen.ts";
import { english } from "./words/en.ts";
import { korean } from "./words/ko.ts";

type Computed = { readonly [Id in QuestionId]: (reading: Reading) => Facts[Id] };
const findings: Computed = computed;

const en = words("en");
const ko = words("ko");

function answered<Id extends QuestionId>(
  id: Id,
  law: Law,
  policy: Policy,
): OpenQuestion & { readonly id: Id } {
  const find = (asked: Policy): Facts[Id] => findings[id](readingOf(law, asked));
  const { found, restsOn } = restingOn(policy, find);
  const { clause } = questions[id];
  const { [id]: see } = seen;
  return {
    id,
    clause,
    grade: clauses[clause].grade,
    asks: { en: en.openQuestion(id), ko: ko.openQuestion(id) },
    answer: { en: english[id](found), ko: korean[id](found) },
    facts: { ...found },
    restsOn: restsOn.map((name) => ({
      name,
      value: policy.constants[name] ?? 0,
      says: { en: en.constant(name), ko: ko.constant(name) },
    })),
    ...(see === undefined ? {} : { see }),
  };
}

/** What the policy sets otherwise than its preset. */
const settings = ({ preset, constants }: Policy): Questions["policy"]["set"] => {
  const usual = Object.entries(presets).find(([name]) => name === preset)?.[1].constants ?? {};
  return Object.fromEntries(Object.entries(constants).filter(([name, value]) => usual[name] !== value));
};

export const answersOf = (law: Law, policy: Policy): Questions => ({
  schemaVersion: questionsSchemaVersion,
  modelHash,
  policy: { preset: policy.preset, set: settings(policy) },
  questions: questionIds.map((id) => answered(id, law, policy)),
});
