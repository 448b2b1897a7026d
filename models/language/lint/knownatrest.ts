/**
 * Which fields are certainly unset when a transition is taken, by its own guard and by the guards asked before it.
 * A lock that is over goes to "expired" where an account is known; the alternative after that has no account to clear.
 * It understands `present` under not, and, or; every other condition says nothing about it.
 */
import type { Condition } from "../expression.ts";
import type { PlacedTransition } from "../lifecycle.ts";

/** The fields that are unset for certain when the condition has turned out as said. */
const unsetWhen = (condition: Condition, outcome: boolean): readonly string[] => {
  switch (condition.kind) {
    case "present":
      return !outcome && condition.field.kind === "field" ? [condition.field.field] : [];
    case "not":
      return unsetWhen(condition.of, !outcome);
    case "and":
      return outcome ? condition.of.flatMap((part) => unsetWhen(part, true)) : [];
    case "or":
      return outcome ? [] : condition.of.flatMap((part) => unsetWhen(part, false));
    case "reached":
    case "below":
    case "equals":
    case "oneOf":
    case "flag":
    case "inState":
      return [];
  }
};

/** The alternatives that are asked before this one. */
export const askedBefore = (
  placed: PlacedTransition,
  all: readonly PlacedTransition[],
): readonly PlacedTransition[] =>
  all.filter(
    (earlier) =>
      earlier.source === placed.source &&
      earlier.trigger.kind === placed.trigger.kind &&
      earlier.trigger.name === placed.trigger.name &&
      earlier.alternative < placed.alternative,
  );

export const knownAtRest = (
  placed: PlacedTransition,
  all: readonly PlacedTransition[],
): readonly string[] => {
  const { guard } = placed.transition;
  return [
    ...(guard === undefined ? [] : unsetWhen(guard.params, true)),
    ...askedBefore(placed, all).flatMap(({ transition }) =>
      transition.guard === undefined ? [] : unsetWhen(transition.guard.params, false),
    ),
  ];
};
