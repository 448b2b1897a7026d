// A city's days, one after the other: all that people, misusers, the infection and the investigators intend.
// The driver takes one day at a time and carries out its steps and events, merged by their instants.
// Days come in order because an outbreak does; the plan beneath them can be made for any day alone.
import { attemptsOf, type Attempt } from "./attempts.ts";
import { bringForward, investigate, noInvestigation, type Investigation } from "./cases.ts";
import { turnAway } from "./crowding.ts";
import { dayOf, everybody, makeIntending, overMidnight, type IntendedDay } from "./intended.ts";
import { serve, type Served } from "./queue.ts";
import type { CaseIntent } from "./request.ts";
import type { Scenario } from "../scenario.ts";
import { advance, noOutbreak, stayHome, type Outbreak } from "./outbreak.ts";
import { asksOf, planOf, type DayPlan } from "./plan.ts";

import { noSteps, stepsOf, type Steps } from "./steps.ts";
import { contactsOf, type Contact } from "./tracing.ts";
import type { World } from "./world.ts";

type Level = Scenario["crisis"]["levels"][number]["level"];

/** Everything that is not a step of a visit; a few hundred a day at most. */
export type CityEvent =
  | { readonly type: "crisis"; readonly atMs: number; readonly level: Level }
  | { readonly type: "withdrawal"; readonly atMs: number; readonly person: number }
  | { readonly type: "attempt"; readonly atMs: number; readonly attempt: Attempt }
  | { readonly type: "report"; readonly atMs: number; readonly person: number }
  | { readonly type: "case"; readonly atMs: number; readonly case: CaseIntent }
  | {
      readonly type: "decision";
      readonly atMs: number;
      readonly caseNumber: number;
      readonly officer: number;
      readonly decision: "approve" | "deny";
    };

export interface CityDay {
  readonly day: number;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly plan: DayPlan;
  /** The number of the plan's first visit in the steps; its row r is visit `firstVisit + r`. */
  readonly firstVisit: number;
  readonly steps: Steps;
  /** The line before the service, where the scenario says what it can serve. */
  readonly served: Served | undefined;
  readonly events: readonly CityEvent[];
  readonly outbreak: Outbreak;
  /** The city after this day. */
  readonly city: CityState;
}

const typeOrder = ["crisis", "withdrawal", "report", "case", "decision", "attempt"] as const;

const crisisEvents = (world: World, day: IntendedDay): readonly CityEvent[] => {
  const { levels } = world.scenario.crisis;
  const standing = day.day === 0 ? levels.findLast(({ at }) => at <= day.startsAtMs) : undefined;
  const changes = levels.filter(
    (each) => each.at >= day.startsAtMs && each.at < day.endsAtMs && each !== standing,
  );
  return [
    ...(standing === undefined
      ? []
      : [{ type: "crisis" as const, atMs: day.startsAtMs, level: standing.level }]),
    ...changes.map(({ at, level }) => ({ type: "crisis" as const, atMs: at, level })),
  ];
};

const decisionsOf = (cases: readonly CaseIntent[]): readonly (CityEvent & { readonly type: "decision" })[] =>
  cases.flatMap(({ decision, decideAtMs, decidedBy, number }) =>
    decision === "none"
      ? []
      : [{ type: "decision" as const, atMs: decideAtMs, caseNumber: number, officer: decidedBy, decision }],
  );

type Decision = CityEvent & { readonly type: "decision" };

/** What a city remembers from day to day. */
export interface CityState {
  readonly outbreak: Outbreak;
  readonly investigation: Investigation;
  readonly yesterday: IntendedDay | undefined;
  readonly undecided: readonly Decision[];
  /** For tracing: the true contacts so far, and the cases brought forward. */
  readonly contacts: readonly Contact[];
  readonly cases: readonly CaseIntent[];
}

export const cityAtFirst: CityState = {
  outbreak: noOutbreak,
  investigation: noInvestigation,
  yesterday: undefined,
  undecided: [],
  contacts: [],
  cases: [],
};

/** What the city makes of a day that people intend: marks who stays at home or is turned away, and answers what else happens. Days come in order. */
export const cityDay = (
  world: World,
  before: CityState,
  today: IntendedDay,
): { readonly state: CityState; readonly events: readonly CityEvent[] } => {
  const { startsAtMs, endsAtMs } = today;
  const inDay = (atMs: number): boolean => atMs >= startsAtMs && !(atMs >= endsAtMs);
  stayHome(before.outbreak, today);
  turnAway(world.venues, today, before.yesterday);
  const { outbreak, encounters } = advance(world, before.outbreak, today, before.yesterday);
  const contacts = contactsOf(world, encounters);
  const reports = outbreak.infections
    .filter(({ reportedAtMs }) => inDay(reportedAtMs))
    .sort((a, b) => a.reportedAtMs - b.reportedAtMs || a.person - b.person);
  let { investigation } = before;
  for (const infection of reports) investigation = investigate(world, investigation, infection);
  const brought = bringForward(world, investigation, endsAtMs);
  const decisions = [...before.undecided, ...decisionsOf(brought.cases)];
  const events: CityEvent[] = [
    ...crisisEvents(world, today),
    ...world.withdrawals.list
      .filter(({ atMs }) => inDay(atMs))
      .map((each) => ({ type: "withdrawal" as const, ...each })),
    ...reports.map(({ person, reportedAtMs }) => ({ type: "report" as const, atMs: reportedAtMs, person })),
    ...brought.cases.map((each) => ({ type: "case" as const, atMs: each.atMs, case: each })),
    ...decisions.filter(({ atMs }) => !(atMs >= endsAtMs)),
    ...attemptsOf(world, today).map((attempt) => ({ type: "attempt" as const, atMs: attempt.atMs, attempt })),
  ];
  events.sort((a, b) => a.atMs - b.atMs || typeOrder.indexOf(a.type) - typeOrder.indexOf(b.type));
  return {
    state: {
      outbreak,
      investigation: brought.investigation,
      yesterday: overMidnight(today),
      undecided: decisions.filter(({ atMs }) => atMs >= endsAtMs),
      contacts: [...before.contacts, ...contacts],
      cases: [...before.cases, ...brought.cases],
    },
    events,
  };
};

/** The days of a whole city, each with the steps of its visits in the order of time. */
export function* cityDays(world: World): Generator<CityDay, void, undefined> {
  const intending = makeIntending(world, everybody(world));
  let city = cityAtFirst;
  let left = noSteps;
  let firstVisit = 0;
  for (let day = 0; day < world.size.days; day += 1) {
    const today = dayOf(world, day, [intending(day)]);
    const { state, events } = cityDay(world, city, today);
    city = state;
    const plan = planOf(world, today);
    const served =
      world.scenario.capacity === undefined
        ? undefined
        : serve(world.scenario, world.size, plan.startsAtMs, asksOf(world, plan));
    const taken = stepsOf(plan, firstVisit, left, served);
    const { startsAtMs, endsAtMs } = plan;
    yield {
      day,
      startsAtMs,
      endsAtMs,
      plan,
      firstVisit,
      steps: taken.steps,
      served,
      events,
      outbreak: city.outbreak,
      city,
    };
    firstVisit += plan.visits.count;
    left = taken.left;
  }
}
