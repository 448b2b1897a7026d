// What a person does at the door: reads the notice, types a code, asks for passes, shows one, late or twice perhaps.
// Each answer belongs to a person and the number of their visit, whatever the system says, so two policies meet the same slips.
// It also says who renews a verification early; who withdraws a consent is told by withdrawals.ts.
import type { Scenario } from "../scenario.ts";
import { phoneNumber, type People } from "./people.ts";
import { stream, uniform, within, type Stream } from "./random.ts";

export interface Behaviour {
  readonly figures: Scenario["behaviour"];
  readonly demand: Scenario["demand"];
  readonly atTheDoor: Stream;
  readonly habits: Stream;
  /** How likely it is that one more pass is asked for before the one that is shown. */
  readonly oneMore: number;
  readonly phone: Uint8Array;
  readonly oldPhoneLate: number;
}

/** What the limits of a code are for people: more wrong tries than any policy allows, and later than it lives. */
export const wrongCodesUntilLocked = 5;
export const typingSpan = { fromMs: 8_000, toMs: 40_000 };
export const slowTypingSpan = { fromMs: 185_000, toMs: 400_000 };
export const quickSpan = { fromMs: 2_000, toMs: 9_000 };
export const againSpan = { fromMs: 1_000, toMs: 12_000 };
export const passesAskedMost = 12;
const drawsAVisit = 16;
const oldPhone = phoneNumber("old");

/** Old phones show late more often; so late is a pass on average, among those who have a phone. */
const lateShare = ({ people, behaviour }: Scenario): number => {
  const withPhone = people.ages.reduce((sum, { share, withoutPhone }) => sum + share * (1 - withoutPhone), 0);
  const withOld = people.ages.reduce((sum, { share, oldPhone }) => sum + share * oldPhone, 0);
  const old = withPhone > 0 ? withOld / withPhone : 0;
  return behaviour.showsLate * (1 + old * (people.oldPhoneLate - 1));
};

export const behaviourOf = (scenario: Scenario, people: People, seed: number): Behaviour => {
  const more = Math.max(0, scenario.demand.passesACheckIn - 1 - lateShare(scenario));
  return {
    figures: scenario.behaviour,
    demand: scenario.demand,
    atTheDoor: stream(seed, "behaviour"),
    habits: stream(seed, "habits"),
    oneMore: more / (1 + more),
    phone: people.phone,
    oldPhoneLate: scenario.people.oldPhoneLate,
  };
};

/** At the door, in the words of the plan's columns. */
export interface Doorstep {
  declines: number;
  wrongCodes: number;
  codeDelayMs: number;
  firstAskDelayMs: number;
  passesAsked: number;
  passGapMs: number;
  showDelayMs: number;
  secondShowDelayMs: number;
  replayDelayMs: number;
}

export const emptyDoorstep = (): Doorstep => ({
  declines: 0,
  wrongCodes: 0,
  codeDelayMs: 0,
  firstAskDelayMs: 0,
  passesAsked: 1,
  passGapMs: 0,
  showDelayMs: 0,
  secondShowDelayMs: 0,
  replayDelayMs: 0,
});

/** One of the chances of a visit. Made here once: a function made anew for each visit would cost as much as all the draws. */
const chanceOf = ({ atTheDoor: chances }: Behaviour, person: number, visit: number, index: number): number =>
  uniform(chances, person, visit * drawsAVisit + index);

/** Whether a person reads the notice on this visit and does not agree. */
export const declinesNotice = (behaviour: Behaviour, person: number, visit: number): boolean =>
  chanceOf(behaviour, person, visit, 4) < behaviour.figures.declinesNotice;

/** Writes what a person does at the door on one visit, named by the person and the visit's number in their life. */
export const atTheDoor = (behaviour: Behaviour, person: number, visit: number, into: Doorstep): void => {
  const { figures, demand } = behaviour;
  const slow = chanceOf(behaviour, person, visit, 0) < figures.slowCode;
  const mistyped = chanceOf(behaviour, person, visit, 1);
  const isOld = behaviour.phone[person] === oldPhone;
  const late =
    chanceOf(behaviour, person, visit, 2) < figures.showsLate * (isOld ? behaviour.oldPhoneLate : 1);
  const more =
    behaviour.oneMore <= 0
      ? 0
      : Math.floor(Math.log(1 - chanceOf(behaviour, person, visit, 3)) / Math.log(behaviour.oneMore));
  into.declines = declinesNotice(behaviour, person, visit) ? 1 : 0;
  into.wrongCodes =
    mistyped < figures.wrongCodeUntilLocked
      ? wrongCodesUntilLocked
      : mistyped < figures.wrongCodeUntilLocked + figures.wrongCode
        ? 1
        : 0;
  into.codeDelayMs = Math.min(
    within(chanceOf(behaviour, person, visit, 5), slow ? slowTypingSpan : typingSpan),
    slow ? slowTypingSpan.toMs : demand.doorDelay,
  );
  into.firstAskDelayMs = slow ? into.codeDelayMs + demand.doorDelay : demand.doorDelay;
  into.passesAsked = Math.min(passesAskedMost, 1 + more);
  into.passGapMs = within(chanceOf(behaviour, person, visit, 6), demand.passGap);
  into.showDelayMs = within(
    chanceOf(behaviour, person, visit, 7),
    late ? figures.lateDelay : demand.showDelay,
  );
  into.secondShowDelayMs = within(chanceOf(behaviour, person, visit, 8), quickSpan);
  into.replayDelayMs =
    chanceOf(behaviour, person, visit, 9) < figures.showsTwice
      ? within(chanceOf(behaviour, person, visit, 10), againSpan)
      : 0;
};

/** How long before its end a person renews a verification when they come by; 0 for those who wait until it is over. */
export const renewsBeforeMs = (behaviour: Behaviour, person: number): number =>
  uniform(behaviour.habits, person, 0) < behaviour.figures.renewsEarly
    ? behaviour.figures.renewsEarlyBefore
    : 0;
