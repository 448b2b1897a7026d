/**
 * The mistakes that can be made in one transition of a machine: its guard, its target, what it sets, tells or refuses with.
 * machines.ts puts each changed transition back into its machine.
 */
import type { Condition, Term } from "../../models/language/expression.ts";
import type { Action, Lifecycle, PlacedTransition, Transition } from "../../models/language/lifecycle.ts";
import { refusalOf, setBy, toldBy, transitionsOf } from "../../models/language/lifecycle.ts";
import { changesOfCondition } from "./conditions.ts";
import { isIdle } from "./idle.ts";
import { nextAfter, within, without, type Change } from "./law.ts";
import { changesOfTerm, nudges, type Names } from "./terms.ts";

type Set = Readonly<Record<string, Term>>;

const guarded = (transition: Transition, params: Condition): Transition => ({
  ...transition,
  guard: { type: "holds", params },
});

const unguarded = ({ guard: _, ...rest }: Transition): Transition => rest;

const setting = (transition: Transition, set: Set): Transition => ({
  ...transition,
  actions: transition.actions.flatMap((action): readonly Action[] =>
    action.type !== "set" ? [action] : Object.keys(set).length === 0 ? [] : [{ type: "set", params: set }],
  ),
});

const telling = (transition: Transition, type: string | undefined): Transition => ({
  ...transition,
  actions: transition.actions.flatMap((action): readonly Action[] =>
    action.type !== "tell" ? [action] : type === undefined ? [] : [{ type: "tell", params: { type } }],
  ),
});

const refusing = (transition: Transition, code: string): Transition => ({
  ...transition,
  actions: [{ type: "refuse", params: { code } }],
});

const inGuard = (transition: Transition, names: Names): readonly Change<Transition>[] => {
  const condition = transition.guard?.params;
  if (condition === undefined) return [];
  return [
    { what: "guard-forgotten", says: "its condition is forgotten", to: unguarded(transition) },
    ...within(changesOfCondition(condition, names), "guard", (to) => guarded(transition, to)),
  ];
};

const isFixed = (term: Term): boolean => term.kind === "literal" || term.kind === "given";

const inUpdates = (
  machine: Lifecycle,
  { source, transition }: PlacedTransition,
  names: Names,
): readonly Change<Transition>[] => {
  const set = setBy(transition);
  return Object.entries(set).flatMap(([field, term]) => {
    const put = (to: Term): Transition => setting(transition, { ...set, [field]: to });
    return [
      // Forgetting to put to rest what is at rest is no mistake.
      ...(isIdle(machine, source, field, term)
        ? []
        : [
            {
              what: `${field}-not-set`,
              says: `${field} is not set`,
              to: setting(transition, without(set, field)),
            },
          ]),
      ...within(changesOfTerm(term, names), field, put),
      ...(isFixed(term) ? [] : within(nudges(term), field, put)),
    ];
  });
};

const inAnswers = (machine: Lifecycle, transition: Transition): readonly Change<Transition>[] => {
  const all = transitionsOf(machine).map((placed) => placed.transition);
  const told = toldBy(transition);
  const code = refusalOf(transition);
  const otherTold = nextAfter([...new Set(all.flatMap((one) => toldBy(one) ?? []))], told ?? "");
  const otherCode = nextAfter([...new Set(all.flatMap((one) => refusalOf(one) ?? []))], code ?? "");
  return [
    ...(told === undefined
      ? []
      : [{ what: "not-told", says: `${told} is not told`, to: telling(transition, undefined) }]),
    ...(told === undefined || otherTold === undefined
      ? []
      : [{ what: `tells-${otherTold}`, says: `it tells ${otherTold}`, to: telling(transition, otherTold) }]),
    ...(code === undefined || otherCode === undefined
      ? []
      : [
          {
            what: `refuses-${otherCode}`,
            says: `it refuses with ${otherCode}`,
            to: refusing(transition, otherCode),
          },
        ]),
  ];
};

const ofTarget = (machine: Lifecycle, { source, target, transition }: PlacedTransition) => {
  const staying = ({ target: _, reenter: __, ...rest }: Transition): Transition => rest;
  return [
    ...Object.keys(machine.states)
      .filter((state) => state !== target)
      .map((state): Change<Transition> => ({
        what: `goes-to-${state}`,
        says: `it goes to ${state}`,
        to: state === source ? staying(transition) : { ...transition, target: state, reenter: true },
      })),
    ...(transition.target === source
      ? [{ what: "not-entered-anew", says: "it stays instead of entering anew", to: staying(transition) }]
      : []),
  ];
};

export const changesOfTransition = (
  machine: Lifecycle,
  placed: PlacedTransition,
  names: Names,
): readonly Change<Transition>[] => [
  ...inGuard(placed.transition, names),
  ...ofTarget(machine, placed),
  ...inUpdates(machine, placed, names),
  ...inAnswers(machine, placed.transition),
];
