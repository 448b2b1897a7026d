/**
 * What a party can come to know: derived from what it receives and keeps by a closed list of rules, never declared.
 * Open what is sealed under a key one has; two shares of different officers make the secret; alias and account book give the person.
 * The properties ask it whether a role forbids what follows; the threat table asks it about parties that never erase, or that join forces.
 */
import type { PartyName } from "./language/rule.ts";
import { messages, type KnowledgeTerm, type Message } from "./messages.ts";

/** What each party has of itself, apart from messages: its keys, and what people tell it directly. */
export const ownKnowledge: Readonly<Record<PartyName, readonly string[]>> = {
  person: ["phone", "place"],
  issuer: ["phone", "alias", "aliasBook", "dayKey", "epochSecret", "issuerCaseKey", "timeOfPass"],
  venue: ["place", "venueKey"],
  custodian: ["custodianKey", "recordKey", "venueRegister"],
  authority: ["case", "scopeOfVenues", "scopeOfTime"],
  board: ["publicFigures"],
};

const flatten = (term: KnowledgeTerm, known: ReadonlySet<string>): readonly string[] => {
  switch (term.kind) {
    case "atom":
      return [term.name];
    case "sealed":
      return known.has(term.under) ? term.holds.flatMap((inner) => flatten(inner, known)) : [];
    case "share":
      return [`share.${term.officer}`];
    case "digest":
      return [];
  }
};

/** One round of the rules that make new knowledge of old. */
const derive = (known: ReadonlySet<string>): readonly string[] => [
  ...(known.has("share.first") && known.has("share.second") ? ["epochSecret"] : []),
  ...(known.has("alias") && known.has("aliasBook") ? ["phone"] : []),
  ...(known.has("phone") && known.has("place") && known.has("timeOfScan") ? ["whoWasWhere"] : []),
];

/** Everything that follows from these terms and atoms. */
export function closure(terms: readonly KnowledgeTerm[], atoms: readonly string[]): ReadonlySet<string> {
  let known: ReadonlySet<string> = new Set(atoms);
  for (;;) {
    const next = new Set([...known, ...terms.flatMap((term) => flatten(term, known)), ...derive(known)]);
    if (next.size === known.size) return known;
    known = next;
  }
}

/** All terms that ever reach or leave the parties, as one of them sees them. */
const seenBy = (party: PartyName, among: readonly Message[]): readonly KnowledgeTerm[] =>
  among
    .filter((message) => message.to === party || message.from === party)
    .flatMap((message) => Object.values(message.fields));

/**
 * What these parties can know together, holding besides the given keys (an officer's, or a stolen one).
 * The messages are the law's own, unless a mistake in them is to be looked at.
 */
export const knowledgeOf = (
  together: readonly PartyName[],
  keys: readonly string[] = [],
  among: readonly Message[] = messages,
): ReadonlySet<string> =>
  closure(
    together.flatMap((party) => seenBy(party, among)),
    [...together.flatMap((party) => ownKnowledge[party]), ...keys],
  );
