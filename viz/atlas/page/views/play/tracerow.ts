// One row of a witness trace: when what was asked of which rule, with which facts, and how it was answered.
// It is read by the forms of the rule's own fields; a row that no rule could have is none.
import type { Value } from "../../../../../models/language/expression.ts";
import type { Rule } from "../../../../../models/language/rule.ts";
import { readFact, refusalMark, silentMark } from "../../../../../models/story/tracetext.ts";
import { rules } from "../../../../../models/system.ts";

export interface TraceRow {
  readonly at: number;
  readonly rule: Rule;
  readonly keys: readonly string[];
  readonly given: Readonly<Record<string, Value>>;
  readonly refused: string;
  readonly told: string;
}

/** The row that stands in a line; nothing for an observation, or where it cannot be read. */
export function rowIn(text: string): TraceRow | undefined {
  const [at = "", id = "", keys = "", facts = "", answer = ""] = text.split("\t");
  const rule = rules.find((one) => one.id === id);
  const fields = Object.entries(rule?.trigger.fields ?? {});
  const texts = facts === "" ? [] : facts.split(",");
  if (rule === undefined || !/^\d{1,15}$/.test(at) || texts.length !== fields.length) return undefined;
  const given: Record<string, Value> = {};
  for (const [place, [name, field]] of fields.entries()) {
    const value = readFact(texts[place] ?? "", field);
    if (value === undefined) return undefined;
    given[name] = value;
  }
  const isRefused = answer.startsWith(refusalMark);
  return {
    at: Number(at),
    rule,
    keys: keys.split(","),
    given,
    refused: isRefused ? answer.slice(refusalMark.length) : "",
    told: isRefused || answer === silentMark ? "" : answer,
  };
}
