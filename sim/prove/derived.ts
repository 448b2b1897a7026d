// The promises about knowledge, for every run and all constants at once: what a party can ever know follows from all messages
// that could ever reach it, kept for ever, and from its own keys. No state has to be searched for that.
// The mistake that must break such a promise is one more term in a message.
import { knowledgeOf } from "../../models/knowledge.ts";
import type { Companion } from "../../models/companions.ts";
import { atom, messages, type Message } from "../../models/messages.ts";
import type { Ignorance, Property } from "../../models/properties.ts";

export interface Derived {
  /** What the party could know and must not. */
  readonly known: readonly string[];
  /** Whether any message reaches the party: that somebody who is told nothing knows nothing, shows nothing. */
  readonly witnessed: boolean;
}

const forbidden = ({ party, mustNotKnow }: Ignorance, among: readonly Message[]): readonly string[] => {
  const known = knowledgeOf([party], [], among);
  return mustNotKnow.filter((name) => known.has(name));
};

/** Nothing for a promise that is not about knowledge. The messages are the law's own, unless others are to be looked at. */
export const derivedOf = ({ knows }: Property, among: readonly Message[] = messages): Derived | undefined =>
  knows === undefined
    ? undefined
    : { known: forbidden(knows, among), witnessed: among.some(({ to }) => to === knows.party) };

/** Whether the mistake makes the party know what it must not. */
export const isCaughtByKnowledge = (
  { knows }: Property,
  { message, atom: name }: Companion & { readonly kind: "knowledge" },
) => {
  const mistaken = messages.map((one) =>
    one.name === message ? { ...one, fields: { ...one.fields, mistake: atom(name) } } : one,
  );
  return knows !== undefined && forbidden(knows, mistaken).length > 0;
};
