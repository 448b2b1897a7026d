/**
 * The form of a property: a promise with its clauses, its prose, whose clock it means, and for each kind of observation a premise
 * and what must hold under it, both written as conditions over the observation's fields and the policy.
 * Watchers, tests and sentences read the same conditions as the prover; nothing else decides whether a promise was kept.
 * A promise about knowledge says instead who must never know what; knowledge.ts derives what follows from what was found.
 */
import type { ClauseId } from "../clauses.ts";
import { knowledgeOf } from "../knowledge.ts";
import type { Condition } from "../language/expression.ts";
import { predicateOf, type Predicate } from "../language/predicate.ts";
import type { PartyName } from "../language/rule.ts";
import {
  isObservedKind,
  type Observation,
  type ObservationKind,
  type ObservedKind,
  type StoreSearched,
} from "../observations.ts";
import type { Policy } from "../policy.ts";

/** True, false, or undefined where the premise does not apply. */
export type Verdict = boolean | undefined;

/** What must hold of an observation, and the premise under which it must; without one it must always. */
export interface Judge {
  readonly when?: Condition;
  readonly then: Condition;
}

/** By kind of observation; what a search of a store found is judged by knowledge alone. */
export type Judges = { readonly [Kind in ObservedKind]?: Judge } & { readonly storeSearched?: never };

/** What a party must never know, by the atoms of knowledge, nor be able to derive. */
export interface Ignorance {
  readonly party: PartyName;
  readonly mustNotKnow: readonly string[];
}

interface Said {
  readonly clauses: readonly ClauseId[];
  /** One or two English sentences; the Korean ones stand in labels/ko/sentences/properties.ts. */
  readonly prose: string;
  /** Whose clock the instants in it are read from; "none" where it says nothing about time. */
  readonly clock: PartyName | "none";
  /** The least trace that can check it: what parties keep, or only what a simulation sees. */
  readonly trace: "durable" | "witness";
  /** How it is checked so far: watched in runs, or watched and besides derived from the messages for every run. */
  readonly grade: "watched" | "derived and watched";
}

export interface Property extends Said {
  readonly id: string;
  /** Empty for a promise about knowledge. */
  readonly judges: Judges;
  /** For a promise about knowledge: who must not know what. */
  readonly knows?: Ignorance;
  /** The kinds of observations on which it has a verdict. */
  readonly observes: readonly ObservationKind[];
  readonly holds: (observation: Observation, policy: Policy) => Verdict;
}

type Written<Id extends string> = Said & { readonly id: Id } & (
    | { readonly judges: Judges; readonly knows?: never }
    | { readonly knows: Ignorance; readonly judges?: never }
  );

interface Judging {
  readonly when: Predicate | undefined;
  readonly then: Predicate;
}

type Judgings = Readonly<Partial<Record<ObservationKind, Judging>>>;

const judgingOf = (judges: Judges): Judgings =>
  Object.fromEntries(
    Object.entries(judges).map(([kind, { when, then }]) => [
      kind,
      { when: when === undefined ? undefined : predicateOf(when), then: predicateOf(then) },
    ]),
  );

const isIgnorant = ({ party, mustNotKnow }: Ignorance, searched: StoreSearched): Verdict => {
  if (searched.party !== party) return undefined;
  const known = knowledgeOf([party], searched.found);
  return mustNotKnow.every((atom) => !known.has(atom));
};

/** Writes a property down. */
export const property = <const Id extends string>(written: Written<Id>): Property & { readonly id: Id } => {
  const { judges = {}, knows, ...said } = written;
  const judging = judgingOf(judges);
  return {
    ...said,
    judges,
    ...(knows === undefined ? {} : { knows }),
    observes: knows === undefined ? Object.keys(judges).filter(isObservedKind) : ["storeSearched"],
    holds: (observation, policy) => {
      if (observation.kind === "storeSearched")
        return knows === undefined ? undefined : isIgnorant(knows, observation);
      const judge = judging[observation.kind];
      if (judge === undefined) return undefined;
      if (judge.when !== undefined && !judge.when(observation, policy)) return undefined;
      return judge.then(observation, policy);
    },
  };
};
