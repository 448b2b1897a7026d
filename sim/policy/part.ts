// One part of the people, as one thread carries it through the days: what they intend, what the law answers, what records they leave.
// The main thread holds one such part itself, or several threads hold one each; they are asked the same and answer the same.
// A part knows nothing of the others.
import { policyNumbers } from "../../impl/generated/policy.ts";
import type { Policy } from "../../models/policy.ts";
import type { HearsDecision } from "../decisions.ts";
import { guestsOf } from "../service/doorstep.ts";
import { emptyIntended, makeIntending, type Intended, type People } from "../world/intended.ts";
import type { World } from "../world/world.ts";
import type { Counts } from "./counts.ts";
import { makeCrisisHistory } from "./crisishistory.ts";
import { makePeopleOfDay, type Extra, type Range } from "./day.ts";
import { makeRecords, type FoundRecord, type Lookup } from "./records.ts";
import type { ServedRows } from "./serving.ts";
import { makeWatching, type HearsBreach, type SeenWithdrawal, type Watched } from "./watching.ts";

export interface Lived {
  /** What was seen of people who withdrew. */
  readonly seen: readonly SeenWithdrawal[];
  /** By the instant of their end, how many records have ended by the end of the day. */
  readonly erased: ReadonlyMap<number, number>;
  readonly live: number;
  readonly earliestEndMs: number;
}

export interface PartEnd {
  readonly counts: Counts;
  readonly watched: Watched;
}

export interface DayToLive {
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  /** What the city has made of the rows intended last. */
  readonly fate: Uint8Array;
  readonly extras: readonly Extra[];
  readonly served: ServedRows | undefined;
}

export interface Part {
  /** What these people intend on a day; days come in order. */
  readonly intend: (day: number) => Intended;
  /** Carries out the earliest day that was intended and not lived yet, with what the city has made of it. */
  readonly live: (today: DayToLive) => Lived;
  readonly find: (lookup: Lookup) => readonly FoundRecord[];
  readonly end: () => PartEnd;
}

export interface PartParts extends People {
  readonly world: World;
  readonly policy: Policy;
  /** Of those who are asked about: the first part also has those who are nobody, the last one strangers, who only misuse the service. */
  readonly range: Range;
  readonly hears?: HearsDecision | undefined;
  readonly hearsBreach?: HearsBreach | undefined;
}

export const makePart = (parts: PartParts): Part => {
  const { world, policy, range, hears, hearsBreach } = parts;
  const records = makeRecords();
  const watching = makeWatching(policy, hearsBreach);
  const numbers = policyNumbers(policy);
  const people = makePeopleOfDay({
    world,
    policy: numbers,
    range,
    crisis: makeCrisisHistory(world.scenario.crisis.levels, numbers),
    watching,
    stored: records.add,
    hears,
  });
  /** Days that are intended and not lived yet: the next one may be made while the city looks at this one. */
  const waiting: Intended[] = [];
  const intending = makeIntending(world, parts);
  return {
    intend: (day) => {
      const rows = intending(day);
      waiting.push(rows);
      return rows;
    },
    live: ({ startsAtMs, endsAtMs, fate, extras, served }) => {
      const rows = waiting.shift() ?? emptyIntended(1);
      rows.fate = fate;
      people.run(startsAtMs, endsAtMs, rows, extras, served);
      const erased = records.erase(endsAtMs);
      return {
        seen: watching.takeSeen(),
        erased,
        live: records.live(),
        earliestEndMs: records.earliestEndMs(),
      };
    },
    find: records.find,
    end: () => {
      people.receive(guestsOf(world));
      people.end(world.endsAtMs);
      return { counts: people.counts, watched: watching.watched() };
    },
  };
};
