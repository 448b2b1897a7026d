/**
 * What a party must never know: derived from the messages for every run, and searched for in what it really keeps.
 * Each forbids single atoms of knowledge and whatever follows to them; see knowledge.ts for how they follow.
 */
import type { PartyName } from "../language/rule.ts";
import { property } from "./property.ts";

/** What each of these parties must never know, by the atoms of knowledge. */
export const forbiddenTo = {
  issuer: ["place", "timeOfScan", "scopeOfVenues", "whoWasWhere"],
  custodian: ["phone", "alias", "aliasBook", "epochSecret", "dayKey", "whoWasWhere"],
  venue: ["phone", "alias", "aliasBook", "epochSecret", "dayKey", "whoWasWhere"],
} as const satisfies Partial<Readonly<Record<PartyName, readonly string[]>>>;

const common = { clock: "none", trace: "durable", grade: "derived and watched" } as const;
const ignorant = (party: keyof typeof forbiddenTo) => ({ party, mustNotKnow: forbiddenTo[party] });

export const issuerBlind = property({
  id: "issuer-blind",
  clauses: ["S10", "S6"],
  prose: "The issuer neither holds nor can derive where anybody was.",
  ...common,
  knows: ignorant("issuer"),
});

export const custodianBlind = property({
  id: "custodian-blind",
  clauses: ["S6", "S7"],
  prose: "The custodian neither holds nor can derive who anybody is.",
  ...common,
  knows: ignorant("custodian"),
});

export const venueBlind = property({
  id: "venue-blind",
  clauses: ["S11"],
  prose: "The venue learns admitted or not, and neither holds nor can derive who the visitor is.",
  ...common,
  knows: ignorant("venue"),
});
