/**
 * Only the first step of a rule may be refused by its machine: a later refusal would leave the rule half done.
 * For each later step it looks for states in which the machine refuses the event and which the rule does not rule out.
 * It reads states only: what a condition says about fields or the trigger may narrow further, and is taken for true.
 */
import type { Condition } from "../expression.ts";
import { refusalOf, type Lifecycle } from "../lifecycle.ts";
import type { Rule } from "../rule.ts";
import { at, found, own, type Finding } from "./finding.ts";

type Possibly = "always" | "perhaps" | "never";

const opposite: Readonly<Record<Possibly, Possibly>> = {
  always: "never",
  perhaps: "perhaps",
  never: "always",
};

/** Whether the condition can hold while the instance is in the state. */
const holdsIn = (condition: Condition, instance: string, state: string): Possibly => {
  switch (condition.kind) {
    case "inState":
      if (condition.instance !== instance) return "perhaps";
      return condition.states.includes(state) ? "always" : "never";
    case "and": {
      const parts = condition.of.map((part) => holdsIn(part, instance, state));
      if (parts.includes("never")) return "never";
      return parts.includes("perhaps") ? "perhaps" : "always";
    }
    case "or": {
      const parts = condition.of.map((part) => holdsIn(part, instance, state));
      if (parts.includes("always")) return "always";
      return parts.includes("perhaps") ? "perhaps" : "never";
    }
    case "not":
      return opposite[holdsIn(condition.of, instance, state)];
    case "reached":
    case "present":
    case "below":
    case "equals":
    case "oneOf":
    case "flag":
      return "perhaps";
  }
};

const refusingStates = (machine: Lifecycle, event: string): readonly string[] =>
  Object.entries(machine.states)
    .filter(([, state]) =>
      (own(state.on ?? {}, event) ?? []).some((answer) => refusalOf(answer) !== undefined),
    )
    .map(([name]) => name);

export const laterStepsRefused = (
  rule: Rule,
  instances: Readonly<Record<string, Lifecycle>>,
): readonly Finding[] =>
  rule.steps.flatMap((step, index) => {
    const machine = own(instances, step.instance);
    if (index === 0 || machine === undefined) return [];
    const open = refusingStates(machine, step.event).filter(
      (state) =>
        (step.when === undefined || holdsIn(step.when, step.instance, state) !== "never") &&
        !rule.refusals.some((refusal) => holdsIn(refusal.when, step.instance, state) === "always"),
    );
    return open.length === 0
      ? []
      : [
          found(
            "later-step-refused",
            at(rule.id, "steps", index),
            `In ${open.join(", ")} the ${machine.id} refuses "${step.event}" after an earlier step was taken.`,
          ),
        ];
  });
