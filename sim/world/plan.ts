// The plan of one Seoul day: every visit that people intend, in the order of arrival, as columns.
// The driver carries it out against whatever it measures, and the outbreak spreads along it.
// A pure function of world and day: any day may be planned first, and no plan depends on what happened in another.
import { createHash } from "node:crypto";
import { millisecondsADay } from "../../models/policy.ts";
import { atTheDoor, emptyDoorstep, renewsBeforeMs } from "./behaviour.ts";
import { emptyDay, liveDay, visitsMost } from "./life.ts";
import { isGone } from "./withdrawals.ts";
import type { World } from "./world.ts";

/** One row a visit. Delays are counted in whole milliseconds from what stands before them. */
export interface Visits {
  readonly count: number;
  readonly person: Int32Array;
  readonly venue: Int32Array;
  readonly arriveAtMs: Float64Array;
  readonly leaveAtMs: Float64Array;
  /** 1: reads the notice and does not agree, so asks for no pass. */
  readonly declines: Uint8Array;
  /** Should a code be sent at arrival: so many wrong ones are typed first (5 or more: until locked), after this delay. */
  readonly wrongCodes: Uint8Array;
  readonly codeDelayMs: Int32Array;
  /** A verification with no more than this left is renewed at arrival; 0 for people who wait until it is over. */
  readonly renewBeforeMs: Float64Array;
  /** From arrival to the first pass asked for; pass number i (from 0) is asked for `i * passGapMs` later. */
  readonly firstAskDelayMs: Int32Array;
  readonly passesAsked: Uint8Array;
  readonly passGapMs: Int32Array;
  /** From asking for the last of these passes to showing it. */
  readonly showDelayMs: Int32Array;
  /** Should that be refused as expired: one more pass is asked for at once, and shown after this delay. */
  readonly secondShowDelayMs: Int32Array;
  /** From the first showing to showing the same pass again; 0 for most, who do not. */
  readonly replayDelayMs: Int32Array;
}

export interface DayPlan {
  readonly day: number;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly visits: Visits;
}

const emptyVisits = (count: number): Visits => ({
  count,
  person: new Int32Array(count),
  venue: new Int32Array(count),
  arriveAtMs: new Float64Array(count),
  leaveAtMs: new Float64Array(count),
  declines: new Uint8Array(count),
  wrongCodes: new Uint8Array(count),
  codeDelayMs: new Int32Array(count),
  renewBeforeMs: new Float64Array(count),
  firstAskDelayMs: new Int32Array(count),
  passesAsked: new Uint8Array(count),
  passGapMs: new Int32Array(count),
  showDelayMs: new Int32Array(count),
  secondShowDelayMs: new Int32Array(count),
  replayDelayMs: new Int32Array(count),
});

/** The order of arrival; between two who arrive in the same millisecond, the one drawn first. */
const orderOf = (arriveMs: readonly number[]): Int32Array => {
  const room = 2 ** 24;
  const keys = Float64Array.from(arriveMs, (at, row) => at * room + row).sort();
  return Int32Array.from(keys, (key) => key % room);
};

