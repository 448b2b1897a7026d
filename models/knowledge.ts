/**
 * What a party can come to know: derived from what it receives and keeps by a closed list of rules, never declared.
 * Open what is sealed under a key one has; two shares of different officers make the secret; alias and account book give the person;
 * a hash of few possible values is guessed; equal values link, and near times link (linking.ts).
 * The properties ask it whether a role forbids what follows; the threat table asks it about parties that never erase, or that join forces.
 */
import type { PartyName } from "./language/rule.ts";
import { instantOfComing, linked, links, markOf, nearTimes, type Link } from "./linking.ts";
import { messages, type KnowledgeTerm, type Message } from "./messages.ts";

/** What each party has of itself, apart from messages: its keys, and what people tell it directly. */
export const ownKnowledge: Readonly<Record<PartyName, readonly string[]>> = {
  person: ["phone", "place", "challenge"],
  issuer: ["phone", "alias", "aliasBook", "dayKey", "epochSecret", "issuerCaseKey", "timeOfPass"],
  venue: ["place", "challenge", "venueKey"],
  custodian: ["custodianKey", "recordKey", "venueRegister"],
  authority: ["case", "scopeOfVenues", "scopeOfTime"],
  board: ["publicFigures"],
};

/** What one party sees at once: terms that belong together, and what it has of itself, which may belong to anything that it sees. */
export interface Sight {
  readonly terms: readonly KnowledgeTerm[];
  readonly own: readonly string[];
  /** Whether it comes within the seconds in which somebody stands at a door, so that the instant of its coming is near the scan's. */
  readonly atTheDoor: boolean;
}

/** Of so few possible values that whoever has the hash and everything else in it tries them one after the other. */
export const guessable: ReadonlySet<string> = new Set([
  "place",
  "phone",
  "code",
  "scopeOfVenues",
  "scopeOfTime",
  "timeOfPass",
  "timeOfScan",
  "timeOfEpoch",
]);

/** What a hash tells: when all in it is known that cannot be guessed, whatever can be. */
const guessed = (of: readonly KnowledgeTerm[], known: ReadonlySet<string>): readonly string[] => {
  const inside = of.flatMap((term) => (term.kind === "atom" ? [term.name] : []));
  const isOpen =
    inside.length === of.length && inside.every((name) => known.has(name) || guessable.has(name));
  return isOpen ? inside : [];
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
      return guessed(term.of, known);
  }
};

/** The values that can be compared with others: all that are opened, and each as it stands. A guess is seen to be right by comparing. */
const valuesOf = (
  term: KnowledgeTerm,
  known: ReadonlySet<string>,
  by: readonly Link[],
): readonly string[] => {
  if (term.kind === "digest")
    return [markOf(term), ...(by.includes("equal values") ? guessed(term.of, known) : [])];
  const inside = term.kind === "sealed" && known.has(term.under) ? term.holds : [];
  return [markOf(term), ...inside.flatMap((inner) => valuesOf(inner, known, by))];
};

/** What follows from things known, whatever they belong to. */
const derive = (known: ReadonlySet<string>): readonly string[] => [
  ...(known.has("share.first") && known.has("share.second") ? ["epochSecret"] : []),
  ...(known.has("alias") && known.has("aliasBook") ? ["phone"] : []),
];

const grownFrom = (known: ReadonlySet<string>, grow: (known: ReadonlySet<string>) => readonly string[]) => {
  for (let before = known; ;) {
    const next = new Set([...before, ...grow(before)]);
    if (next.size === before.size) return before;
    before = next;
  }
};

const tellsWhoWasWhere = (sight: ReadonlySet<string>): boolean =>
  sight.has("phone") && sight.has("place") && [...nearTimes].some((time) => sight.has(time));

/** Everything that follows from what was seen, and keys besides. */
export function closure(
  sights: readonly Sight[],
  keys: readonly string[],
  by: readonly Link[] = links,
): ReadonlySet<string> {
  const terms = sights.flatMap((sight) => sight.terms);
  const atoms = [...keys, ...sights.flatMap(({ own }) => own)];
  const known = grownFrom(new Set(atoms), (before) => [
    ...terms.flatMap((term) => flatten(term, before)),
    ...derive(before),
  ]);
  // Whatever was found without what it belongs to may belong to any of it.
  const seen = sights.map(
    ({ terms: together, own, atTheDoor }) =>
      new Set([
        ...keys,
        ...own,
        ...together.flatMap((term) => valuesOf(term, known, by)),
        ...(atTheDoor ? [instantOfComing] : []),
      ]),
  );
  const persons = seen.map((sight) =>
    sight.has("alias") && known.has("aliasBook") ? new Set([...sight, "phone"]) : sight,
  );
  return linked(persons, by).some(tellsWhoWasWhere) ? new Set([...known, "whoWasWhere"]) : known;
}

/** Cases are dealt with days after the visit; whatever else crosses may cross while somebody stands at a door. */
const isAtTheDoor = ({ from, to }: Message): boolean => from !== "authority" && to !== "authority";

/** What a party sees: each message that ever reaches or leaves it. */
const seenBy = (party: PartyName, among: readonly Message[]): readonly Sight[] => [
  { terms: [], own: ownKnowledge[party], atTheDoor: false },
  ...among
    .filter((message) => message.to === party || message.from === party)
    .map((message) => ({
      terms: Object.values(message.fields),
      own: ownKnowledge[party],
      atTheDoor: isAtTheDoor(message),
    })),
];

/**
 * What these parties can know together, holding besides the given keys (an officer's, or a stolen one).
 * The messages are the law's own, unless a mistake in them is to be looked at; things are linked in both ways, unless one is left out.
 */
export const knowledgeOf = (
  together: readonly PartyName[],
  keys: readonly string[] = [],
  among: readonly Message[] = messages,
  by: readonly Link[] = links,
): ReadonlySet<string> =>
  closure(
    together.flatMap((party) => seenBy(party, among)),
    keys,
    by,
  );
