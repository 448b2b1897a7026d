// What investigators want to know after a report: cases about the venues and times of a person's last days.
// Most are in order; some are refused by the second officer, some lapse, and some are asked first in a way the law forbids.
// Cases follow from intended visits and interviews, so they are the same under every policy; nothing here reads a record.
import { constants, millisecondsADay } from "../../models/policy.ts";
import { dayOfLife } from "./dayoflife.ts";
import { dutiesOn, keepsLog } from "./duty.ts";
import { emptyDay, liveDay } from "./life.ts";
import type { Infection } from "./outbreak.ts";
import { firstTryMs, irregularCase } from "./irregular.ts";
import type { CaseIntent } from "./request.ts";
import { stream, uniform, within } from "./random.ts";
import { isGone } from "./withdrawals.ts";
import type { World } from "./world.ts";

/** Cases asked for and not yet brought forward, with the counts from which turns are taken. */
export interface Investigation {
  readonly waiting: readonly CaseIntent[];
  readonly made: number;
  readonly regular: number;
  readonly irregular: number;
}

export const noInvestigation: Investigation = { waiting: [], made: 0, regular: 0, irregular: 0 };

const nextCaseMs = 3 * 60_000;
const officeOpensMs = 9 * 3_600_000;
/** A case that has waited so long is given up: what it asks for is about to be erased. */
const staleMs = 21 * millisecondsADay;

/** Whether a share falls due at this turn, so that shares come out even over a run, and early enough to be seen. */
const falls = (share: number, turn: number, phase: number): boolean =>
  Math.floor((turn + 1) * share + phase) > Math.floor(turn * share + phase);

/** The venues and the window of one remembered day of life, or nothing when there were no visits to places that keep the log. */
const scopeOf = (world: World, infection: Infection, day: number) => {
  const lived = emptyDay();
  if (isGone(world.withdrawals, infection.person, day)) return undefined;
  const made = liveDay(world.lives, infection.person, day, lived);
  const midnightMs = world.startsAtMs + day * millisecondsADay;
  const duties = dutiesOn(world.venues, midnightMs);
  const slots = Array.from({ length: made }, (_, slot) => slot).filter((slot) => {
    const arriveAtMs = midnightMs + (lived.arriveMs[slot] ?? 0);
    const isLogged = keepsLog(world.venues, duties, lived.venue[slot] ?? -1);
    return isLogged && arriveAtMs < infection.reportedAtMs && arriveAtMs < world.endsAtMs;
  });
  if (slots.length === 0) return undefined;
  const { windowMargin } = world.scenario.investigation;
  const windowEndMs = Math.min(
    infection.reportedAtMs,
    midnightMs + Math.max(...slots.map((slot) => lived.leaveMs[slot] ?? 0)) + windowMargin,
  );
  const fromMs = midnightMs + Math.min(...slots.map((slot) => lived.arriveMs[slot] ?? 0)) - windowMargin;
  return {
    venues: [...new Set(slots.map((slot) => lived.venue[slot] ?? -1))].slice(0, constants.caseVenues.value),
    windowStartMs: Math.max(world.startsAtMs, fromMs, windowEndMs - constants.caseWindow.value),
    windowEndMs,
  };
};

/** The investigation once a report has come in. */
export const investigate = (world: World, before: Investigation, infection: Infection): Investigation => {
  const figures = world.scenario.investigation;
  const chances = stream(world.size.seed, "investigation");
  const lastDay = dayOfLife(world.startsAtMs, infection.reportedAtMs);
  const firstDay = Math.max(0, dayOfLife(world.startsAtMs, infection.reportedAtMs - figures.lookBack));
  const requestedMs =
    infection.reportedAtMs + within(uniform(chances, infection.person, 0), figures.requestAfter) + firstTryMs;
  const waiting = [...before.waiting];
  let { made, regular, irregular } = before;
  for (let day = lastDay, place = 0; day >= firstDay; day -= 1) {
    const scope = scopeOf(world, infection, day);
    if (scope === undefined || uniform(chances, infection.person, 2 + day * 2) >= figures.remembered)
      continue;
    const requestedBy = regular % figures.officers;
    const atMs = requestedMs + place * nextCaseMs;
    const denied = falls(figures.denied, regular, 0.9);
    const unattended = !denied && falls(figures.unattended, regular, 0.9);
    const proper: CaseIntent = {
      number: made,
      kind: denied ? "denied" : unattended ? "unattended" : "regular",
      atMs,
      requestedBy,
      ground: "investigation",
      ...scope,
      decision: denied ? "deny" : unattended ? "none" : "approve",
      decidedBy: unattended ? -1 : (requestedBy + 1) % figures.officers,
      decideAtMs: unattended
        ? 0
        : atMs + within(uniform(chances, infection.person, 3 + day * 2), figures.decideAfter),
      about: infection.person,
    };
    waiting.push(proper);
    made += 1;
    if (falls(figures.irregular, regular, 0.99)) {
      waiting.push({ ...irregularCase(world, proper, irregular), number: made });
      made += 1;
      irregular += 1;
    }
    regular += 1;
    place += 1;
  }
  return { waiting, made, regular, irregular };
};

const later = (each: CaseIntent, byMs: number): CaseIntent => ({
  ...each,
  atMs: each.atMs + byMs,
  windowEndMs: each.kind === "ahead" ? each.windowEndMs + byMs : each.windowEndMs,
  decideAtMs: each.decision === "none" ? 0 : each.decideAtMs + byMs,
});

/** The cases that are brought forward before the given end of a day; what is too much for one day waits for the next. */
export const bringForward = (
  world: World,
  before: Investigation,
  endsAtMs: number,
): { readonly cases: readonly CaseIntent[]; readonly investigation: Investigation } => {
  const due = before.waiting
    .filter(({ atMs }) => atMs < endsAtMs)
    .sort((a, b) => a.atMs - b.atMs || a.number - b.number);
  const today = due.slice(0, world.scenario.investigation.casesADayMax);
  const postponed = due
    .slice(today.length)
    .map((each, place) => later(each, endsAtMs + officeOpensMs + place * nextCaseMs - each.atMs))
    .filter((each) => each.kind === "erased" || each.atMs - each.windowEndMs < staleMs);
  const ahead = before.waiting.filter(({ atMs }) => atMs >= endsAtMs);
  return { cases: today, investigation: { ...before, waiting: [...postponed, ...ahead] } };
};
