/**
 * The desk at which one party decides: its policy, its books, and what each decision leaves in them.
 * Generated services call the core, then let the desk write down what the core did: changed rows, and the events that may be kept.
 * It decides nothing; an event whose trace would be a list of a person's passes is never written down.
 */
import { Context } from "effect";
import { defaultPolicy, type Policy } from "../../models/policy.ts";
import { machineCores, type ToldName } from "../generated/law.ts";
import { policyNumbers, type PolicyNumbers } from "../generated/policy.ts";
import type { Book } from "../store/book.ts";
import { makeStepLog, type StepLog } from "./core.ts";
import { toldName } from "./refused.ts";

/** The policy in force; the founding preset unless a Layer provides another. */
export const PolicyInForce = Context.Reference<Policy>("entrylog/impl/lifecycle/PolicyInForce", {
  defaultValue: () => defaultPolicy,
});

/** What a decision was asked and answered, for traces that exist in tests and simulations only. */
export interface Witnessed {
  readonly rule: string;
  /** The keys of the instances, in the order of the rule. */
  readonly keys: readonly string[];
  /** The facts of the trigger as numbers, in the order of the rule. */
  readonly facts: readonly number[];
  readonly at: number;
  /** A refusal's number, or minus the number of what was told. */
  readonly answer: number;
}

/** Who watches every decision. Nobody does in a deployed party: the only watcher lives in sim/, which impl/ cannot import. */
export const Witness = Context.Reference<((decision: Witnessed) => void) | undefined>(
  "entrylog/impl/lifecycle/Witness",
  { defaultValue: () => undefined },
);

export interface Desk {
  readonly policy: PolicyNumbers;
  readonly log: StepLog;
  /** Takes what the log holds into the books, and empties it. */
  readonly absorb: () => void;
}

/** What the transitions in a log told, in their order. */
export const toldIn = (log: StepLog): readonly ToldName[] => {
  const told: ToldName[] = [];
  for (let entry = 0; entry < log.length; entry += 1) {
    const info = machineCores[log.machine[entry] ?? 0]?.transitions[(log.transition[entry] ?? 0) - 1];
    if (info !== undefined && info.told > 0) told.push(toldName(-info.told));
  }
  return told;
};

/** A desk over the books of one party; machines without a book here are tokens or partitions. */
export const makeDesk = (policy: Policy, books: readonly Book[]): Desk => {
  const log = makeStepLog();
  const byMachine = machineCores.map(({ id }) => books.find((book) => book.table.machine === id));
  const absorb = (): void => {
    for (let entry = 0; entry < log.length; entry += 1) {
      const number = log.machine[entry] ?? 0;
      const book = byMachine[number];
      const info = machineCores[number]?.transitions[(log.transition[entry] ?? 0) - 1];
      if (book === undefined || info === undefined || info.refusal > 0) continue;
      const slot = log.slot[entry] ?? 0;
      if (info.durable) book.append(slot, info.trigger, info.id, info.target, log.at[entry] ?? 0);
      else book.touch(slot);
    }
    log.length = 0;
  };
  return { policy: policyNumbers(policy), log, absorb };
};
