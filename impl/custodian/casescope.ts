/**
 * The scope of a case as the law asks for it: how many venues, and one window. A case may name a window for each venue, so the law
 * is asked about each of them, and about each venue's windows as one long one; the first that it refuses is put to it for good.
 * It knows no limit itself.
 */
import type { PolicyNumbers } from "../generated/policy.ts";
import { custodianRelease } from "../generated/rules/custodian.ts";
import { makeStepLog } from "../lifecycle/core.ts";
import { isRefusal } from "../lifecycle/refused.ts";
import type { CaseWindow } from "../protocol/casetext.ts";

export interface ReleaseFacts {
  readonly officers: number;
  /** The ground's number in the law's vocabulary. */
  readonly ground: number;
  readonly approvedAtMs: number;
  readonly records: number;
  readonly recordsOfDay: number;
  /** Other parties that cosigned the log in which the case stands. */
  readonly cosigners: number;
}

export interface DecidingWindow {
  readonly venues: number;
  readonly windowStart: number;
  readonly windowEnd: number;
}

/** The windows of each venue without overlap, so that no record is counted or released twice. */
export const withoutOverlap = (windows: readonly CaseWindow[]): readonly CaseWindow[] => {
  const sorted = [...windows].sort((one, other) => one.venue - other.venue || one.fromMs - other.fromMs);
  const merged: CaseWindow[] = [];
  for (const window of sorted) {
    const last = merged.at(-1);
    if (last === undefined || last.venue !== window.venue || window.fromMs > last.untilMs)
      merged.push(window);
    else merged[merged.length - 1] = { ...last, untilMs: Math.max(last.untilMs, window.untilMs) };
  }
  return merged;
};

const longWindows = (windows: readonly CaseWindow[]): readonly CaseWindow[] => {
  const byVenue = new Map<number, CaseWindow>();
  for (const { venue, fromMs, untilMs } of windows) {
    const known = byVenue.get(venue);
    byVenue.set(venue, {
      venue,
      fromMs: Math.min(known?.fromMs ?? fromMs, fromMs),
      untilMs: Math.max(known?.untilMs ?? untilMs, untilMs),
    });
  }
  return [...byVenue.values()];
};

/** The window that decides, with these facts and at this instant. */
export const decidingWindow = (
  windows: readonly CaseWindow[],
  facts: ReleaseFacts,
  nowMs: number,
  policy: PolicyNumbers,
): { readonly window: DecidingWindow; readonly refused: boolean } => {
  const venues = windows.length;
  // Too many to look at one by one: how many they are decides before any window does.
  const asked = windows.slice(0, policy.caseVenues + 1);
  const log = makeStepLog();
  let first: DecidingWindow | undefined;
  for (const { fromMs, untilMs } of [...asked, ...longWindows(asked)]) {
    const window = { venues, windowStart: fromMs, windowEnd: untilMs };
    first ??= window;
    const { officers, ground, approvedAtMs, records, recordsOfDay, cosigners } = facts;
    const answer = custodianRelease(
      officers,
      ground,
      venues,
      fromMs,
      untilMs,
      approvedAtMs,
      records,
      recordsOfDay,
      cosigners,
      nowMs,
      policy,
      log,
    );
    if (isRefusal(answer)) return { window, refused: true };
  }
  // A case without any window has no first one; the law refuses it for having no venue.
  return { window: first ?? { venues, windowStart: 0, windowEnd: 0 }, refused: first === undefined };
};
