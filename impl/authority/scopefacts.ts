// The facts of a scope as the law asks for them: how many venues, and one window. A case may name a window for each
// venue, and the law judges one, so the law is asked about each of them on a blank case, and the first that it
// refuses is the one put to it for good. A venue named twice counts twice, and its windows also count as one long
// window, because the limit is so many hours a venue. Nothing here knows a limit.
import { authorityRequest } from "../generated/rules/authority.ts";
import type { PolicyNumbers } from "../generated/policy.ts";
import { makeDisclosureColumns } from "../generated/core/disclosure.ts";
import { makeStepLog } from "../lifecycle/core.ts";
import { isRefusal } from "../lifecycle/refused.ts";
import type { CaseWindow } from "../protocol/casetext.ts";

export interface ScopeFacts {
  readonly venues: number;
  readonly windowStart: number;
  readonly windowEnd: number;
}

const longWindows = (windows: readonly CaseWindow[]): readonly CaseWindow[] => {
  const byVenue = new Map<number, CaseWindow>();
  for (const window of windows) {
    const known = byVenue.get(window.venue) ?? window;
    byVenue.set(window.venue, {
      venue: window.venue,
      fromMs: Math.min(known.fromMs, window.fromMs),
      untilMs: Math.max(known.untilMs, window.untilMs),
    });
  }
  return [...byVenue.values()];
};

/** The facts that decide; `ground` is its number in the law. */
export const decidingScope = (
  windows: readonly CaseWindow[],
  ground: number,
  atMs: number,
  policy: PolicyNumbers,
): ScopeFacts => {
  const venues = windows.length;
  // Too many to look at one by one: how many they are decides before any window does.
  const asked = windows.slice(0, policy.caseVenues + 1);
  const facts = [...asked, ...longWindows(asked)].map(({ fromMs, untilMs }) => ({
    venues,
    windowStart: fromMs,
    windowEnd: untilMs,
  }));
  const refusedOne = facts.find(({ windowStart, windowEnd }) =>
    isRefusal(
      authorityRequest(
        makeDisclosureColumns(1),
        0,
        1,
        ground,
        venues,
        windowStart,
        windowEnd,
        atMs,
        policy,
        makeStepLog(),
      ),
    ),
  );
  return refusedOne ?? facts[0] ?? { venues, windowStart: 0, windowEnd: 0 };
};
