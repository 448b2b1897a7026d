/**
 * The test cases of one lifecycle: every transition, every pair of consecutive ones, both sides of every deadline, and every event
 * that a state does not allow, sent all the same. What has no case is listed with the reason.
 * predicted.ts says by arithmetic how many there must be.
 */
import { interpret } from "../../../models/language/interpret.ts";
import { transitionsOf, type Lifecycle } from "../../../models/language/lifecycle.ts";
import { presets, type PresetName } from "../../../models/policy.ts";
import type { Case, CaseKind, Step } from "../case.ts";
import { exploredOf, firstIn, pairsOf } from "./explored.ts";
import { payloadsOf } from "./payloads.ts";
import { reasonOf } from "./reasons.ts";
import { pairOf, type Place } from "./search.ts";

/** A transition or pair that nobody can take, and why. */
export interface Infeasible {
  readonly covers: readonly string[];
  readonly reason: string;
  /** Whether it is shown for all instants (by zones), or only not found by the search over instants. */
  readonly shown: "zones" | "search";
  /** The transitions of it that other cases cover. */
  readonly coveredOtherwise: readonly string[];
}

export interface Generated {
  readonly cases: readonly Case[];
  readonly infeasible: readonly Infeasible[];
}

const made = (
  { id: machine }: Lifecycle,
  kind: CaseKind,
  id: string,
  covers: readonly string[],
  preset: PresetName,
  steps: readonly Step[],
): Case => ({ id: `${kind}/${id}`, kind, covers, subject: { kind: "lifecycle", machine, preset }, steps });

const transitionCases = (machine: Lifecycle): Generated => {
  const explored = exploredOf(machine);
  const cases: Case[] = [];
  const infeasible: Infeasible[] = [];
  for (const { id } of transitionsOf(machine)) {
    const way = firstIn(explored, ({ transitions }) => transitions.get(id));
    if (way !== undefined) cases.push(made(machine, "transition", id, [id], way.preset, way.found));
    else
      infeasible.push({
        covers: [id],
        reason: "no instant and no event takes it",
        shown: "search",
        coveredOtherwise: [],
      });
  }
  return { cases, infeasible };
};

const pairCases = (machine: Lifecycle): Generated => {
  const explored = exploredOf(machine);
  const cases: Case[] = [];
  const infeasible: Infeasible[] = [];
  for (const [first, second] of pairsOf(machine)) {
    const way = firstIn(explored, ({ pairs }) => pairs.get(pairOf(first.id, second.id)));
    const covers = [first.id, second.id];
    if (way !== undefined) {
      const id = `${first.id}/${second.id.slice(machine.id.length + 1)}`;
      cases.push(made(machine, "pair", id, covers, way.preset, way.found));
      continue;
    }
    const coveredOtherwise = covers.filter((id) => explored.some(({ transitions }) => transitions.has(id)));
    const shown = explored.every(({ impossible }) => impossible.has(pairOf(first.id, second.id)))
      ? "zones"
      : "search";
    const alternatives = transitionsOf(machine).filter(
      ({ source, trigger }) => source === second.source && trigger.name === second.trigger.name,
    );
    const ids = alternatives.map(({ id }) => id);
    infeasible.push({ covers, reason: reasonOf(explored, first, second, ids), shown, coveredOtherwise });
  }
  return { cases, infeasible };
};

/** Sends the event, or looks, at that instant; the event with the first payload that the law can tell apart there. */
const stepAt = (
  machine: Lifecycle,
  preset: PresetName,
  { instance }: Place,
  now: number,
  type: string | undefined,
): Step => {
  if (type === undefined) return { now };
  const policy = presets[preset];
  const { instance: settled } = interpret(machine, policy, instance, undefined, now);
  const [event] = payloadsOf(machine, type, settled, now, policy);
  return event === undefined ? { now } : { now, event };
};

export const sides = { before: -1, at: 0, after: 1 } as const;

const deadlineCases = (machine: Lifecycle): Generated => {
  const explored = exploredOf(machine);
  const cases: Case[] = [];
  const infeasible: Infeasible[] = [];
  for (const { id, trigger } of transitionsOf(machine)) {
    if (trigger.kind !== "deadline") continue;
    const met = firstIn(explored, ({ deadlines }) => deadlines.get(id));
    if (met === undefined) {
      infeasible.push({
        covers: [id],
        reason: "it is never the next to fire",
        shown: "search",
        coveredOtherwise: [],
      });
      continue;
    }
    const { preset, found } = met;
    for (const [side, offset] of Object.entries(sides)) {
      for (const type of [undefined, ...Object.keys(machine.meta.events)]) {
        const last = stepAt(machine, preset, found.place, found.at + offset, type);
        const name = `${id}/${side}/${type ?? "looking"}`;
        cases.push(made(machine, "deadline", name, [id], preset, [...found.place.steps, last]));
      }
    }
  }
  return { cases, infeasible };
};

const notAllowedCases = (machine: Lifecycle): Generated => {
  const explored = exploredOf(machine);
  const cases: Case[] = [];
  const infeasible: Infeasible[] = [];
  for (const [state, { on }] of Object.entries(machine.states)) {
    for (const type of Object.keys(machine.meta.events)) {
      if (on?.[type] !== undefined) continue;
      const id = `${machine.id}:${state}--${type}`;
      const stood = firstIn(explored, ({ states }) => states.get(state));
      if (stood === undefined) {
        infeasible.push({
          covers: [id],
          reason: "no instant leads there",
          shown: "search",
          coveredOtherwise: [],
        });
        continue;
      }
      const { preset, found } = stood;
      const last = stepAt(machine, preset, found, found.now, type);
      cases.push(made(machine, "not-allowed", id, [id], preset, [...found.steps, last]));
    }
  }
  return { cases, infeasible };
};

/** All cases of the lifecycle, and what has none. */
export function lifecycleCases(machine: Lifecycle): Generated {
  const all = [
    transitionCases(machine),
    pairCases(machine),
    deadlineCases(machine),
    notAllowedCases(machine),
  ];
  return {
    cases: all.flatMap(({ cases }) => cases),
    infeasible: all.flatMap(({ infeasible }) => infeasible),
  };
}
