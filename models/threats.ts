/**
 * The threat table: what each party, each pair, each thief and whoever listens can learn, and what they cannot, with the test that shows it.
 * What parties can know is also derived from the messages (knowledge.ts); a row says in words what that comes to, and what lies outside
 * messages: disks, backups, times, addresses. The Korean stands in labels/ko/threats.ts.
 * The command `threats`, the atlas and the tests read it.
 */
import { knowledgeOf } from "./knowledge.ts";
import { ofOutsiders } from "./threats/outsiders.ts";
import { ofParties } from "./threats/parties.ts";
import { ofThieves } from "./threats/thieves.ts";
import type { Threat } from "./threats/threat.ts";

export type { Possession, Threat } from "./threats/threat.ts";

export const threats = { ...ofParties, ...ofThieves, ...ofOutsiders } as const;

export type ThreatId = keyof typeof threats;

const asked = ["phone", "place", "timeOfScan", "alias", "epochSecret", "whoWasWhere"] as const;
const keys = ["officerKey.first", "officerKey.second"] as const;

/**
 * What the messages let these parties know who keep all that they ever saw, though their roles forbid it: the upper bound of a row.
 * Knowing a number and a place counts here as knowing who was where: that equal values and near times link them is taken for granted.
 */
export const boundOf = ({ parties, officers }: Threat): readonly string[] => {
  const known = knowledgeOf(parties, keys.slice(0, officers));
  return asked.filter((what) => known.has(what));
};
