// Reads the facts of a line into what a rule is given: words by their place in their vocabulary, flags as 0 and 1, "never" as a dash.
// Ids stand as numbers that mean nothing but themselves; 0 is nobody.
// It refuses what no field of the rule could hold, and says which.
import type { Value } from "../../models/language/expression.ts";
import type { Field } from "../../models/language/fields.ts";
import { neverMark } from "./line.ts";
import type { RulePlan } from "./ruleplan.ts";

const valueOf = (text: string, field: Field): Value | undefined => {
  if (text === neverMark) return field.kind === "instant" ? null : undefined;
  const number = text === "" ? NaN : Number(text);
  if (!Number.isSafeInteger(number)) return undefined;
  switch (field.kind) {
    case "instant":
    case "count":
      return number;
    case "flag":
      return number === 0 ? false : number === 1 ? true : undefined;
    case "choice":
      return field.words[number];
    case "id":
      return number === 0 ? null : text;
  }
};

/** Puts the facts into the plan; answers a sentence where they cannot be. */
export const giveFacts = ({ rule, facts, given }: RulePlan, text: string): string | undefined => {
  const texts = text === "" ? [] : text.split(",");
  if (texts.length !== facts.length)
    return `${rule.id} has ${String(facts.length)} facts, and ${String(texts.length)} stand here.`;
  for (let place = 0; place < facts.length; place += 1) {
    const fact = facts[place];
    if (fact === undefined) continue;
    const value = valueOf(texts[place] ?? "", fact[1]);
    if (value === undefined) return `${texts[place] ?? ""} is no ${fact[0]} of ${rule.id}.`;
    given[fact[0]] = value;
  }
  return undefined;
};
