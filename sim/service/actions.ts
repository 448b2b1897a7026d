// What a visit, or an attempt at misuse, does next: the small set of actions into which the city's intentions are taken apart.
// Rounds take them in this order within a window, so that a whole window needs a handful of batches:
// begin and type codes, ask for passes, show them, ask again after a refusal, show again.
import { stepKinds, type Steps } from "../world/steps.ts";
import type { Attempt } from "../world/attempts.ts";

export type ActionKind =
  "begin" | "typeCode" | "ask" | "askBare" | "show" | "askAgain" | "showAgain" | "replay" | "forge";

export interface Action {
  readonly kind: ActionKind;
  readonly atMs: number;
  readonly visit: number;
  readonly person: number;
  /** Where it is shown; -1 where that does not matter. */
  readonly venue: number;
  /** begin: 1 if the notice is declined. typeCode: wrong codes first. ask: number of the pass in its visit. */
  readonly detail: number;
  readonly renewBeforeMs: number;
  readonly attempt?: Attempt;
}

const kinds: Readonly<Record<(typeof stepKinds)[number], ActionKind>> = {
  arrive: "begin",
  typeCode: "typeCode",
  ask: "ask",
  show: "show",
  askAgain: "askAgain",
  showAgain: "showAgain",
  replay: "replay",
};

/** One step of a visit as an action. */
export const actionOf = (steps: Steps, row: number): Action => {
  const step = stepKinds[steps.kind[row] ?? 0] ?? "arrive";
  return {
    kind: kinds[step],
    atMs: steps.atMs[row] ?? 0,
    visit: steps.visit[row] ?? 0,
    person: steps.person[row] ?? 0,
    venue: steps.venue[row] ?? 0,
    detail: steps.detail[row] ?? 0,
    renewBeforeMs: steps.renewBeforeMs[row] ?? 0,
  };
};

const second = 1_000;
const minute = 60_000;
/** Later than any consent that covers one pass and its renewals. */
const consentOverMs = 11 * minute;

/** An attempt at misuse as actions, under a visit number of its own, below zero. */
export const actionsOf = (attempt: Attempt, visit: number): readonly Action[] => {
  const { atMs, person, venue, delayMs, passes } = attempt;
  const action = (kind: ActionKind, afterMs: number, detail = 0): Action => ({
    kind,
    atMs: atMs + afterMs,
    visit,
    person,
    venue,
    detail,
    renewBeforeMs: 0,
    attempt,
  });
  switch (attempt.kind) {
    case "relay":
      return [
        action("begin", 0),
        action("typeCode", 20 * second),
        action("ask", 25 * second),
        action("show", 25 * second + delayMs),
      ];
    case "forged-altered":
    case "forged-signature":
    case "unknown-venue":
      return [
        action("begin", 0),
        action("typeCode", 20 * second),
        action("ask", 25 * second),
        action("forge", 30 * second),
      ];
    case "forged-noise":
    case "forged-epoch":
      return [action("forge", 0)];
    case "consent-skipped":
      return [action("begin", 0), action("typeCode", 20 * second), action("askBare", consentOverMs)];
    case "verification-skipped":
      return [action("ask", 0, -1)];
    case "hammering":
      return [
        action("begin", 0),
        action("typeCode", 20 * second),
        ...Array.from({ length: passes }, (_, pass) => action("ask", 25 * second + pass * second, pass)),
      ];
  }
};
