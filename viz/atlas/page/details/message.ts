// What stands behind something that crosses from one party to another: its sentence, what it is made of, what it tells the receiver.
// details.ts shows it in the panel for `message:deposit` and the like.
// What the receiver can read was derived when building; nothing is derived here.
import type { AtlasData, Language } from "../../data.ts";
import type { CrossingData } from "../../system/data.ts";
import { add, addFact, type Html } from "../../../html.ts";
import { overviewWords } from "../views/overview/words.ts";
import { addPick } from "./pick.ts";

function addFields(facts: Html, language: Language, { fields }: CrossingData): void {
  if (fields.length === 0) return;
  const words = overviewWords[language];
  const list = addFact(facts, fields.some(({ holds }) => holds !== undefined) ? words.madeOf : words.told);
  for (const { name, holds } of fields) {
    const line = add(list, "div", "", name[language]);
    if (holds !== undefined && holds[language] !== name[language]) add(line, "div", "quiet", holds[language]);
  }
}

export function addMessage(parent: Html, data: AtlasData, language: Language, crossing: CrossingData): void {
  const words = overviewWords[language];
  const { parties, rules } = data.system;
  add(parent, "h3", "", crossing.name[language]);
  add(parent, "code", "", crossing.id);
  add(parent, "p", "says", crossing.says[language]);
  const facts = add(parent, "dl");
  const ends = [
    [words.from, crossing.from],
    [words.to, crossing.to],
  ] as const;
  for (const [word, end] of ends) {
    const name = parties.find(({ id }) => id === end)?.name[language] ?? end;
    addPick(addFact(facts, word), `party:${end}`, name);
  }
  addFields(facts, language, crossing);
  const known = [
    [words.opens, crossing.opens],
    [words.closed, crossing.closed],
  ] as const;
  if (crossing.fields.some(({ holds }) => holds !== undefined))
    for (const [word, things] of known)
      addFact(facts, word).text(things.map((one) => one[language]).join(", ") || words.nothing);
  const link = (list: Html, ids: readonly string[]) => {
    for (const id of ids)
      addPick(list, `rule:${id}`, rules.find((rule) => rule.id === id)?.name[language] ?? id);
  };
  if (crossing.sentBy.length > 0) link(addFact(facts, words.sentBy), crossing.sentBy);
  const answered = addFact(facts, words.answeredBy);
  if (crossing.answeredBy.length === 0) answered.text(words.nobody);
  link(answered, crossing.answeredBy);
}
