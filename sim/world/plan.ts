// The plan of one Seoul day: every visit with which people check in, in the order of arrival, with what they do at the door.
// The driver of real services carries it out; it is made of what people intend and of what the city makes of that.
// Nothing here depends on what a system answered.
import { createHash } from "node:crypto";
import { atTheDoor, emptyDoorstep, renewsBeforeMs } from "./behaviour.ts";
import { emptyIntended, fateNumber, type Intended, type IntendedDay } from "./intended.ts";
import { issuerOn } from "./issuers.ts";
import type { Asks } from "./queue.ts";
import type { World } from "./world.ts";

/** One row a visit. Delays are counted in whole milliseconds from what stands before them. */
export interface Visits {
  readonly count: number;
  readonly person: Int32Array;
  /** Which visit of their life it is. */
  readonly number: Int32Array;
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
  number: new Int32Array(count),
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

const checksIn = fateNumber("checksIn");

/** Rows by the order of arrival; between two who arrive in the same millisecond, the one of the lower number. */
const orderOf = ({ count, arriveMs, fate }: Intended): Int32Array => {
  const keys = new Float64Array(count);
  let kept = 0;
  for (let row = 0; row < count; row += 1) {
    if (fate[row] !== checksIn) continue;
    keys[kept] = (arriveMs[row] ?? 0) * count + row;
    kept += 1;
  }
  return Int32Array.from(keys.subarray(0, kept).sort(), (key) => key % count);
};

/** The plan of the visits of a day on which people check in, made of one part of it. */
export const planOf = (world: World, { day, startsAtMs, endsAtMs, parts }: IntendedDay): DayPlan => {
  const [intended = emptyIntended()] = parts;
  const order = orderOf(intended);
  const visits = emptyVisits(order.length);
  const door = emptyDoorstep();
  order.forEach((from, row) => {
    const who = intended.person[from] ?? -1;
    atTheDoor(world.behaviour, who, intended.number[from] ?? 0, door);
    visits.person[row] = who;
    visits.number[row] = intended.number[from] ?? 0;
    visits.venue[row] = intended.venue[from] ?? -1;
    visits.arriveAtMs[row] = startsAtMs + (intended.arriveMs[from] ?? 0);
    visits.leaveAtMs[row] = startsAtMs + (intended.leaveMs[from] ?? 0);
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

/** What the plan asks of the service, for the line before it. */
export const asksOf = (world: World, { startsAtMs, visits }: DayPlan): Asks => ({
  count: visits.count,
  atMs: visits.arriveAtMs.map((at, row) => at + (visits.firstAskDelayMs[row] ?? 0)),
  passes: visits.passesAsked.map((passes, row) => (visits.declines[row] === 1 ? 0 : passes)),
  gapMs: visits.passGapMs,
  issuer: Uint8Array.from(visits.person, (person) => issuerOn(world.issuers, person, startsAtMs)),
  person: visits.person,
  number: visits.number,
});

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
