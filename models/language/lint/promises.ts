/**
 * What a promise means: its conditions ask for fields that the observation has, with types that fit, and for what the policy holds.
 * A promise sees the observation and the policy, and nothing of the machines; a promise about knowledge names what can be known at all.
 * Whether the promise is kept is for watchers and the prover.
 */
import { knowledgeOf } from "../../knowledge.ts";
import { isObservedKind, observed } from "../../observations.ts";
import type { Judge } from "../../properties/property.ts";
import { parties } from "../../system.ts";
import { findingsInCondition } from "./conditions.ts";
import { at, found, type Finding } from "./finding.ts";
import type { WrittenPromise } from "./promiseform.ts";
import type { Scope } from "./types.ts";

/** Everything that anybody can come to know, all parties and the keys of both officers taken together. */
const knowable = knowledgeOf(parties, ["officerKey.first", "officerKey.second"]);

const findingsInJudge = (kind: string, { when, then }: Judge, place: string): readonly Finding[] => {
  const given = isObservedKind(kind) ? observed[kind] : {};
  const scope: Scope = { where: "promise", fields: {}, given, instances: {} };
  return [
    ...(when === undefined ? [] : findingsInCondition(when, scope, at(place, "when"))),
    ...findingsInCondition(then, scope, at(place, "then")),
  ];
};

export const findingsInPromise = (promise: WrittenPromise, place: string): readonly Finding[] => [
  ...Object.entries(promise.judges ?? {}).flatMap(([kind, judge]) =>
    findingsInJudge(kind, judge, at(place, "judges", kind)),
  ),
  ...(promise.knows?.mustNotKnow ?? []).flatMap((atom, index) =>
    knowable.has(atom)
      ? []
      : [
          found(
            "unknown-knowledge",
            at(place, "knows", "mustNotKnow", index),
            `Nobody can come to know "${atom}".`,
          ),
        ],
  ),
];
