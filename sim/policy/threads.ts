// The people of a city shared among threads: so many parts of equal size, each carried through the days by one.
// With one thread the part lives in the main one; with more, each has a worker, is asked by messages, and answers in its turn.
// What comes out is the same for any number, because nobody's day depends on anybody else's.
import { Worker } from "node:worker_threads";
import type { Policy } from "../../models/policy.ts";
import type { HearsDecision } from "../decisions.ts";
import type { Scenario } from "../scenario.ts";
import { strangers } from "../world/attempts.ts";
import type { Intended } from "../world/intended.ts";
import type { WorldSize } from "../world/size.ts";
import type { World } from "../world/world.ts";
import { makePart, type DayToLive, type Lived, type PartEnd } from "./part.ts";
import type { Range } from "./day.ts";
import type { FoundRecord, Lookup } from "./records.ts";
import type { HearsBreach } from "./watching.ts";

/** A part as the main thread asks it; questions are answered in their order. */
export interface PartOfThread {
  readonly range: Range;
  readonly intend: (day: number) => Promise<Intended>;
  readonly live: (today: DayToLive) => Promise<Lived>;
  readonly find: (lookup: Lookup) => Promise<readonly FoundRecord[]>;
  readonly end: () => Promise<PartEnd>;
  readonly close: () => Promise<void>;
}

/** What a thread needs to make its world and its part. */
export interface ThreadStart {
  readonly scenario: Scenario;
  readonly size: WorldSize;
  readonly policy: Policy;
  readonly range: Range;
  readonly peopleFrom: number;
  readonly peopleTo: number;
}

const asks = ["intend", "live", "find", "end"] as const;
type AskKind = (typeof asks)[number];

export type ThreadAsk =
  | { readonly kind: "intend"; readonly day: number }
  | { readonly kind: "live"; readonly today: DayToLive }
  | { readonly kind: "find"; readonly lookup: Lookup }
  | { readonly kind: "end" };

export type ThreadAnswer =
  | { readonly kind: "intend"; readonly answer: Intended }
  | { readonly kind: "live"; readonly answer: Lived }
  | { readonly kind: "find"; readonly answer: readonly FoundRecord[] }
  | { readonly kind: "end"; readonly answer: PartEnd };

const isOfKind = (message: unknown): message is { readonly kind: AskKind } =>
  typeof message === "object" &&
  message !== null &&
  "kind" in message &&
  asks.some((kind) => kind === message.kind);

/** What two threads of one program say to each other is known by its kind. */
export const isThreadAsk = (message: unknown): message is ThreadAsk => isOfKind(message);
const isThreadAnswer = (message: unknown): message is ThreadAnswer =>
  isOfKind(message) && "answer" in message;
export const isThreadStart = (data: unknown): data is ThreadStart =>
  typeof data === "object" && data !== null && "scenario" in data && "range" in data;

/** People in equal ranges; nobody (-1) goes with the first, strangers with the last. */
export const rangesOf = (
  people: number,
  threads: number,
): readonly Pick<ThreadStart, "range" | "peopleFrom" | "peopleTo">[] =>
  Array.from({ length: threads }, (_, thread) => {
    const peopleFrom = Math.floor((people * thread) / threads);
    const peopleTo = Math.floor((people * (thread + 1)) / threads);
    return {
      peopleFrom,
      peopleTo,
      range: {
        fromPerson: thread === 0 ? -1 : peopleFrom,
        toPerson: thread === threads - 1 ? people + strangers : peopleTo,
      },
    };
  });

const hereIn = (start: ThreadStart, world: World, ears: Ears): PartOfThread => {
  const part = makePart({ ...start, world, ...ears });
  return {
    range: start.range,
    intend: (day) => Promise.resolve(part.intend(day)),
    live: (today) => Promise.resolve(part.live(today)),
    find: (lookup) => Promise.resolve(part.find(lookup)),
    end: () => Promise.resolve(part.end()),
    close: () => Promise.resolve(),
  };
};

const inWorker = (start: ThreadStart): PartOfThread => {
  const worker = new Worker(new URL("./threadworker.ts", import.meta.url), { workerData: start });
  const waiting: { readonly take: (answer: ThreadAnswer) => void; readonly fail: (error: Error) => void }[] =
    [];
  worker.on("message", (message: unknown) => {
    if (isThreadAnswer(message)) waiting.shift()?.take(message);
  });
  worker.on("error", (error: unknown) => {
    const failure = error instanceof Error ? error : new Error(String(error));
    for (const { fail } of waiting.splice(0)) fail(failure);
  });
  /** Asks, and takes of the next answer what was asked for. */
  const ask = <Answer>(
    asked: ThreadAsk,
    answerOf: (message: ThreadAnswer) => Answer | undefined,
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      waiting.push({
        take: (message) => {
          const answer = answerOf(message);
          if (answer !== undefined) resolve(answer);
          else reject(new Error(`a thread answered ${message.kind} where ${asked.kind} was asked`));
        },
        fail: reject,
      });
      worker.postMessage(asked);
    });
  return {
    range: start.range,
    intend: (day) =>
      ask({ kind: "intend", day }, (each) => (each.kind === "intend" ? each.answer : undefined)),
    live: (today) => ask({ kind: "live", today }, (each) => (each.kind === "live" ? each.answer : undefined)),
    find: (lookup) =>
      ask({ kind: "find", lookup }, (each) => (each.kind === "find" ? each.answer : undefined)),
    end: () => ask({ kind: "end" }, (each) => (each.kind === "end" ? each.answer : undefined)),
    close: async () => {
      await worker.terminate();
    },
  };
};

/** Who hears of single decisions and breaches; only where one thread does it all. */
export interface Ears {
  readonly hears?: HearsDecision | undefined;
  readonly hearsBreach?: HearsBreach | undefined;
}

export interface ThreadsOptions extends Ears {
  readonly world: World;
  readonly policy: Policy;
  readonly workers: number;
}

export const openThreads = ({
  world,
  policy,
  workers,
  hears,
  hearsBreach,
}: ThreadsOptions): readonly PartOfThread[] =>
  rangesOf(world.people.count, workers).map((each) => {
    const start: ThreadStart = { ...each, scenario: world.scenario, size: world.size, policy };
    return workers === 1 ? hereIn(start, world, { hears, hearsBreach }) : inWorker(start);
  });
