// What stands behind a party: what it is, who it was in 2020, what it keeps, must never know and could know, and its rules.
// details.ts shows it in the panel for `party:issuer` and the like.
// It reads the data alone and judges nothing.
import type { AtlasData, Language } from "../../data.ts";
import type { PartyData } from "../../system/data.ts";
import { addClauseChips, addClauses } from "../clauses.ts";
import { add, addFact, type Html } from "../../../html.ts";
import { overviewWords } from "../views/overview/words.ts";
import { addPick } from "./pick.ts";

function addKept(facts: Html, data: AtlasData, language: Language, { keeps }: PartyData): void {
  const words = overviewWords[language];
  const kept = addFact(facts, words.keeps);
  if (keeps.length === 0) kept.text(words.nothing);
  for (const { machine, fields } of keeps) {
    const name = data.machines.find(({ id }) => id === machine)?.name[language] ?? machine;
    const line = add(kept, "div", "", "");
    add(line, "b", "", name);
    const listed = fields.map((field) => field[language]).join(", ");
    add(line, "div", "quiet", listed);
  }
}

function addKnowledge(facts: Html, data: AtlasData, language: Language, party: PartyData): void {
  const words = overviewWords[language];
  if (party.files !== undefined) {
    addFact(facts, words.filesTell).text(party.files.tell[language]);
    addFact(facts, words.filesDoNot).text(party.files.doNotTell[language]);
  }
  for (const { promise, says, of, clauses } of party.mustNotKnow) {
    const never = addFact(facts, words.never);
    add(never, "div", "", of.map((one) => one[language]).join(", "));
    add(never, "div", "quiet", says[language]);
    add(never, "code", "", `${promise} `);
    addClauseChips(never, data, language, clauses);
  }
  addFact(facts, words.canKnow).text(party.canKnow.map((one) => one[language]).join(", "));
}

export function addParty(parent: Html, data: AtlasData, language: Language, party: PartyData): void {
  const words = overviewWords[language];
  add(parent, "h3", "", party.name[language]);
  add(parent, "p", "says", party.says[language]);
  const facts = add(parent, "dl");
  addFact(facts, words.in2020).text(party.in2020[language]);
  addKept(facts, data, language, party);
  addKnowledge(facts, data, language, party);
  const rules = addFact(facts, words.rules);
  const own = data.system.rules.filter((rule) => rule.party === party.id);
  if (own.length === 0) rules.text(words.noRules);
  for (const { id, name } of own) addPick(rules, `rule:${id}`, name[language]);
  addClauses(parent, data, language, party.clauses);
}
