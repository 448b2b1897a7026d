// A day of a range of people at the policy level: each person is brought forth once, does all that they do that day, and is put back.
// People are taken in their order and never sorted by time: what one decides does not touch another, but for the crisis level, which is known.
// A thread has one of these and is given its days in order.
import type { guestsOf } from "../service/doorstep.ts";
import type { Attempt } from "../world/attempts.ts";
import { fateNumber, type Intended } from "../world/intended.ts";
import type { World } from "../world/world.ts";
import type { CrisisHistory } from "./crisishistory.ts";
import { makeCounts, type Counts } from "./counts.ts";
import { awayTimes } from "../world/awaytimes.ts";
import { makeDoor } from "./door.ts";
import type { DoorParts } from "./doorparts.ts";
import { makeStandings } from "./standings.ts";
import type { ServedRows } from "./serving.ts";
import { makeVisiting } from "./visiting.ts";

/** What a person does on a day beside their visits. */
export type Extra =
  | { readonly kind: "attempt"; readonly atMs: number; readonly person: number; readonly attempt: Attempt }
  | { readonly kind: "withdrawal"; readonly atMs: number; readonly person: number };

export interface Range {
  readonly fromPerson: number;
  readonly toPerson: number;
}

export interface DayParts extends Omit<DoorParts, "counts" | "away"> {
  readonly world: World;
  readonly range: Range;
  readonly crisis: CrisisHistory;
}

export interface PeopleOfDay {
  readonly counts: Counts;
  /** Carries out a day; the extras are those of these people, by person and then by instant. */
  readonly run: (
    startsAtMs: number,
    endsAtMs: number,
    rows: Intended,
    extras: readonly Extra[],
    served: ServedRows | undefined,
  ) => void;
  /** Guests of the venue that stands as a party of its own, after the last day. */
  readonly receive: (guests: ReturnType<typeof guestsOf>) => void;
  /** Lets everything end that is due by the end of the run. */
  readonly end: (atMs: number) => void;
}

const checksIn = fateNumber("checksIn");

export const makePeopleOfDay = (parts: DayParts): PeopleOfDay => {
  const { world, policy, range, crisis } = parts;
  const { fromPerson, toPerson } = range;
  const counts = makeCounts(world.startsAtMs, world.size.days);
  const door = makeDoor({ ...parts, counts, away: awayTimes(world.scenario) });
  const standings = makeStandings({
    first: fromPerson,
    people: toPerson - fromPerson,
    policy,
    startsAtMs: world.startsAtMs,
    days: world.size.days,
  });
  const visiting = makeVisiting(door, world.behaviour, (atMs) => {
    crisis.bring(atMs, door.crisis);
    return !(atMs >= world.endsAtMs);
  });

  const extra = (each: Extra): void => {
    crisis.bring(each.atMs, door.crisis);
    if (each.kind === "withdrawal") door.withdraw(each.atMs);
    else visiting.attempt(each.attempt);
  };

  return {
    counts,
    run: (startsAtMs, endsAtMs, rows, extras, served) => {
      const { count, person: people, number, venue, arriveMs, fate } = rows;
      crisis.beginDay(startsAtMs, endsAtMs);
      let row = 0;
      let next = 0;
      for (;;) {
        const visitor = row < count ? (people[row] ?? toPerson) : toPerson;
        const person = Math.min(visitor, extras[next]?.person ?? toPerson);
        if (person >= toPerson) break;
        standings.bring(person, door.standing);
        door.enter(person);
        while (row < count && people[row] === person) {
          const arriveAtMs = startsAtMs + (arriveMs[row] ?? 0);
          for (
            let each = extras[next];
            each?.person === person && !(each.atMs >= arriveAtMs);
            each = extras[next]
          ) {
            extra(each);
            next += 1;
          }
          if (fate[row] === checksIn)
            visiting.visit(person, number[row] ?? 0, venue[row] ?? -1, arriveAtMs, row, served);
          row += 1;
        }
        for (let each = extras[next]; each?.person === person; each = extras[next]) {
          extra(each);
          next += 1;
        }
        door.settle(endsAtMs);
        standings.keep(person, door.standing, endsAtMs);
      }
    },
    receive: (guests) => {
      for (const { guest, comesAtMs, typesAtMs, asksAtMs, showsAtMs } of guests) {
        if (!(guest >= fromPerson) || guest >= toPerson) continue;
        standings.bring(guest, door.standing);
        door.enter(guest);
        crisis.bring(comesAtMs, door.crisis);
        door.begin(comesAtMs, 0);
        door.type(typesAtMs, 0);
        door.ask(asksAtMs, true);
        door.show(showsAtMs, world.venues.count, "good");
        standings.keep(guest, door.standing, showsAtMs);
      }
    },
    end: (atMs) => {
      for (let person = fromPerson; person < toPerson; person += 1) {
        standings.bring(person, door.standing);
        door.enter(person);
        door.settle(atMs);
      }
    },
  };
};
