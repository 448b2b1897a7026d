// A city's days, one after the other: all that people, misusers, the infection and the investigators intend.
// The driver takes one day at a time and carries out its steps and events, merged by their instants.
// Days come in order because an outbreak does; the plan beneath them can be made for any day alone.
import { attemptsOf, type Attempt } from "./attempts.ts";
import { bringForward, investigate, noInvestigation } from "./cases.ts";
import type { CaseIntent } from "./request.ts";
import type { Scenario } from "../scenario.ts";
import { advance, noOutbreak, stayHome, type Outbreak } from "./outbreak.ts";
import { planDay, type DayPlan } from "./plan.ts";
import { noSteps, stepsOf, type Steps } from "./steps.ts";
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
  readonly events: readonly CityEvent[];
  readonly outbreak: Outbreak;
}

const typeOrder = ["crisis", "withdrawal", "report", "case", "decision", "attempt"] as const;

const crisisEvents = (world: World, day: DayPlan): readonly CityEvent[] => {
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

export function* cityDays(world: World): Generator<CityDay, void, undefined> {
  let outbreak = noOutbreak;
  let investigation = noInvestigation;
  let yesterday: DayPlan | undefined;
  let left = noSteps;
  let firstVisit = 0;
  let undecided: readonly (CityEvent & { readonly type: "decision" })[] = [];
  for (let day = 0; day < world.size.days; day += 1) {
    const plan = stayHome(outbreak, planDay(world, day));
    const inDay = ({ atMs }: { readonly atMs: number }): boolean =>
      atMs >= plan.startsAtMs && atMs < plan.endsAtMs;
    outbreak = advance(world, outbreak, plan, yesterday);
    const reports = outbreak.infections
      .filter(({ reportedAtMs }) => inDay({ atMs: reportedAtMs }))
      .sort((a, b) => a.reportedAtMs - b.reportedAtMs || a.person - b.person);
    for (const infection of reports) investigation = investigate(world, investigation, infection);
    const brought = bringForward(world, investigation, plan.endsAtMs);
    investigation = brought.investigation;
    const decisions = [...undecided, ...decisionsOf(brought.cases)];
    undecided = decisions.filter(({ atMs }) => atMs >= plan.endsAtMs);
    const events: CityEvent[] = [
      ...crisisEvents(world, plan),
      ...world.withdrawals.list.filter(inDay).map((each) => ({ type: "withdrawal" as const, ...each })),
      ...reports.map(({ person, reportedAtMs }) => ({ type: "report" as const, atMs: reportedAtMs, person })),
      ...brought.cases.map((each) => ({ type: "case" as const, atMs: each.atMs, case: each })),
      ...decisions.filter(({ atMs }) => atMs < plan.endsAtMs),
      ...attemptsOf(world, plan).map((attempt) => ({
        type: "attempt" as const,
        atMs: attempt.atMs,
        attempt,
      })),
    ];
    events.sort((a, b) => a.atMs - b.atMs || typeOrder.indexOf(a.type) - typeOrder.indexOf(b.type));
    const taken = stepsOf(plan, firstVisit, left);
    const { startsAtMs, endsAtMs } = plan;
    yield { day, startsAtMs, endsAtMs, plan, firstVisit, steps: taken.steps, events, outbreak };
    firstVisit += plan.visits.count;
    left = taken.left;
    yesterday = plan;
  }
}
