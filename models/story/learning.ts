/**
 * Who can know what after each step of a story: derived, by the rules of knowledge.ts, from the messages that have crossed so far.
 * It counts what a party could have kept, not what it still holds: what is erased cannot be unlearnt by whoever looked at it.
 * An answer about nobody carries no number, and officers' keys open something only where both officers stand behind the case.
 */
import type { PartyName } from "../language/rule.ts";
import { knowledgeOf, ownKnowledge } from "../knowledge.ts";
import type { Message } from "../messages.ts";
import { parties } from "../system.ts";
import { crossings, messageNamed } from "./crossing.ts";
import type { Happened } from "./story.ts";

export interface Learnt {
  readonly party: PartyName;
  /** Everything that follows so far from what it received, without what the party has of itself. */
  readonly known: readonly string[];
  /** What of it came with this step. */
  readonly fresh: readonly string[];
}

/** The message as it was carried in this step. */
const carried = (message: Message, { observed }: Happened): Message => {
  const isAboutNobody = observed.some(
    ({ kind, fields }) => kind === "personJoined" && fields["named"] === false,
  );
  if (message.name !== "answer" || !isAboutNobody) return message;
  const { case: ofCase } = message.fields;
  return { ...message, fields: ofCase === undefined ? {} : { case: ofCase } };
};

/** The keys that officers bring: those of who asked and of who approved, while the case is theirs. */
const officersKeys = ({ world }: Happened): readonly string[] =>
  Object.values(world.instances).flatMap(({ fields }) =>
    [fields["requestedBy"], fields["approvedBy"]].flatMap((officer) =>
      typeof officer === "string" ? [`officerKey.${officer}`] : [],
    ),
  );

/** What follows for a party from what it received; a person is told nothing new by being where they are. */
const learntBy = (
  party: PartyName,
  received: readonly Message[],
  keys: readonly string[],
): ReadonlySet<string> => {
  const own = new Set([...ownKnowledge[party], ...keys, ...(party === "person" ? ["whoWasWhere"] : [])]);
  const reached = received.filter(({ to }) => to === party);
  return new Set([...knowledgeOf([party], keys, reached)].filter((name) => !own.has(name)));
};

/** What every party has learnt after each step. */
export function learning(happened: readonly Happened[]): readonly (readonly Learnt[])[] {
  const received: Message[] = [];
  const keys = new Set<string>();
  const before = new Map<PartyName, ReadonlySet<string>>();
  const byStep = crossings(happened);
  return happened.map((one, place) => {
    for (const { kind, name } of byStep[place] ?? []) {
      const message = kind === "message" ? messageNamed(name) : undefined;
      if (message !== undefined) received.push(carried(message, one));
    }
    for (const key of officersKeys(one)) keys.add(key);
    return parties.map((party): Learnt => {
      const known = learntBy(party, received, party === "authority" ? [...keys] : []);
      const fresh = [...known].filter((name) => !before.get(party)?.has(name));
      before.set(party, known);
      return { party, known: [...known], fresh };
    });
  });
}
