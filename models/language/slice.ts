/**
 * The form of a slice: a part of the composed system, small enough to be searched wholly, and data like the rest of the law.
 * A slice names its instances, what else has to be remembered (messages on their way), and every move that anybody can make.
 * The plain reading (compose.ts), the search over generated code, the zones and the exports all take the same slices.
 */
import type { ObservationKind } from "../observations.ts";
import type { PropertyId } from "../properties.ts";
import type { Condition, Term } from "./expression.ts";
import type { Fields } from "./fields.ts";
import type { Instance } from "./interpret.ts";
import type { PartyName } from "./rule.ts";

/** A field of an observation: a term, a condition that makes a flag, or the word for the state of an instance. */
export type Seen = Term | Condition | { readonly kind: "stateOf"; readonly instance: string };

/** What a watcher notes when a move was made: it sees variables as they were before, instances as they are after, and before through `was`. */
export interface Noted {
  readonly kind: ObservationKind;
  /** Noted only where this holds. */
  readonly when?: Condition;
  readonly fields: Readonly<Record<string, Seen>>;
}

export interface SliceInstance {
  readonly machine: string;
  readonly party: PartyName;
  /** What there is one for each of, in words: "the first person". */
  readonly of: string;
  /** Where it begins, if not at rest; instants count from the beginning, in the slice's own durations. */
  readonly begins?: { readonly state: string; readonly fields: Readonly<Record<string, Term>> };
  /**
   * The policy constant by which its sweep may be late; then only a rule or a sweep lets its deadlines fire.
   * Without it they fire on time. Tokens are nobody's rows: no time passes for them until somebody looks.
   */
  readonly sweptWithin?: string;
}

/** One rule of a party, asked with these instances and facts. */
export interface RuleCall {
  readonly kind: "rule";
  readonly rule: string;
  /** The slice's instance for each name that the rule has for one. */
  readonly instances: Readonly<Record<string, string>>;
  readonly given: Readonly<Record<string, Term>>;
}

/** One event sent straight to an instance, as a person does with the pass in hand. */
export interface EventCall {
  readonly kind: "event";
  readonly instance: string;
  readonly event: string;
  readonly given: Readonly<Record<string, Term>>;
}

/** The sweep of a row; it can be made only when a deadline of the row is due. */
export interface SweepCall {
  readonly kind: "sweep";
  readonly instance: string;
}

/** Something that one party, a person or the world can do; every choice of facts is a move of its own. */
export interface Move {
  readonly id: string;
  /** An English sentence for stories, with {names} left open; the Korean one stands in labels/ko/sentences/moves.ts. */
  readonly says: string;
  /** Who or what stands in the sentence, by the words of labels: "first person". */
  readonly names?: Readonly<Record<string, string>>;
  readonly party: PartyName | "world";
  /** Where it can be made at all. */
  readonly when?: Condition;
  readonly call?: RuleCall | EventCall | SweepCall;
  /** The instant by the deciding party's clock; the present one unless said otherwise. */
  readonly at?: Term;
  /**
   * What is remembered afterwards: in any case, only if nothing refused, only if something did.
   * Read over variables as they were before and instances as they are after the call.
   */
  readonly sets?: Readonly<Record<string, Term>>;
  readonly done?: Readonly<Record<string, Term>>;
  readonly refused?: Readonly<Record<string, Term>>;
  /** Instances put back to rest when all is done, because the slice does not follow them further. */
  readonly forgets?: readonly string[];
  /** Noted only if nothing refused. */
  readonly notes?: readonly Noted[];
  /** The message that crosses with it, for diagrams. */
  readonly message?: string;
}

/** A swap of two people, venues or officers: it changes no law, so it must not change what can happen. */
export interface Swap {
  readonly says: string;
  /** Pairs of names of instances and of variables, and the ids, that change places. */
  readonly instances: readonly (readonly [string, string])[];
  readonly variables: readonly (readonly [string, string])[];
  readonly ids: readonly (readonly [string, string])[];
}

/** Whenever the premise holds, the conclusion holds at last, if time goes on. */
export interface AtLast {
  readonly id: string;
  readonly promise: PropertyId;
  readonly when: Condition;
  readonly then: Condition;
}

export type SliceId = "gate" | "door" | "retention" | "case" | "whole";

export interface Slice {
  readonly id: SliceId;
  readonly description: string;
  /** What it leaves out, and how it lets the answers of what is left out be anything. */
  readonly leavesOut: string;
  /** How things stand at the beginning, in one sentence that is true of every form of the slice. */
  readonly beginsWith: string;
  /** Ticks in a Seoul day: time passes by ticks, and every duration below is a number of them. */
  readonly ticksADay: number;
  /** Instants further back than so many ticks are all the same. */
  readonly horizon: number;
  /** The constants of the policy in the small: durations in ticks, counts as they are. */
  readonly small: Readonly<Record<string, number>>;
  readonly instances: Readonly<Record<string, SliceInstance>>;
  readonly variables: Fields;
  /** What is remembered at the beginning, where it is not nothing. */
  readonly remembers?: Readonly<Record<string, Term>>;
  readonly moves: readonly Move[];
  /** Noted whenever time has passed. */
  readonly watches: readonly Noted[];
  readonly swaps: readonly Swap[];
  readonly atLast: readonly AtLast[];
}

/** Builders, so that a slice reads like a list. */
export const ask = (
  rule: string,
  instances: Readonly<Record<string, string>>,
  given: Readonly<Record<string, Term>> = {},
): RuleCall => ({ kind: "rule", rule, instances, given });
export const send = (
  instance: string,
  event: string,
  given: Readonly<Record<string, Term>> = {},
): EventCall => ({ kind: "event", instance, event, given });
export const sweep = (instance: string): SweepCall => ({ kind: "sweep", instance });
export const stateOf = (instance: string): Seen => ({ kind: "stateOf", instance });
/** The name, in terms of an observation, of an instance as it was before the move. */
export const was = (instance: string): string => `was ${instance}`;
export const noted = (
  kind: ObservationKind,
  fields: Readonly<Record<string, Seen>>,
  when?: Condition,
): Noted => (when === undefined ? { kind, fields } : { kind, fields, when });

/** One world: the present instant (ms), where every instance stands, and what else is remembered. */
export interface World {
  readonly now: number;
  readonly instances: Readonly<Record<string, Instance>>;
  readonly variables: Instance["fields"];
}

/** The name of the move by which time passes. */
export const timePasses = "time passes";
