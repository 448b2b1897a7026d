/**
 * Why something was refused in a story: the sentence of the law behind it, the condition with its numbers, and its clauses.
 * A rule's own refusals are asked before its machines; where a machine refuses, the transition that it took says so.
 * What no transition answers at all is refused without a sentence of its own.
 */
import type { ClauseId } from "../clauses.ts";
import { words, type Language } from "../labels/labels.ts";
import { refusalOf, transitionsOf, type PlacedTransition } from "../language/lifecycle.ts";
import { sayCondition } from "../language/sentence.ts";
import { machines } from "../machines.ts";
import type { Policy } from "../policy.ts";
import { ruleOf } from "./crossing.ts";
import type { Happened } from "./story.ts";

export interface ToldRefusal {
  readonly code: string;
  readonly sentence: string;
  readonly advice: string;
  /** What the law says there, and when it says so. */
  readonly says: string | undefined;
  readonly condition: string | undefined;
  readonly clauses: readonly ClauseId[];
}

const refusals: ReadonlyMap<string, PlacedTransition & { readonly machine: string }> = new Map(
  machines.flatMap((machine) =>
    transitionsOf(machine)
      .filter(({ transition }) => refusalOf(transition) !== undefined)
      .map((placed) => [placed.id, { ...placed, machine: machine.id }]),
  ),
);

type Why = Pick<ToldRefusal, "says" | "condition" | "clauses">;

function whyOf({ move, refused, taken }: Happened, language: Language, policy: Policy): Why {
  const { description } = words(language);
  const placed = refusals.get(taken.findLast((id) => refusals.has(id)) ?? "");
  if (placed !== undefined) {
    const { transition, machine } = placed;
    return {
      says: description(transition.description),
      condition:
        transition.guard === undefined
          ? undefined
          : sayCondition(transition.guard.params, language, policy, { scope: machine }),
      clauses: transition.meta.clauses,
    };
  }
  const rule = move === undefined ? undefined : ruleOf(move);
  const refusal = rule?.refusals.find(({ code }) => code === refused);
  if (rule === undefined || refusal === undefined)
    return { says: undefined, condition: undefined, clauses: [] };
  const instances = Object.fromEntries(
    Object.entries(rule.instances).map(([name, { machine }]) => [name, machine]),
  );
  return {
    says: description(refusal.says),
    condition: sayCondition(refusal.when, language, policy, { scope: rule.id, instances }),
    clauses: refusal.clauses,
  };
}

/** What is said of a refusal; nothing where nothing was refused. */
export const tellRefusal = (one: Happened, language: Language, policy: Policy): ToldRefusal | undefined =>
  one.refused === ""
    ? undefined
    : { code: one.refused, ...words(language).refusal(one.refused), ...whyOf(one, language, policy) };
