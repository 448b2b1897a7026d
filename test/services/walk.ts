/**
 * Walks one tale with a real generated service over a real file: after every step state, fields, answer, row and events are
 * compared with the plain reading. At its end everything that the state does not allow is sent, and every deadline that is
 * left is met from both sides. It answers what it drove, so that a suite can say that nothing was left out.
 */
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { expect } from "vitest";
import type { StoreUnavailable } from "../../impl/store/unavailable.ts";
import type { Happening } from "../../models/language/interpret.ts";
import { presets, type Policy } from "../../models/policy.ts";
import { sendingsOf } from "../equal/cases.ts";
import { opened } from "./opened.ts";
import { makeReference, type Reference } from "./reference.ts";
import type { DrivenService, RowMachine } from "./rowmachines.ts";
import { storedIn } from "./storedrows.ts";
import type { Tale } from "./timedpaths.ts";

export interface Manner {
  readonly says: string;
  /** What looks when nothing is sent. */
  readonly look: "read" | "sweep";
  /** Whether the file is closed and opened again before everything that is done. */
  readonly reopens: boolean;
  /** Whether it goes from deadline to deadline, and so meets each; else it jumps, and several fire at once. */
  readonly meetsAll: boolean;
}

export const manners: readonly Manner[] = [
  { says: "reading", look: "read", reopens: false, meetsAll: false },
  { says: "sweeping", look: "sweep", reopens: false, meetsAll: false },
  { says: "restarted before every step", look: "read", reopens: true, meetsAll: false },
  { says: "reading, from deadline to deadline", look: "read", reopens: false, meetsAll: true },
  { says: "sweeping, from deadline to deadline", look: "sweep", reopens: false, meetsAll: true },
];

export interface Driven {
  readonly transitions: Set<string>;
  /** "state event" that was sent and is not allowed there. */
  readonly notAllowed: Set<string>;
  /** Transitions of deadlines that were met at their instant and not 1 ms before. */
  readonly bothSides: Set<string>;
  /** Begins to count what an instance takes, one transition after another. */
  readonly living: () => Life;
}

type Life = (transitions: readonly string[]) => void;

type Using = <A, E>(
  use: (service: DrivenService) => Effect.Effect<A, E>,
) => Effect.Effect<A, E | StoreUnavailable>;

interface Walking {
  readonly row: RowMachine;
  readonly file: string;
  readonly manner: Manner;
  readonly reference: Reference;
  readonly using: Using;
  readonly driven: Driven;
  readonly life: Life;
}

export const key = "one";
const deadlinesMost = 20;

/** Sends an event, or looks; everything that can be seen afterwards must be as foreseen. */
const step = Effect.fnUntraced(function* (
  { row, file, manner, reference, using, driven, life }: Walking,
  event: Happening | undefined,
  now: number,
) {
  yield* TestClock.setTime(now);
  const { instance, answer, taken } = reference.step(event, now);
  for (const id of taken) driven.transitions.add(id);
  if (event !== undefined) {
    const told = yield* using((service) =>
      service.tell(key, event).pipe(
        Effect.map((name) => ({ told: name })),
        Effect.catchTag("Refused", ({ code }) => Effect.succeed({ refused: code })),
      ),
    );
    expect(told).toEqual(answer);
  } else if (manner.look === "read") {
    expect(yield* using((service) => service.read(key))).toEqual(instance);
  } else {
    expect(yield* using((service) => service.sweep(10))).toEqual(taken.length > 0 ? [key] : []);
  }
  expect(storedIn(file, row.machine.id)).toEqual(reference.stored());
  expect(yield* using((service) => service.read(key))).toEqual(reference.standing());
  expect(storedIn(file, row.machine.id)).toEqual(reference.stored());
  life(taken);
  return taken;
});

/** Sends every event that means nothing here; each is refused so, and nothing changes. */
const sendWhatIsNotAllowed = Effect.fnUntraced(function* (walking: Walking, now: number) {
  const { machine } = walking.row;
  const { state } = walking.reference.standing();
  for (const [type, { fields }] of Object.entries(machine.meta.events)) {
    if (machine.states[state]?.on?.[type] !== undefined) continue;
    const before = storedIn(walking.file, machine.id);
    const [event] = sendingsOf(fields, type, now);
    expect(yield* step(walking, event, now)).toEqual([]);
    expect(storedIn(walking.file, machine.id)).toEqual(before);
    walking.driven.notAllowed.add(`${state} ${type}`);
  }
});

/** Meets each deadline that comes until then, one after another: 1 ms before it nothing happens, at it it fires. */
const meetDeadlines = Effect.fnUntraced(function* (walking: Walking, untilMs: number) {
  for (let met = 0; ; met += 1) {
    const at = walking.reference.nextDeadlineAt();
    if (at === undefined || at > untilMs) return;
    expect(met).toBeLessThan(deadlinesMost);
    expect(yield* step(walking, undefined, at - 1)).toEqual([]);
    const fired = yield* step(walking, undefined, at);
    expect(fired).not.toEqual([]);
    // Of one instant, and some because of others.
    for (const id of fired) walking.driven.bothSides.add(id);
  }
});

const walked = Effect.fnUntraced(function* (walking: Walking, { steps }: Tale) {
  let last = 0;
  for (const { now, event } of steps) {
    if (walking.manner.meetsAll) yield* meetDeadlines(walking, now);
    yield* step(walking, event, now);
    last = now;
  }
  yield* sendWhatIsNotAllowed(walking, last);
  yield* meetDeadlines(walking, Infinity);
});

export const nothingDriven = (living: () => Life = () => () => undefined): Driven => ({
  living,
  transitions: new Set(),
  notAllowed: new Set(),
  bothSides: new Set(),
});

/** Walks the tale over this file, in this manner; under a policy of its own only to see that this is noticed. */
export const walk = (
  row: RowMachine,
  tale: Tale,
  manner: Manner,
  file: string,
  driven: Driven,
  policy: Policy = presets[tale.preset],
) => {
  const reference = makeReference(row.machine, presets[tale.preset], key);
  const parts = { row, file, manner, reference, driven, life: driven.living() };
  return manner.reopens
    ? walked({ ...parts, using: (use) => opened(row, file, policy, use) }, tale)
    : opened(row, file, policy, (service) => walked({ ...parts, using: (use) => use(service) }, tale));
};
