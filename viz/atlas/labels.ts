// The words of the law in both languages at once, as the page's data holds them.
// content.ts, transitions.ts and run.ts take every word from here, and this file takes them from models/labels.
// It adds no word of its own.
import type { Condition, Term } from "../../models/language/expression.ts";
import { words, type Words } from "../../models/labels/labels.ts";
import { sayKnowledge } from "../../models/labels/sayknowledge.ts";
import { saySet, sayCondition, sayValueOf, type Place } from "../../models/language/sentence.ts";
import type { KnowledgeTerm } from "../../models/messages.ts";
import type { Policy } from "../../models/policy.ts";
import { inBoth, type Said } from "../said.ts";

const en = words("en");
const ko = words("ko");

const said = (ask: (from: Words) => string): Said => ({ en: ask(en), ko: ask(ko) });

export const labels = {
  machine: (id: string): Said => said((from) => from.machine(id)),
  state: (machine: string, id: string): Said => said((from) => from.state(machine, id)),
  event: (id: string): Said => said((from) => from.event(id)),
  field: (machine: string, id: string): Said => said((from) => from.field(machine, id)),
  told: (name: string): Said => said((from) => from.told(name)),
  refusal: (code: string): { readonly sentence: Said; readonly advice: Said } => ({
    sentence: said((from) => from.refusal(code).sentence),
    advice: said((from) => from.refusal(code).advice),
  }),
  party: (id: string): Said => said((from) => from.party(id)),
  rule: (id: string): Said => said((from) => from.rule(id)),
  message: (id: string): Said => said((from) => from.message(id)),
  /** What a party can come to know. */
  knowledge: (name: string): Said => said((from) => from.knowledge(name)),
  /** What a field of a message is made of. */
  holds: (term: KnowledgeTerm): Said => inBoth((language) => sayKnowledge(term, language)),
  constant: (name: string): Said => said((from) => from.constant(name)),
  /** The value of a constant of the policy. */
  value: (name: string, policy: Policy): Said => inBoth((language) => sayValueOf(name, language, policy)),
  promise: (id: string): Said => said((from) => from.promise(id)),
  clause: (id: string): Said => said((from) => from.clause(id)),
  question: (clause: string): Said | undefined =>
    en.question(clause) === undefined ? undefined : said((from) => from.question(clause) ?? ""),
  source: (source: string): Said => said((from) => from.source(source)),
  description: (sentence: string): Said => said((from) => from.description(sentence)),
  condition: (place: Place, condition: Condition, policy: Policy): Said =>
    inBoth((language) => sayCondition(condition, language, policy, place)),
  /** One sentence for each field that is set. */
  settings: (machine: string, set: Readonly<Record<string, Term>>, policy: Policy): readonly Said[] =>
    Object.entries(set).map(([field, term]) =>
      inBoth((language) => saySet({ [field]: term }, language, policy, { scope: machine }).join(" ")),
    ),
};
