/**
 * The threat table: what each party, each pair, each thief and whoever listens can learn, and what they cannot, with the test that shows it.
 * What parties can know is also derived from the messages (knowledge.ts); a row says in words what that comes to, and what lies outside
 * messages: disks, backups, times, addresses. The Korean stands in labels/ko/threats.ts.
 * The command `threats`, the atlas and the tests read it.
 */
import { knowledgeOf } from "./knowledge.ts";
import { links, type Link } from "./linking.ts";
import { messages, sealed, sealedHandle, type Message } from "./messages.ts";
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
 * What the messages let these parties know who watch live and keep all that they ever saw, though their roles forbid it: the upper bound
 * of a row. Near times count as if nobody else had asked in the same seconds: how many do, the messages do not tell.
 */
export const boundOf = ({ parties, officers }: Threat): readonly string[] => {
  const known = knowledgeOf(parties, keys.slice(0, officers));
  return asked.filter((what) => known.has(what));
};

/** How number and place come together: in one thing that is seen and opened, or by what links two that stay closed. */
export type Way = "seen at once" | Link;
export const ways: readonly Way[] = ["seen at once", ...links];

/** The messages for whoever keeps handles closed, as an issuer does that has forgotten an epoch's secret. */
const closed: readonly Message[] = messages.map((message) => ({
  ...message,
  fields: Object.fromEntries(
    Object.entries(message.fields).map(([field, term]) => [
      field,
      term === sealedHandle ? sealed("nobody's key", term) : term,
    ]),
  ),
}));

/** By which ways, each alone, these parties could say who was where; none where they cannot. */
export const namedBy = ({ parties, officers }: Threat): readonly Way[] =>
  ways.filter((way) =>
    (way === "seen at once"
      ? knowledgeOf(parties, keys.slice(0, officers), messages, [])
      : knowledgeOf(parties, keys.slice(0, officers), closed, [way])
    ).has("whoWasWhere"),
  );
