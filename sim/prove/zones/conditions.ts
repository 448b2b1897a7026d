/**
 * Asks a condition of the law over a zone: it holds in some parts of the zone and does not in others.
 * What evaluate.ts answers with yes or no for one world, this answers for all worlds of a zone at once.
 * Parts of a condition that are already decided are not asked, so that a zone is split no more than it must be.
 */
import { LawMistake } from "../../../models/language/evaluate.ts";
import type { Condition, Term } from "../../../models/language/expression.ts";
import { reachedBy, type Branches, type Moment } from "./moment.ts";
import { isInstant, isSpan, type Symbolic } from "./symbol.ts";
import { onward, valueOf, type Around } from "./terms.ts";

const one = <Of>(moment: Moment, is: Of): Branches<Of> => [{ moment, is }];
const either = (moment: Moment): Branches<boolean> => [
  { moment, is: true },
  { moment, is: false },
];

const both = (
  [left, right]: readonly [Term, Term],
  moment: Moment,
  around: Around,
  asked: (moment: Moment, left: Symbolic, right: Symbolic) => Branches<boolean>,
): Branches<boolean> =>
  onward(valueOf(left, moment, around), (part, first) =>
    onward(valueOf(right, part, around), (last, second) => asked(last, first, second)),
  );

const counted = (value: Symbolic): number => {
  if (typeof value === "number") return value;
  if (value === null) return Infinity;
  throw new LawMistake("only counts can be below one another");
};

const plain = (value: Symbolic): Symbolic => {
  if (isInstant(value) || isSpan(value)) throw new LawMistake("times are never compared for equality");
  return value;
};

function reached(
  { instant, by }: { readonly instant: Term; readonly by: Term },
  moment: Moment,
  around: Around,
): Branches<boolean> {
  return both([instant, by], moment, around, (part, due, at) => {
    if (due === null) return one(part, false);
    if (at === null) return one(part, true);
    if (isInstant(due) && isInstant(at)) return reachedBy(part, due, at, around.timing);
    if (typeof due === "number" && typeof at === "number") return one(part, at >= due);
    throw new LawMistake("an instant is compared with something that is none");
  });
}

/** All of them, or one of them, must be as `stopsAt` is not; the first that is decides. */
function inTurn(
  conditions: readonly Condition[],
  stopsAt: boolean,
  moment: Moment,
  around: Around,
): Branches<boolean> {
  return conditions.reduce<Branches<boolean>>(
    (sofar, condition) =>
      onward(sofar, (part, is) => (is === stopsAt ? one(part, is) : holdsIn(condition, part, around))),
    one(moment, !stopsAt),
  );
}

/** Whether a condition holds, in each part of the zone. */
export function holdsIn(condition: Condition, moment: Moment, around: Around): Branches<boolean> {
  switch (condition.kind) {
    case "reached":
      return reached(condition, moment, around);
    case "present":
      return onward(valueOf(condition.field, moment, around), (part, value) => one(part, value !== null));
    case "below":
      return both([condition.left, condition.right], moment, around, (part, left, right) =>
        isSpan(left) || isSpan(right) ? either(part) : one(part, counted(left) < counted(right)),
      );
    case "equals":
      return both([condition.left, condition.right], moment, around, (part, left, right) =>
        one(part, left === null || right === null ? left === right : plain(left) === plain(right)),
      );
    case "oneOf":
      return onward(valueOf(condition.value, moment, around), (part, value) =>
        one(
          part,
          (around.policy.sets[condition.set] ?? []).some((member) => member === value),
        ),
      );
    case "flag":
      return onward(valueOf(condition.value, moment, around), (part, value) => one(part, value === true));
    case "inState": {
      const state = around.instances[condition.instance]?.state;
      return one(
        moment,
        condition.states.some((name) => name === state),
      );
    }
    case "and":
      return inTurn(condition.of, false, moment, around);
    case "or":
      return inTurn(condition.of, true, moment, around);
    case "not":
      return onward(holdsIn(condition.of, moment, around), (part, is) => one(part, !is));
  }
}

/** The parts of the zone in which a condition holds; everything where there is none. */
export const where = (condition: Condition | undefined, moment: Moment, around: Around): readonly Moment[] =>
  condition === undefined
    ? [moment]
    : holdsIn(condition, moment, around).flatMap(({ moment: part, is }) => (is ? [part] : []));
