// Puts the facts of a line into what a rule is given; models/story/tracetext.ts says how each stands as text.
// It refuses what no field of the rule could hold, and says which.
import { readFact } from "../../models/story/tracetext.ts";
import type { RulePlan } from "./ruleplan.ts";

/** Puts the facts into the plan; answers a sentence where they cannot be. */
export const giveFacts = ({ rule, facts, given }: RulePlan, text: string): string | undefined => {
  const texts = text === "" ? [] : text.split(",");
  if (texts.length !== facts.length)
    return `${rule.id} has ${String(facts.length)} facts, and ${String(texts.length)} stand here.`;
  for (let place = 0; place < facts.length; place += 1) {
    const fact = facts[place];
    if (fact === undefined) continue;
    const value = readFact(texts[place] ?? "", fact[1]);
    if (value === undefined) return `${texts[place] ?? ""} is no ${fact[0]} of ${rule.id}.`;
    given[fact[0]] = value;
  }
  return undefined;
};