export const planDay = (world: World, day: number): DayPlan => {
  const startsAtMs = world.startsAtMs + day * millisecondsADay;
  const endsAtMs = startsAtMs + millisecondsADay;
  const person: number[] = [];
  const number: number[] = [];
  const venue: number[] = [];
  const arriveMs: number[] = [];
  const leaveMs: number[] = [];
  const lived = emptyDay();
  for (const lifeDay of [day - 1, day]) {
    if (lifeDay < 0) continue;
    for (let each = 0; each < world.people.count; each += 1) {
      if (isGone(world.withdrawals, each, lifeDay)) continue;
      const made = liveDay(world.lives, each, lifeDay, lived);
      for (let slot = 0; slot < made; slot += 1) {
        const arriveAtMs = lived.arriveAtMs[slot] ?? 0;
        if (arriveAtMs < startsAtMs || arriveAtMs >= endsAtMs) continue;
        person.push(each);
        number.push(lifeDay * visitsMost + slot);
        venue.push(lived.venue[slot] ?? -1);
        arriveMs.push(arriveAtMs - startsAtMs);
        leaveMs.push((lived.leaveAtMs[slot] ?? 0) - startsAtMs);
      }
    }
  }
  const visits = emptyVisits(person.length);
  const door = emptyDoorstep();
  orderOf(arriveMs).forEach((from, row) => {
    const who = person[from] ?? -1;
    atTheDoor(world.behaviour, who, number[from] ?? 0, door);
    visits.person[row] = who;
    visits.venue[row] = venue[from] ?? -1;
    visits.arriveAtMs[row] = startsAtMs + (arriveMs[from] ?? 0);
    visits.leaveAtMs[row] = startsAtMs + (leaveMs[from] ?? 0);
    visits.declines[row] = door.declines;
    visits.wrongCodes[row] = door.wrongCodes;
    visits.codeDelayMs[row] = door.codeDelayMs;
    visits.renewBeforeMs[row] = renewsBeforeMs(world.behaviour, who);
    visits.firstAskDelayMs[row] = door.firstAskDelayMs;
    visits.passesAsked[row] = door.passesAsked;
    visits.passGapMs[row] = door.passGapMs;
    visits.showDelayMs[row] = door.showDelayMs;
    visits.secondShowDelayMs[row] = door.secondShowDelayMs;
    visits.replayDelayMs[row] = door.replayDelayMs;
  });
  return { day, startsAtMs, endsAtMs, visits };
};

/** The same plan with only the visits that are kept, for people who stay at home. */
export const keepVisits = (plan: DayPlan, keep: (row: number) => boolean): DayPlan => {
  const rows = Array.from({ length: plan.visits.count }, (_, row) => row).filter(keep);
  if (rows.length === plan.visits.count) return plan;
  const { visits } = plan;
  const whole = (column: Int32Array): Int32Array => Int32Array.from(rows, (row) => column[row] ?? 0);
  const small = (column: Uint8Array): Uint8Array => Uint8Array.from(rows, (row) => column[row] ?? 0);
  const long = (column: Float64Array): Float64Array => Float64Array.from(rows, (row) => column[row] ?? 0);
  return {
    ...plan,
    visits: {
      count: rows.length,
      person: whole(visits.person),
      venue: whole(visits.venue),
      arriveAtMs: long(visits.arriveAtMs),
      leaveAtMs: long(visits.leaveAtMs),
      declines: small(visits.declines),
      wrongCodes: small(visits.wrongCodes),
      codeDelayMs: whole(visits.codeDelayMs),
      renewBeforeMs: long(visits.renewBeforeMs),
      firstAskDelayMs: whole(visits.firstAskDelayMs),
      passesAsked: small(visits.passesAsked),
      passGapMs: whole(visits.passGapMs),
      showDelayMs: whole(visits.showDelayMs),
      secondShowDelayMs: whole(visits.secondShowDelayMs),
      replayDelayMs: whole(visits.replayDelayMs),
    },
  };
};

/** A hash over every column, by which two plans are told apart. */
export const planHash = ({ day, visits }: DayPlan): string => {
  const hash = createHash("sha256").update(`${day} ${visits.count}`);
  const short = [visits.declines, visits.wrongCodes, visits.passesAsked];
  const delays = [visits.codeDelayMs, visits.firstAskDelayMs, visits.passGapMs, visits.showDelayMs];
  const places = [visits.person, visits.venue, visits.secondShowDelayMs, visits.replayDelayMs];
  const instants = [visits.arriveAtMs, visits.leaveAtMs, visits.renewBeforeMs];
  for (const column of [...short, ...delays, ...places, ...instants]) hash.update(column);
  return hash.digest("hex");
};
