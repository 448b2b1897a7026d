// Listens to a few people of a run at the policy level: every decision about them, and every promise that what they did broke.
// The whole city goes through its days again in one thread, because what befalls one comes of what all do; the same seed gives the same days.
// It goes no further than it must, and counts nothing.
import type { PropertyId } from "../../../models/properties.ts";
import type { PolicyRan } from "../gathering.ts";
import { runPolicy, type PolicyRunOptions } from "../run.ts";

/** One thing decided about a person; the answer is a refusal's number above 0, else what was told. */
export interface Heard {
  readonly atMs: number;
  readonly decision: number;
  readonly answer: number;
  readonly venue: number;
  /** Promises that it broke. */
  readonly broke: PropertyId[];
}

/** By person, in the order of time. */
export type Lives = ReadonlyMap<number, readonly Heard[]>;

interface Listened {
  readonly ran: PolicyRan;
  readonly lives: Lives;
}

/** The days up to and with the one in which this instant lies. */
export const listenTo = async (
  people: readonly number[],
  untilMs: number,
  { world, policy, progress, isInterrupted }: Omit<PolicyRunOptions, "workers" | "hears" | "hearsBreach">,
): Promise<Listened> => {
  const lives = new Map<number, Heard[]>(people.map((person) => [person, []]));
  let reachedMs = world.startsAtMs;
  const ran = await runPolicy({
    world,
    policy,
    workers: 1,
    hears: (who, atMs, decision, answer, venue) => {
      lives.get(who)?.push({ atMs, decision, answer, venue, broke: [] });
    },
    // A breach is judged right after the decision that it comes of.
    hearsBreach: (promise, person) => {
      lives.get(person)?.at(-1)?.broke.push(promise);
    },
    progress: (share) => {
      reachedMs = world.startsAtMs + share * (world.endsAtMs - world.startsAtMs);
      progress?.(share);
    },
    isInterrupted: () => isInterrupted?.() === true || reachedMs > untilMs,
  });
  // The guests after the last day come to every run; where days are left out, nobody can say what they would meet.
  const lived = (heard: readonly Heard[]): readonly Heard[] =>
    heard.filter(({ atMs }) => ran.complete || !(atMs >= reachedMs)).toSorted((a, b) => a.atMs - b.atMs);
  return { ran, lives: new Map([...lives].map(([person, heard]) => [person, lived(heard)])) };
};

/** The promises that somebody's life broke, each once. */
export const brokenIn = (life: readonly Heard[]): readonly PropertyId[] => [
  ...new Set(life.flatMap(({ broke }) => broke)),
];
