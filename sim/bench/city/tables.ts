// The plain city as tables that its peers read: a line with a name and a count, and so many doubles, over and over.
// They hold what stands before the first day (people, venues, chances, keys of streams), figures of behaviour, and the policy.
// Writing them is not measured, and no peer may be told anything that a run would have to find out.
import { writeFileSync } from "node:fs";
import { refusalCodes, toldNames } from "../../../impl/generated/law.ts";
import { policyNumbers } from "../../../impl/generated/policy.ts";
import { activityClasses } from "../../world/activity.ts";
import {
  againSpan,
  passesAskedMost,
  quickSpan,
  slowTypingSpan,
  typingSpan,
  wrongCodesUntilLocked,
} from "../../world/behaviour.ts";
import type { Picker } from "../../world/picker.ts";
import type { Stream } from "../../world/random.ts";
import type { PlainCity } from "./plaincity.ts";

type Column = Iterable<number>;
type Columns = Readonly<Record<string, Column>>;

const spanOf = ({ fromMs, toMs }: { readonly fromMs: number; readonly toMs: number }): Column => [
  fromMs,
  toMs,
];
const keysOf = ({ key0, key1 }: Stream): Column => [key0, key1];
const ones = (values: Readonly<Record<string, number>>): Columns =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]]));

/** Where each of some lists begins when they are laid end to end, and where the last one ends. */
const firstOf = (lists: readonly { readonly length: number }[]): readonly number[] => {
  const first = [0];
  for (const { length } of lists) first.push((first.at(-1) ?? 0) + length);
  return first;
};

const pickerColumns = (pickers: readonly Picker[]): Columns => ({
  pickerFirst: firstOf(pickers.map(({ items }) => items)),
  pickerItems: pickers.flatMap(({ items }) => [...items]),
  pickerKeep: pickers.flatMap(({ keep }) => [...keep]),
  pickerOther: pickers.flatMap(({ other }) => [...other]),
});

const peopleColumns = ({ world: { people, lives } }: PlainCity): Columns => ({
  ...ones({ people: people.count, favouritesEach: people.favouritesEach, localShare: people.localShare }),
  activityClass: people.activityClass,
  home: people.district,
  favouriteRank: lives.favouriteRank,
  "stream.people": keysOf(people.chances),
});

const placeColumns = ({ world: { venues, lives } }: PlainCity): Columns => {
  const { kinds } = venues;
  const { arrivals } = lives.demand;
  return {
    venueKind: venues.kind,
    stayFrom: kinds.map(({ stay }) => stay.fromMs),
    stayTo: kinds.map(({ stay }) => stay.toMs),
    kindCloses: kinds.map(({ hours }) => hours.toMs),
    arrivalFirst: firstOf(arrivals.map(({ startsMs }) => startsMs)),
    arrivalStarts: arrivals.flatMap(({ startsMs }) => [...startsMs]),
    arrivalShares: arrivals.flatMap(({ cumulative }) => [...cumulative]),
    arrivalEnds: arrivals.map(({ endMs }) => endMs),
    ...pickerColumns([venues.inCity, ...venues.inDistrict]),
  };
};

const behaviourColumns = ({ world: { behaviour } }: PlainCity): Columns => {
  const { figures, demand, oneMore } = behaviour;
  const { slowCode, showsLate, declinesNotice, wrongCodeUntilLocked, wrongCode } = figures;
  const { renewsEarly, renewsEarlyBefore, showsTwice } = figures;
  return {
    ...ones({ slowCode, showsLate, declinesNotice, wrongCodeUntilLocked, wrongCode, renewsEarly }),
    ...ones({ renewsEarlyBefore, showsTwice, oneMore, passesAskedMost, wrongCodesUntilLocked }),
    ...ones({ doorDelay: demand.doorDelay }),
    typing: spanOf(typingSpan),
    slowTyping: spanOf(slowTypingSpan),
    quick: spanOf(quickSpan),
    again: spanOf(againSpan),
    passGap: spanOf(demand.passGap),
    showDelay: spanOf(demand.showDelay),
    lateDelay: spanOf(figures.lateDelay),
    "stream.atTheDoor": keysOf(behaviour.atTheDoor),
    "stream.habits": keysOf(behaviour.habits),
  };
};

const told = ["consent.recorded", "code.sent", "code.locked", "phone.verified", "code.mismatched"] as const;
const refused = ["code-not-sent", "code-locked", "pass-expired", "pass-replayed"] as const;

/** What the law answers, by its number: above zero a refusal, below a word. */
const answerColumns: Columns = {
  ...Object.fromEntries(told.map((word) => [word, [-toldNames.indexOf(word)]])),
  ...Object.fromEntries(refused.map((code) => [code, [refusalCodes.indexOf(code)]])),
};

const lawColumns = ({ policy }: PlainCity): Columns => {
  const numbers = policyNumbers(policy);
  const { consentSession, verificationValidity, codeLifetime, codeTries, codeSends, codeSendWindow } =
    numbers;
  const { codeLock, accountKept, passLifetime, clockSkew, retention } = numbers;
  return {
    ...ones({ consentSession, verificationValidity, codeLifetime, codeTries, codeSends, codeSendWindow }),
    ...ones({ codeLock, accountKept, passLifetime, clockSkew, retention }),
    ...answerColumns,
  };
};

export const columnsOf = (city: PlainCity): Columns => {
  const { size, startsAtMs, lives } = city.world;
  const { demand, firstWeekday, favouriteShare } = lives;
  return {
    ...ones({ days: size.days, startsAtMs, firstWeekday, favouriteShare, activityClasses }),
    ...ones({ visitsADayMax: demand.visitsADayMax }),
    atMost: demand.atMost,
    willing: demand.willing,
    "stream.goingOut": keysOf(lives.goingOut),
    "stream.whereAndWhen": keysOf(lives.whereAndWhen),
    ...peopleColumns(city),
    ...placeColumns(city),
    ...behaviourColumns(city),
    ...lawColumns(city),
  };
};

export const writeTables = (path: string, city: PlainCity): void => {
  const parts = Object.entries(columnsOf(city)).flatMap(([name, column]) => {
    const values = Float64Array.from(column);
    return [Buffer.from(`${name} ${String(values.length)}\n`), Buffer.from(values.buffer)];
  });
  writeFileSync(path, Buffer.concat(parts));
};
