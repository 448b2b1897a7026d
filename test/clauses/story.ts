/**
 * The form of an example said by hand: a small story in literal instants, written from the policy's sentences and not from its models.
 * Example files (`*.examples.ts`) are lists of stories; drivers.ts says what can run them, clauses.test.ts runs them.
 * A story knows the names of states, events and refusals; every number in it was written by a person.
 */

/** An instant, in Seoul time with milliseconds: `{ at: "2020-07-01T12:00:00.000+09:00" }`. */
export interface At {
  readonly at: string;
}
export type Said = number | string | boolean | null | At;
export type SaidFields = Readonly<Record<string, Said>>;

/** Where an instance stands when its story begins; fields left out are at rest. */
export interface Standing {
  readonly state: string;
  readonly fields?: SaidFields;
}

export interface Expected {
  /** The state afterwards (of a lifecycle's story). */
  readonly state?: string;
  /** States of the rule's instances afterwards (of a rule's story). */
  readonly states?: Readonly<Record<string, string>>;
  /** What was told in answer; several where a rule takes several steps. */
  readonly told?: string | readonly string[];
  /** The code of the refusal; left out, the step must not be refused, and a refused step must change nothing. */
  readonly refused?: string;
  /** The event means nothing in this state; left out, it must mean something. */
  readonly unheard?: true;
  /** What deadlines told since the step before. */
  readonly meanwhile?: readonly string[];
  /** Fields afterwards; those of a rule's instances by the name of the instance, `visit.late`. */
  readonly fields?: SaidFields;
  /** The messages that a rule sends on. */
  readonly sends?: readonly string[];
}

export interface Step {
  readonly at: string;
  /** The event of the lifecycle, or the trigger of the rule; left out, somebody only looks. */
  readonly send?: string;
  readonly with?: SaidFields;
  /** Instances of a rule that are new ones in this step: another pass, another visit. */
  readonly anew?: readonly string[];
  readonly expect: Expected;
}

export interface Story {
  readonly clause: string;
  /** Other clauses that this story shows as well. */
  readonly also?: readonly string[];
  readonly says: string;
  /** A lifecycle ("pass") or a rule ("rule issuer.issue"). */
  readonly subject: string;
  /** The preset in force; 2020-07 unless said otherwise. */
  readonly preset?: "2020-07" | "2020-10";
  /** Constants that the story changes by hand, such as the version of the notice in force. */
  readonly policy?: Readonly<Record<string, number | string>>;
  /** Where a lifecycle stands at the beginning; its initial state unless said otherwise. */
  readonly start?: Standing;
  /** Where the instances of a rule stand at the beginning; one that is left out is in its initial state. */
  readonly instances?: Readonly<Record<string, Standing>>;
  readonly steps: readonly Step[];
}
