// What a manager wrote by hand: the visits of named people, in place of the lives that chance would give them.
// Life asks it first; who has a diary lives by it alone, and with only the diary nobody else goes anywhere.
// Persons and venues count from 1 in the file and from 0 here; a visit belongs to its day of life, which begins at 05:00.
import { millisecondsADay } from "../../models/policy.ts";
import type { Scenario } from "../scenario.ts";
import { dayOfLife } from "./dayoflife.ts";

interface WrittenVisit {
  readonly day: number;
  readonly venue: number;
  readonly arriveMs: number;
  readonly leaveMs: number;
}

export interface DiaryBook {
  readonly only: boolean;
  /** In the order of time. */
  readonly byPerson: ReadonlyMap<number, readonly WrittenVisit[]>;
}

export const diaryOf = ({ diary, calendar }: Scenario): DiaryBook | undefined => {
  if (diary === undefined) return undefined;
  const written = diary.visits.map(({ person, venue, at, stay }) => {
    const day = dayOfLife(calendar.start, at);
    const arriveMs = at - calendar.start - day * millisecondsADay;
    return { person: person - 1, day, venue: venue - 1, arriveMs, leaveMs: arriveMs + stay };
  });
  written.sort((a, b) => a.day - b.day || a.arriveMs - b.arriveMs);
  return { only: diary.onlyDiary, byPerson: Map.groupBy(written, ({ person }) => person) };
};

interface Room {
  readonly venue: Int32Array;
  readonly arriveMs: Int32Array;
  readonly leaveMs: Int32Array;
}

/** Writes the person's day by the diary and answers how many visits it has; undefined for whoever lives by chance. */
export const writtenDay = (diary: DiaryBook, person: number, day: number, into: Room): number | undefined => {
  const visits = diary.byPerson.get(person);
  if (visits === undefined) return diary.only ? 0 : undefined;
  const today = visits.filter((visit) => visit.day === day);
  today.forEach(({ venue, arriveMs, leaveMs }, place) => {
    into.venue[place] = venue;
    into.arriveMs[place] = arriveMs;
    into.leaveMs[place] = leaveMs;
  });
  return today.length;
};
