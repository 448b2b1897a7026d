// What the people of a world do in one stretch of its days, visit by visit, each with its actions in the order of time.
// A visit belongs to the stretch in which its person arrives, and is carried out to its end; attempts at misuse and withdrawals likewise.
// Cases are left out: at this level nobody investigates.
import { actionOf, actionsOf, type Action } from "../../service/actions.ts";
import { cityDays, type CityEvent } from "../../world/city.ts";
import type { World } from "../../world/world.ts";

export interface Window {
  readonly fromMs: number;
  readonly untilMs: number;
}

export interface Intended {
  /** Each visit or attempt by itself. */
  readonly visits: readonly (readonly Action[])[];
  readonly withdrawals: readonly (CityEvent & { readonly type: "withdrawal" })[];
  /** The crisis level at the beginning and its changes. */
  readonly levels: readonly (CityEvent & { readonly type: "crisis" })[];
}

/** Everything of the world that begins in the window. */
export const intendedIn = (world: World, { fromMs, untilMs }: Window): Intended => {
  const inWindow = (atMs: number): boolean => atMs >= fromMs && !(atMs >= untilMs);
  const byVisit = new Map<number, Action[]>();
  const attempts: (readonly Action[])[] = [];
  const withdrawals: Intended["withdrawals"][number][] = [];
  const levels: Intended["levels"][number][] = [];
  for (const day of cityDays(world)) {
    if (day.startsAtMs >= untilMs) break;
    for (let row = 0; row < day.steps.count; row += 1) {
      const action = actionOf(day.steps, row);
      const begun = byVisit.get(action.visit);
      if (begun !== undefined) begun.push(action);
      else if (action.kind === "begin" && inWindow(action.atMs)) byVisit.set(action.visit, [action]);
    }
    for (const event of day.events) {
      if (event.type === "crisis" && !(event.atMs >= untilMs)) levels.push(event);
      if (event.type === "withdrawal" && inWindow(event.atMs)) withdrawals.push(event);
      if (event.type === "attempt" && inWindow(event.atMs))
        attempts.push(actionsOf(event.attempt, -1 - attempts.length));
    }
  }
  return { visits: [...byVisit.values(), ...attempts], withdrawals, levels };
};

/** The first and the last instant of anything intended. */
export const spanOf = ({ visits, withdrawals }: Intended): Window | undefined => {
  const instants = [...visits.flat(), ...withdrawals].map(({ atMs }) => atMs);
  return instants.length === 0
    ? undefined
    : {
        fromMs: instants.reduce((least, atMs) => Math.min(least, atMs)),
        untilMs: instants.reduce((most, atMs) => Math.max(most, atMs)),
      };
};
