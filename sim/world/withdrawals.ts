// Who withdraws their consent, on which day, and whether they come back: at most once a person, after a visit of theirs.
// Plans leave out the later visits of those who are gone for good; the others consent and verify anew when they return.
// It answers from chance and lives alone, so a withdrawal comes whether or not the system ever gave a pass.
import { millisecondsADay } from "../../models/policy.ts";
import type { Scenario } from "../scenario.ts";
import { dutiesOn, keepsLog } from "./duty.ts";
import { emptyDay, liveDay, type Day, type Lives } from "./life.ts";
import { phoneNumber } from "./people.ts";
import { stream, uniform, within } from "./random.ts";
import type { WorldSize } from "./size.ts";

export interface Withdrawals {
  /** The day of life of the withdrawal, or -1 for never, which most people are. */
  readonly day: Int16Array;
  readonly forGood: ReadonlySet<number>;
  /** In the order of time. */
  readonly list: readonly { readonly atMs: number; readonly person: number }[];
}

const afterVisitSpan = { fromMs: 5 * 60_000, toMs: 8 * 3_600_000 };

const noPhone = phoneNumber("none");

/** When a person leaves the last place of a day of life that keeps the log; undefined when they went to none. */
const lastLoggedMs = (
  lives: Lives,
  person: number,
  day: number,
  startsAtMs: number,
  into: Day,
): number | undefined => {
  const made = liveDay(lives, person, day, into);
  if (made === 0) return undefined;
  const duties = dutiesOn(lives.venues, startsAtMs + day * millisecondsADay);
  const left = Array.from({ length: made }, (_, slot) => slot)
    .filter((slot) => keepsLog(lives.venues, duties, into.venue[slot] ?? -1))
    .map((slot) => into.leaveMs[slot] ?? 0);
  return left.length === 0 ? undefined : Math.max(...left);
};

export const withdrawalsOf = (
  scenario: Scenario,
  size: WorldSize,
  lives: Lives,
  startsAtMs: number,
): Withdrawals => {
  const { withdrawsAWeek, withdrawsForGood } = scenario.behaviour;
  const chances = stream(size.seed, "withdrawals");
  const dayShare = 1 - (1 - withdrawsAWeek) ** (1 / 7);
  const day = new Int16Array(size.people).fill(-1);
  const forGood = new Set<number>();
  const list: { readonly atMs: number; readonly person: number }[] = [];
  const visits = emptyDay();
  for (let person = 0; person < size.people && dayShare > 0; person += 1) {
    if (lives.people.phone[person] === noPhone) continue;
    const first =
      dayShare >= 1 ? 0 : Math.floor(Math.log(1 - uniform(chances, person, 0)) / Math.log(1 - dayShare));
    for (let each = first; each < size.days; each += 1) {
      const leftMs = lastLoggedMs(lives, person, each, startsAtMs, visits);
      if (leftMs === undefined) continue;
      const lastMs = startsAtMs + each * millisecondsADay + leftMs;
      day[person] = each;
      if (uniform(chances, person, 1) < withdrawsForGood) forGood.add(person);
      list.push({ atMs: lastMs + within(uniform(chances, person, 2), afterVisitSpan), person });
      break;
    }
  }
  list.sort((a, b) => a.atMs - b.atMs || a.person - b.person);
  return { day, forGood, list };
};

/** True when a person has left for good before this day of life. */
export const isGone = (withdrawals: Withdrawals, person: number, day: number): boolean => {
  const left = withdrawals.day[person] ?? -1;
  return left >= 0 && day > left && withdrawals.forGood.has(person);
};
