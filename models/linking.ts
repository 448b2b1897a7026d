/**
 * How things known apart come together: equal values link, and near times link. What somebody sees at once (a message, with all that opens
 * of it) is one sight; two sights that may be of the same event become one, and whoever has number, place and time in one knows who was where.
 * Every value links unless it is listed here as shared by many, so that a new field is never overlooked; knowledge.ts says what is seen.
 * It says what may be linked at the most: that two equal values, or two near times, were really of one event is taken for granted.
 */
import type { KnowledgeTerm } from "./messages.ts";

export type Link = "equal values" | "near times";
export const links: readonly Link[] = ["equal values", "near times"];

/** When something came, as whoever watches live sees on a clock of their own. */
export const instantOfComing = "instant of coming";

/** What many people's passes have alike, or what stays as it is for whole days: it tells one event from another by no means. */
export const sharedByMany: ReadonlySet<string> = new Set([
  "issuer",
  "epoch",
  "timeOfEpoch",
  "issuerPublicKey",
  "place",
  "outcome",
  "ground",
  "scopeOfVenues",
  "scopeOfTime",
  "publicFigures",
  "aliasBook",
  "dayKey",
  "epochSecret",
  "issuerCaseKey",
  "venueKey",
  "venueRegister",
  "custodianKey",
  "recordKey",
  "officerKey.first",
  "officerKey.second",
  // Times link by being near, not by being equal.
  "timeOfPass",
  "timeOfScan",
  instantOfComing,
]);

/** A pass is shown within its seconds: where nobody else asked in these, its time of issue and that of the scan are of one person. */
export const nearTimes: ReadonlySet<string> = new Set(["timeOfPass", "timeOfScan", instantOfComing]);

/** A value that is not opened is still equal to itself: a ciphertext or a hash that crosses twice is recognised. */
export const markOf = (term: KnowledgeTerm): string =>
  term.kind === "atom" ? term.name : JSON.stringify(term);

const linksBy = (link: Link, one: ReadonlySet<string>, other: ReadonlySet<string>): boolean => {
  switch (link) {
    case "equal values":
      return [...one].some((value) => other.has(value) && !sharedByMany.has(value));
    case "near times":
      return [one, other].every((sight) => [...sight].some((value) => nearTimes.has(value)));
  }
};

/** The sights that are left when all that may be of one event have become one. */
export function linked(
  sights: readonly ReadonlySet<string>[],
  by: readonly Link[] = links,
): readonly ReadonlySet<string>[] {
  const joined: ReadonlySet<string>[] = [];
  for (const sight of sights) {
    let grown = sight;
    for (let place = 0; place < joined.length; place += 1) {
      const other = joined[place];
      if (other === undefined || !by.some((link) => linksBy(link, grown, other))) continue;
      grown = new Set([...grown, ...other]);
      joined.splice(place, 1);
      // What has grown may reach those that it did not before.
      place = -1;
    }
    joined.push(grown);
  }
  return joined;
}
