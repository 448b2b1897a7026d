// What people intend on one Seoul day: every visit as a row, in the order of people and, for each person, of arrival.
// The city decides on these rows what becomes of each (fate); the outbreak spreads along them, and plans are made of them.
// A day may come in parts, each of a range of people, so that many threads can make it; together they are always the same rows.
import { millisecondsADay } from "../../models/policy.ts";
import { weekdayOf } from "./demand.ts";
import { dutiesOn, keepsLog } from "./duty.ts";
import { emptyDay, liveDay, visitsMost, type Day } from "./life.ts";
import { phoneNumber } from "./people.ts";
import { isGone } from "./withdrawals.ts";
import type { World } from "./world.ts";

/** What becomes of an intended visit; the place in this list is its number in the column `fate`. */
export const fates = [
  /** The person goes, and checks in with a pass. */
  "checksIn",
  /** The person stays at home, and the visit is not made. */
  "staysHome",
  /** The venue is full, and the visit is not made. */
  "turnedAway",
  /** The person goes, and is written on paper, because they have no phone that shows a pass. */
  "onPaper",
  /** The person goes, and is written nowhere, because the venue keeps no log on that day. */
  "notLogged",
] as const;
export type Fate = (typeof fates)[number];

export const fateNumber = (fate: Fate): number => fates.indexOf(fate);
const checksIn = fateNumber("checksIn");
const noPhone = phoneNumber("none");
const onPaper = fateNumber("onPaper");
const notLogged = fateNumber("notLogged");
const staysHome = fateNumber("staysHome");
const turnedAway = fateNumber("turnedAway");

/** Whether the person is really there. */
export const isMade = (fate: number | undefined): boolean => fate !== staysHome && fate !== turnedAway;

/** Visits of a range of people on one day. Times are whole milliseconds after the day's start; who leaves after midnight leaves later than a day. */
export interface Intended {
  count: number;
  person: Int32Array;
  /** Which visit of their life it is, for the draws that belong to it alone. */
  number: Uint16Array;
  venue: Int32Array;
  arriveMs: Int32Array;
  leaveMs: Int32Array;
  fate: Uint8Array;
}

export interface IntendedDay {
  readonly day: number;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly parts: readonly Intended[];
}

export const emptyIntended = (room = 64): Intended => ({
  count: 0,
  person: new Int32Array(room),
  number: new Uint16Array(room),
  venue: new Int32Array(room),
  arriveMs: new Int32Array(room),
  leaveMs: new Int32Array(room),
  fate: new Uint8Array(room),
});

const widen = (rows: Intended): void => {
  const wider = emptyIntended(Math.ceil(rows.person.length * 1.25));
  wider.person.set(rows.person);
  wider.number.set(rows.number);
  wider.venue.set(rows.venue);
  wider.arriveMs.set(rows.arriveMs);
  wider.leaveMs.set(rows.leaveMs);
  wider.fate.set(rows.fate);
  Object.assign(rows, { ...wider, count: rows.count });
};

const add = (
  rows: Intended,
  person: number,
  number: number,
  venue: number,
  arriveMs: number,
  leaveMs: number,
  fate: number,
): void => {
  if (rows.count === rows.person.length) widen(rows);
  const row = rows.count;
  rows.person[row] = person;
  rows.number[row] = number;
  rows.venue[row] = venue;
  rows.arriveMs[row] = arriveMs;
  rows.leaveMs[row] = leaveMs;
  rows.fate[row] = fate;
  rows.count = row + 1;
};

/** What becomes of visits of a day as far as it depends on who goes where, and on nothing that happens. */
const makeFates = ({ people, venues, startsAtMs }: World, day: number) => {
  const duties = dutiesOn(venues, startsAtMs + day * millisecondsADay);
  return (person: number, venue: number): number =>
    keepsLog(venues, duties, venue) ? (people.phone[person] === noPhone ? onPaper : checksIn) : notLogged;
};

/** The places of a day's visits in the order of arrival; there are three at most. */
const orders: readonly (readonly number[])[] = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
];
const identity = orders[0] ?? [];

const orderOf = ({ arriveMs }: Day, made: number): readonly number[] => {
  if (made < 2) return identity;
  const first = arriveMs[0] ?? 0;
  const second = arriveMs[1] ?? 0;
  const third = made < 3 ? Infinity : (arriveMs[2] ?? 0);
  const place =
    first <= second
      ? second <= third
        ? 0
        : first <= third
          ? 1
          : 4
      : first <= third
        ? 2
        : second <= third
          ? 3
          : 5;
  return orders[place] ?? identity;
};

/** What of the nights out of one day of life falls on the day after: rows like any others, in the times of that day. */
const nightsOf = (world: World, day: number, fromPerson: number, toPerson: number): Intended => {
  const nights = emptyIntended();
  if (day < 0) return nights;
  const lived = emptyDay();
  for (let person = fromPerson; person < toPerson; person += 1) {
    if (isGone(world.withdrawals, person, day)) continue;
    const made = liveDay(world.lives, person, day, lived);
    if (made > 0) takeLate(lived, made, person, day, nights);
  }
  return nights;
};

