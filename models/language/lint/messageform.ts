/**
 * The form of messages and channels: every message has parties and terms, every pair that talks has a bounded channel.
 * The terms are what knowledge is derived from, so that a term without content would hide what somebody learns.
 * What parties can know is derived in knowledge.ts and not asked here.
 */
import { constants, type Constant } from "../../policy.ts";
import type { Channel, Message } from "../../messages.ts";
import { party, sentence } from "./evidenceform.ts";
import { plainName } from "./fieldsform.ts";
import { at, found, own, shown, type Finding } from "./finding.ts";
import { dictionary, isRecord, list, need, record, such, text, type Shape } from "./shape.ts";

const knowledge: Shape = (value, place) => {
  const kind = isRecord(value) ? value["kind"] : value;
  const parts = typeof kind === "string" ? own(knowledgeKinds, kind) : undefined;
  return parts === undefined
    ? [found("unknown-expression", place, `There is no knowledge of kind ${shown(kind)}.`)]
    : parts(value, place);
};
const kind = need(text());
const inside = need(list(knowledge, "empty-list"));
const knowledgeKinds: Readonly<Record<string, Shape>> = {
  atom: record({ kind, name: need(text()) }),
  sealed: record({ kind, under: need(text()), holds: inside }),
  share: record({ kind, secret: need(text()), officer: need(text()) }),
  digest: record({ kind, of: inside }),
};

export const messageForm: Shape = record({
  name: need(plainName),
  from: need(party),
  to: need(party),
  says: sentence,
  fields: need(dictionary(knowledge, plainName)),
});

const bound = (least: number) =>
  need(
    such(
      (value) => Number.isSafeInteger(value) && Number(value) >= least,
      `a whole number from ${String(least)}`,
      "channel-bounds",
    ),
  );

const age: Shape = (value, place) =>
  typeof value === "string" && own<Constant>(constants, value)?.kind === "duration"
    ? []
    : [found("channel-age", place, `The policy has no duration ${shown(value)}.`)];

export const channelForm: Shape = record({
  from: need(party),
  to: need(party),
  waiting: bound(1),
  losses: bound(0),
  copies: bound(0),
  age: need(age),
});

/** What messages mean together with the channels; all of them are of the right form already. */
export const findingsInMessage = (message: Message, channels: readonly Channel[]): readonly Finding[] => {
  const place = at("messages", message.name);
  if (message.from === message.to) {
    return [found("message-to-itself", place, `It goes from the ${message.from} to the ${message.to}.`)];
  }
  return channels.some((channel) => channel.from === message.from && channel.to === message.to)
    ? []
    : [found("channel-missing", place, `No channel leads from the ${message.from} to the ${message.to}.`)];
};
