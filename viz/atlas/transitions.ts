// The transitions of a machine for the page: what starts each, what it asks, what it changes, and its clauses.
// content.ts asks for them; the label that stands on a button is made here, so that picture and table say the same.
// Refusals are among them, because the page lists them on demand.
import {
  refusalOf,
  setBy,
  toldBy,
  transitionsOf,
  type Lifecycle,
  type PlacedTransition,
} from "../../models/language/lifecycle.ts";
import type { Policy } from "../../models/policy.ts";
import type { Language, Said, TransitionData } from "./data.ts";
import { lengthsOf, type Length } from "./deadline.ts";
import { sayDuration } from "../../models/labels/duration.ts";
import { labels } from "./labels.ts";

const sayLength = ({ ms, atMost }: Length, language: Language): string =>
  `${atMost ? "≤ " : ""}${sayDuration(ms, language)}`;

/** The lengths of a deadline as one text, or nothing where the policy has no number for it. */
export function sayLengths(lengths: readonly Length[]): Said | undefined {
  if (lengths.length === 0) return undefined;
  const say = (language: Language) => lengths.map((length) => sayLength(length, language)).join(" / ");
  return { en: say("en"), ko: say("ko") };
}

function labelOf(machine: Lifecycle, { source, trigger }: PlacedTransition, policy: Policy): Said {
  if (trigger.kind === "event") return labels.event(trigger.name);
  const length = sayLengths(lengthsOf(machine, source, trigger.name, policy));
  return length ?? labels.field(machine.id, trigger.name);
}

export function transitionsFor(machine: Lifecycle, policy: Policy): readonly TransitionData[] {
  return transitionsOf(machine).map((placed) => {
    const { id, source, target, trigger, alternative, transition } = placed;
    const state = machine.states[source];
    const group = trigger.kind === "event" ? state?.on : state?.after;
    const event = trigger.kind === "event" ? trigger.name : undefined;
    const code = refusalOf(transition);
    const tells = toldBy(transition);
    return {
      id,
      source,
      target,
      kind: trigger.kind,
      trigger: trigger.name,
      triggerName: event === undefined ? labels.field(machine.id, trigger.name) : labels.event(event),
      label: labelOf(machine, placed, policy),
      order: alternative + 1,
      alternatives: group?.[trigger.name]?.length ?? 1,
      ...(code === undefined ? {} : { refusal: { code, ...labels.refusal(code) } }),
      says: labels.description(transition.description),
      ...(transition.guard === undefined
        ? {}
        : { condition: labels.condition({ scope: machine.id }, transition.guard.params, policy) }),
      sets: labels.settings(machine.id, setBy(transition), policy),
      ...(tells === undefined ? {} : { tells: labels.told(tells) }),
      clauses: transition.meta.clauses,
    };
  });
}