const takeLate = (lived: Day, made: number, person: number, day: number, nights: Intended): void => {
  const order = orderOf(lived, made);
  for (let place = 0; place < made; place += 1) {
    const slot = order[place] ?? 0;
    const arriveMs = (lived.arriveMs[slot] ?? 0) - millisecondsADay;
    if (arriveMs < 0) continue;
    const leaveMs = (lived.leaveMs[slot] ?? 0) - millisecondsADay;
    add(nights, person, day * visitsMost + slot, lived.venue[slot] ?? -1, arriveMs, leaveMs, checksIn);
  }
};

const roomLeast = 64;

/** A little more than so many people are expected to intend on a day. */
const roomFor = ({ people, lives, startsAtMs }: World, day: number, count: number): number => {
  const expected = lives.demand.expected[weekdayOf(startsAtMs + day * millisecondsADay)] ?? 0;
  return roomLeast + Math.ceil(((expected * count) / Math.max(1, people.count)) * 1.05);
};

/** The rows of a range of people on a day, after last night's; and what of this night falls on the next day. */
const intend = (
  world: World,
  day: number,
  fromPerson: number,
  toPerson: number,
  lastNight: Intended,
): { readonly rows: Intended; readonly tonight: Intended } => {
  const rows = emptyIntended(roomFor(world, day, toPerson - fromPerson));
  const tonight = emptyIntended();
  const lived = emptyDay();
  const fateOf = makeFates(world, day);
  let late = 0;
  for (let person = fromPerson; person < toPerson; person += 1) {
    while (late < lastNight.count && lastNight.person[late] === person) {
      add(
        rows,
        person,
        lastNight.number[late] ?? 0,
        lastNight.venue[late] ?? -1,
        lastNight.arriveMs[late] ?? 0,
        lastNight.leaveMs[late] ?? 0,
        fateOf(person, lastNight.venue[late] ?? -1),
      );
      late += 1;
    }
    if (isGone(world.withdrawals, person, day)) continue;
    const made = liveDay(world.lives, person, day, lived);
    if (made === 0) continue;
    const order = orderOf(lived, made);
    for (let place = 0; place < made; place += 1) {
      const slot = order[place] ?? 0;
      const arriveMs = lived.arriveMs[slot] ?? 0;
      if (arriveMs < millisecondsADay)
        add(
          rows,
          person,
          day * visitsMost + slot,
          lived.venue[slot] ?? -1,
          arriveMs,
          lived.leaveMs[slot] ?? 0,
          fateOf(person, lived.venue[slot] ?? -1),
        );
    }
    takeLate(lived, made, person, day, tonight);
  }
  return { rows, tonight };
};

export const dayOf = (world: World, day: number, parts: readonly Intended[]): IntendedDay => {
  const startsAtMs = world.startsAtMs + day * millisecondsADay;
  return { day, startsAtMs, endsAtMs: startsAtMs + millisecondsADay, parts };
};

/** A range of people: from this one on, to the one that is not among them. */
export interface People {
  readonly peopleFrom: number;
  readonly peopleTo: number;
}

export const everybody = ({ people: { count } }: World): People => ({ peopleFrom: 0, peopleTo: count });

/** What a range of people intends on a day, whichever is asked for; those who ask day after day spare making every night twice. */
export const makeIntending = (
  world: World,
  { peopleFrom, peopleTo }: People,
): ((day: number) => Intended) => {
  let next = 0;
  let lastNight = emptyIntended();
  return (day) => {
    const nights = day === next ? lastNight : nightsOf(world, day - 1, peopleFrom, peopleTo);
    const { rows, tonight } = intend(world, day, peopleFrom, peopleTo, nights);
    next = day + 1;
    lastNight = tonight;
    return rows;
  };
};

/** Of a day only those stays that reach into the next one, which is all that the next one asks of it. */
export const overMidnight = (today: IntendedDay): IntendedDay => {
  const kept = emptyIntended();
  for (const { count, person, number, venue, arriveMs, leaveMs, fate } of today.parts)
    for (let row = 0; row < count; row += 1)
      if ((leaveMs[row] ?? 0) > millisecondsADay)
        add(
          kept,
          person[row] ?? -1,
          number[row] ?? 0,
          venue[row] ?? -1,
          arriveMs[row] ?? 0,
          leaveMs[row] ?? 0,
          fate[row] ?? 0,
        );
  return { ...today, parts: [kept] };
};

export const countOf = ({ parts }: IntendedDay): number => parts.reduce((sum, { count }) => sum + count, 0);

export interface IntendedVisit {
  readonly person: number;
  readonly number: number;
  readonly venue: number;
  readonly arriveAtMs: number;
  readonly leaveAtMs: number;
  readonly fate: number;
}

/** The row at a place counted over all parts, or undefined. */
export const visitAt = (day: IntendedDay, place: number): IntendedVisit | undefined => {
  let row = place;
  for (const part of day.parts) {
    if (row >= part.count) {
      row -= part.count;
      continue;
    }
    return {
      person: part.person[row] ?? -1,
      number: part.number[row] ?? 0,
      venue: part.venue[row] ?? -1,
      arriveAtMs: day.startsAtMs + (part.arriveMs[row] ?? 0),
      leaveAtMs: day.startsAtMs + (part.leaveMs[row] ?? 0),
      fate: part.fate[row] ?? 0,
    };
  }
  return undefined;
};
