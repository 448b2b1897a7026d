/**
 * What a state may wait for: an instant field that it keeps, always answered, and never for ever at one instant.
 * A deadline that fires unanswered is lost, for XState sets its timer only on entering a state.
 * How long a deadline is belongs to the policy and is not asked here.
 */
import { setBy, transitionsOf, type Lifecycle, type PlacedTransition } from "../lifecycle.ts";
import { at, found, own, type Finding } from "./finding.ts";
import { placeOf } from "./transitions.ts";

const nameOfDeadline = (
  machine: Lifecycle,
  name: string,
  place: string,
  keeps: readonly string[],
): readonly Finding[] => {
  const field = own(machine.meta.fields, name);
  if (field === undefined)
    return [found("deadline-unknown", place, `"${name}" is no field of ${machine.id}.`)];
  if (field.kind !== "instant") {
    return [found("deadline-not-instant", place, `"${name}" is a ${field.kind}, not an instant.`)];
  }
  return keeps.includes(name)
    ? []
    : [found("deadline-not-kept", place, `The state waits for "${name}", which it does not keep.`)];
};

const declaredDeadlines = (machine: Lifecycle): readonly Finding[] =>
  Object.entries(machine.states).flatMap(([source, state]) =>
    Object.entries(state.after ?? {}).flatMap(([name, alternatives]) => {
      const place = at(machine.id, "states", source, "after", name);
      const last = alternatives.length - 1;
      return [
        ...nameOfDeadline(machine, name, place, state.meta.keeps),
        ...(alternatives[last]?.guard === undefined
          ? []
          : [
              found(
                "deadline-guarded",
                at(place, last),
                "The last alternative is guarded, so that none may be taken.",
              ),
            ]),
      ];
    }),
  );

/** The deadline is as due afterwards as before: nothing sets its field, or what does sets it to what is due already. */
const staysDue = ({ trigger, transition }: PlacedTransition): boolean => {
  const term = own(setBy(transition), trigger.name);
  return term === undefined || term.kind === "now" || (term.kind === "field" && term.field === trigger.name);
};

const reaches = (from: string, goal: string, steps: readonly PlacedTransition[]): boolean => {
  const seen = new Set<string>();
  const waiting = [from];
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    if (state === goal) return true;
    if (seen.has(state)) continue;
    seen.add(state);
    waiting.push(...steps.filter((step) => step.source === state).map((step) => step.target));
  }
  return false;
};

const firingForever = (machine: Lifecycle): readonly Finding[] => {
  const due = transitionsOf(machine).filter(
    (placed) => placed.trigger.kind === "deadline" && staysDue(placed),
  );
  return due
    .filter((placed) => reaches(placed.target, placed.source, due))
    .map((placed) =>
      found(
        "deadline-forever",
        placeOf(machine, placed),
        `"${placed.trigger.name}" is due again as soon as it has fired, without end.`,
      ),
    );
};

export const findingsInDeadlines = (machine: Lifecycle): readonly Finding[] => [
  ...declaredDeadlines(machine),
  ...firingForever(machine),
];
