// The work of all shards of a run: the course of the city's days goes its way here, because it asks the law nothing, and each shard gets its part.
// What is gathered of their answers in the end is gathered as that of threads is.
import { setImmediate } from "node:timers/promises";
import type { Policy } from "../../models/policy.ts";
import { courseOf, lookupsOf, type CourseDay } from "../policy/course.ts";
import { makeGathering, type PolicyRan } from "../policy/gathering.ts";
import { makeIntending } from "../world/intended.ts";
import type { FoundRecord } from "../policy/records.ts";
import { rangesOf } from "../policy/threads.ts";
import type { World } from "../world/world.ts";
import type { Answer, DayOfWork, Work } from "./work.ts";

/** The whole course, or what there is of it when the signal comes. */
export const wholeCourse = async (
  world: World,
  shards: number,
  signal: AbortSignal,
  dayOver: (day: number) => void,
): Promise<readonly CourseDay[]> => {
  const parts = rangesOf(world.people.count, shards).map((each) => {
    const intending = makeIntending(world, each);
    return { range: each.range, intend: (day: number) => Promise.resolve(intending(day)) };
  });
  const days: CourseDay[] = [];
  for await (const today of courseOf(world, parts)) {
    days.push(today);
    dayOver(today.day);
    await setImmediate();
    if (signal.aborted) break;
  }
  return days;
};

export const workOf = (
  { scenario, size }: World,
  course: readonly CourseDay[],
  shard: number,
  shards: number,
): Work => ({
  scenario,
  size,
  shard,
  shards,
  days: course.flatMap((today): readonly DayOfWork[] => {
    const toLive = today.toLive[shard];
    return toLive === undefined ? [] : [{ toLive, lookups: lookupsOf(today) }];
  }),
});

/** By case, what all shards hold of it. */
const foundIn = (
  course: readonly CourseDay[],
  answers: readonly Answer[],
): ReadonlyMap<number, readonly FoundRecord[]> =>
  new Map(
    course.flatMap((today) =>
      lookupsOf(today).map(
        ({ caseNumber }, place) =>
          [caseNumber, answers.flatMap(({ days }) => days[today.day]?.found[place] ?? [])] as const,
      ),
    ),
  );

export const gathered = async (
  world: World,
  policy: Policy,
  course: readonly CourseDay[],
  answers: readonly Answer[],
): Promise<PolicyRan> => {
  const found = foundIn(course, answers);
  const gathering = makeGathering({
    world,
    policy,
    find: ({ caseNumber }) => Promise.resolve(found.get(caseNumber) ?? []),
  });
  for (const today of course)
    await gathering.dayLived(
      today,
      answers.flatMap(({ days }) => days[today.day] ?? []),
    );
  return gathering.ran(answers.map(({ end }) => end));
};
