// Which logs and witnesses a set of cards pins: the card of a logging party carries its `log` key, that of a witness its
// `cosigner` key, and signed notes call a party by the name on its card behind `entrylog/`.
// Parties and the audit read cards here, so that all of them mean the same log by the same name.
import type { Card } from "../protocol/card.ts";
import type { NoteKey } from "./note.ts";
import type { PinnedLog } from "./logproof.ts";

const notePrefix = "entrylog/";
export const noteNameOf = (cardName: string): string => `${notePrefix}${cardName}`;
export const cardNameOf = (noteName: string): string =>
  noteName.startsWith(notePrefix) ? noteName.slice(notePrefix.length) : noteName;

/** The card's log, unless the party has none. */
export const logOfCard = (card: Card): NoteKey | undefined => {
  const publicKey = card.keys["log"];
  return publicKey === undefined ? undefined : { name: noteNameOf(card.name), publicKey };
};

/** The card's party as a witness, unless it is none. */
export const witnessOfCard = (card: Card): NoteKey | undefined => {
  const publicKey = card.keys["cosigner"];
  return publicKey === undefined ? undefined : { name: noteNameOf(card.name), publicKey };
};

/** The log of one card, with all the other cards' parties as its witnesses. */
export const pinnedLogOf = (card: Card, cards: readonly Card[]): PinnedLog | undefined => {
  const log = logOfCard(card);
  if (log === undefined) return undefined;
  const witnesses = cards
    .filter(({ name }) => name !== card.name)
    .flatMap((other) => witnessOfCard(other) ?? []);
  return { log, witnesses };
};
