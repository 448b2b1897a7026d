// What crosses between parties: every message of the law, and what starts a rule of another party without being one.
// content.ts puts them into the page's data; the picture of the parties is drawn from the same list.
// What the receiver can read follows by the law's own rules of knowledge, and is declared nowhere.
import { closure, ownKnowledge } from "../../../models/knowledge.ts";
import type { Rule } from "../../../models/language/rule.ts";
import type { KnowledgeTerm, Message } from "../../../models/messages.ts";
import { messages, rules } from "../../../models/system.ts";
import { labels } from "../labels.ts";
import type { CrossingData } from "./data.ts";

const idOf = (name: string): string => `message:${name}`;

/**
 * The message that brings a trigger: the one of its name, or else the only one on its way that no rule names.
 * Without one, the trigger itself is what crosses.
 */
function messageBringing({ trigger, party }: Rule): Message | undefined {
  const onItsWay = messages.filter(({ from, to }) => from === trigger.from && to === party);
  const named = onItsWay.find(({ name }) => name === trigger.name);
  const unnamed = onItsWay.filter(({ name }) => !rules.some((rule) => rule.trigger.name === name));
  return named ?? (unnamed.length === 1 ? unnamed[0] : undefined);
}

/** The id of what brings a rule's trigger; nothing where the party starts the rule by itself. */
export function broughtBy(rule: Rule): string | undefined {
  const { trigger, party } = rule;
  if (trigger.from === party) return undefined;
  return idOf(messageBringing(rule)?.name ?? `${party}.${trigger.name}`);
}

export const sentBy = (rule: Rule): readonly string[] => rule.sends.map(idOf);

const namesIn = (term: KnowledgeTerm): readonly string[] => {
  switch (term.kind) {
    case "atom":
      return [term.name];
    case "share":
      return [`share.${term.officer}`];
    case "sealed":
      return term.holds.flatMap(namesIn);
    case "digest":
      return term.of.flatMap(namesIn);
  }
};

function messageCrossing({ name, from, to, says, fields }: Message): CrossingData {
  const terms = Object.values(fields);
  const own = ownKnowledge[to];
  const known = closure([{ terms, own, atTheDoor: false }], []);
  const inside = [...new Set(terms.flatMap(namesIn))];
  const id = idOf(name);
  return {
    id,
    name: labels.message(name),
    from,
    to,
    says: labels.description(says),
    fields: Object.entries(fields).map(([field, term]) => ({
      name: labels.field(name, field),
      holds: labels.holds(term),
    })),
    opens: inside.filter((one) => known.has(one) && !own.includes(one)).map(labels.knowledge),
    closed: inside.filter((one) => !known.has(one)).map(labels.knowledge),
    sentBy: rules.filter((rule) => sentBy(rule).includes(id)).map((rule) => rule.id),
    answeredBy: rules.filter((rule) => broughtBy(rule) === id).map((rule) => rule.id),
  };
}

/** A trigger that no message brings, as what crosses. */
const triggerCrossing = (rule: Rule, id: string): CrossingData => ({
  id,
  name: labels.event(rule.trigger.name),
  from: rule.trigger.from,
  to: rule.party,
  says: labels.description(rule.description),
  fields: Object.keys(rule.trigger.fields).map((field) => ({ name: labels.field(rule.id, field) })),
  opens: [],
  closed: [],
  sentBy: [],
  answeredBy: [rule.id],
});

export const crossings = (): readonly CrossingData[] => [
  ...messages.map(messageCrossing),
  ...rules.flatMap((rule) => {
    const id = broughtBy(rule);
    return id === undefined || messageBringing(rule) !== undefined ? [] : [triggerCrossing(rule, id)];
  }),
];
