// The row of memory: bytes for each person more, and for each record more, while a plain city is under way at the policy level.
// Memory is looked at after a few days and again after more of them, in a small city and in a large one, each time collected first.
// What is common to all sizes falls out, and so does what a record takes from what a person takes.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Effect } from "effect";
import type { LimitRow } from "../row.ts";
import { runOurs } from "./ours.ts";
import { plainCity, type CitySize } from "./plaincity.ts";

const earlyDay = 2;
const collections = 3;

export interface MemorySize {
  readonly small: CitySize;
  readonly large: CitySize;
}

const makeCollected = (): (() => number) => {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  return () => {
    // What one collection lets go of is only given back while the next one runs.
    for (let time = 0; time < collections; time += 1)
      if (typeof collect === "function") Reflect.apply(collect, undefined, []);
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
};

/** Bytes more than before, and records, after the early day and after the last one. */
const lookAt = Effect.fnUntraced(function* (size: CitySize, collected: () => number) {
  const before = collected();
  const city = yield* plainCity(size);
  const bytes = new Map<number, number>();
  const ran = yield* runOurs(city, {
    workers: 1,
    dayOver: (day) => {
      if (day === earlyDay || day === size.days) bytes.set(day, collected() - before);
    },
  });
  const recordsBy = (day: number): number =>
    ran.checkInsByDay.slice(0, day).reduce((sum, checkIns) => sum + checkIns, 0);
  const look = (day: number) => ({ bytes: bytes.get(day) ?? 0, records: recordsBy(day) });
  return { early: look(earlyDay), late: look(size.days), people: city.world.people.count };
});
type Look = Effect.Success<ReturnType<typeof lookAt>>;

/** Bytes of people apart from their records. */
const ofPeople = ({ early }: Look, bytesARecord: number): number =>
  early.bytes - early.records * bytesARecord;

export const measureSimMemory = Effect.fnUntraced(function* ({ small, large }: MemorySize) {
  const collected = makeCollected();
  // Once before it counts, for what is loaded and compiled only once.
  yield* lookAt(small, collected);
  const less = yield* lookAt(small, collected);
  const more = yield* lookAt(large, collected);
  const bytesARecord = (more.late.bytes - more.early.bytes) / (more.late.records - more.early.records);
  const bytesAPerson =
    (ofPeople(more, bytesARecord) - ofPeople(less, bytesARecord)) / (more.people - less.people);
  return {
    id: "sim-memory",
    compared:
      `Bytes in memory for each person more, from ${less.people.toLocaleString("en")} people to ${more.people.toLocaleString("en")}, at the policy level in one thread: ` +
      `the person's own, their share of the venues and of the day under way. Each record kept takes ${bytesARecord.toPrecision(3)} bytes besides.`,
    unit: "bytes a person",
    goal: 32,
    aim: 24,
    lessIsBetter: true,
    ours: bytesAPerson,
    equal: more.late.records > more.early.records && less.late.records > less.early.records,
    besides: {},
  } satisfies LimitRow;
});
