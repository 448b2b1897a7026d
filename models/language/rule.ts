/**
 * The form of a rule: one party's answer to one trigger, decided over lifecycles that this party keeps.
 * A rule settles its instances, asks its refusals in order, then sends its events; only the first of them may be refused by its machine.
 * What the party finds out for itself (is the signature good?) comes in as a fact among the trigger's fields.
 */
import type { ClauseId } from "../clauses.ts";
import type { Condition, Term } from "./expression.ts";
import type { Fields } from "./fields.ts";

export type PartyName = "person" | "issuer" | "venue" | "custodian" | "authority" | "board";

export interface RuleRefusal {
  readonly code: string;
  readonly when: Condition;
  readonly says: string;
  readonly clauses: readonly ClauseId[];
}

export interface RuleStep {
  readonly instance: string;
  readonly event: string;
  readonly with?: Readonly<Record<string, Term>>;
  /** The step is left out where this does not hold; asked after the refusals, before any step. */
  readonly when?: Condition;
}

export interface RuleInstance {
  readonly machine: string;
  /** The instant at which this instance is settled and decided; the present one unless said otherwise. */
  readonly decidedAt?: Term;
}

export interface Rule {
  readonly id: string;
  readonly party: PartyName;
  readonly description: string;
  readonly clauses: readonly ClauseId[];
  readonly trigger: { readonly name: string; readonly from: PartyName; readonly fields: Fields };
  readonly instances: Readonly<Record<string, RuleInstance>>;
  readonly refusals: readonly RuleRefusal[];
  readonly steps: readonly RuleStep[];
  /** Names of the messages (models/messages.ts) sent when nothing was refused. */
  readonly sends: readonly string[];
  /** If given, they are sent only when the first step told this. */
  readonly sendsWhenTold?: string;
}

export const refusal = (
  code: string,
  when: Condition,
  says: string,
  clauses: readonly ClauseId[],
): RuleRefusal => ({ code, when, says, clauses });
