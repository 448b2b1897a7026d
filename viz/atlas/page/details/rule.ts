// What stands behind a rule of a party: its sentence, what starts it, what it refuses and when, what it does, sends and rests on.
// details.ts shows it in the panel for `rule:issuer.issue` and the like.
// Refusals stand in the order in which the law asks them.
import type { AtlasData, Language } from "../../data.ts";
import type { RuleData } from "../../system/data.ts";
import { addClauseChips, addClauses } from "../clauses.ts";
import { add, addFact, type Html } from "../../../html.ts";
import { overviewWords } from "../views/overview/words.ts";
import { addPick } from "./pick.ts";

function addRefusals(facts: Html, data: AtlasData, language: Language, { refusals }: RuleData): void {
  if (refusals.length === 0) return;
  const list = add(addFact(facts, overviewWords[language].refusals), "ol", "steps");
  for (const { code, says, condition, clauses } of refusals) {
    const item = add(list, "li", "", says[language]);
    add(item, "div", "quiet", condition[language]);
    add(item, "code", "", `${code} `);
    addClauseChips(item, data, language, clauses);
  }
}

function addDeeds(facts: Html, { machines, system }: AtlasData, language: Language, rule: RuleData): void {
  const words = overviewWords[language];
  if (rule.steps.length > 0) {
    const steps = add(addFact(facts, words.steps), "ol", "steps");
    for (const { machine, event, condition } of rule.steps) {
      const name = machines.find(({ id }) => id === machine)?.name[language] ?? machine;
      const item = add(steps, "li", "", `${name}: ${event[language]}`);
      if (condition !== undefined) add(item, "div", "quiet", `${words.where}: ${condition[language]}`);
    }
  }
  if (rule.sends.length === 0) return;
  const sends = addFact(facts, words.sends);
  for (const sent of rule.sends)
    addPick(sends, sent, system.crossings.find(({ id }) => id === sent)?.name[language] ?? sent);
}

export function addRule(parent: Html, data: AtlasData, language: Language, rule: RuleData): void {
  const words = overviewWords[language];
  const nameOf = (party: string) =>
    data.system.parties.find(({ id }) => id === party)?.name[language] ?? party;
  add(parent, "h3", "", rule.name[language]);
  add(parent, "code", "", rule.id);
  add(parent, "p", "says", rule.says[language]);
  const facts = add(parent, "dl");
  addPick(addFact(facts, words.party), `party:${rule.party}`, nameOf(rule.party));
  const starts = addFact(facts, words.starts);
  const by = rule.from === rule.party ? words.itself : nameOf(rule.from);
  if (rule.broughtBy === undefined) starts.text(`${rule.trigger[language]} (${by})`);
  else addPick(starts, rule.broughtBy, `${rule.trigger[language]} (${by})`);
  addRefusals(facts, data, language, rule);
  addDeeds(facts, data, language, rule);
  addClauses(parent, data, language, rule.clauses);
}
