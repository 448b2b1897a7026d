// XState's side of the core row: `transition()` on the very machine from which the core was generated, with a clock that is set.
// Deadlines that are due reach the machine as XState's own events, the earliest first, each at its own instant.
// It runs the steps of the first instances only, because it needs so much longer; what it runs is what our side ran for them.
import { Effect } from "effect";
import { initialTransition, transition, type AnyMachineSnapshot, type AnyStateMachine } from "xstate";
import { verificationEvents } from "../../../impl/generated/core/verification.ts";
import { executable, type LawEvent } from "../../../models/language/execute.ts";
import type { Policy } from "../../../models/policy.ts";
import { verification } from "../../../models/verification.ts";
import type { Side } from "../sides.ts";
import { fieldNames, makeDigest, stateNames, type Digest } from "./standing.ts";
import type { Steps } from "./steps.ts";

interface Obeyed {
  readonly field: string;
  readonly event: LawEvent;
}

/** By state, the deadlines that it obeys, as the events by which XState lets them expire. */
const obeyedIn = new Map<unknown, readonly Obeyed[]>(
  stateNames.map((state) => [
    state,
    Object.keys(verification.states[state]?.after ?? {}).map((field) => ({
      field,
      event: { type: `xstate.after.${field}.${verification.id}.${state}` },
    })),
  ]),
);

const none: readonly Obeyed[] = [];
const typed = "code.submitted";
/** The events by their number in the generated core; of a typed code the wrong one, and then the right one. */
const events: readonly (LawEvent | undefined)[] = [
  undefined,
  ...verificationEvents.map((type) => (type === typed ? { type, matches: false } : { type })),
];
const rightCode: LawEvent = { type: typed, matches: true };

export const eventOf = ({ event, matches }: Steps, step: number): LawEvent | undefined => {
  const sent = events[event[step] ?? 0];
  return sent?.type === typed && matches[step] === 1 ? rightCode : sent;
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const dig = (value: unknown, name: string): unknown => (isRecord(value) ? value[name] : undefined);

interface NextDeadline {
  readonly due: number;
  readonly event: LawEvent | undefined;
}

/** The earliest deadline that an instance obeys; of two at one instant the one that its state names first. */
export const nextDeadlineOf = (snapshot: AnyMachineSnapshot): NextDeadline => {
  let due = Infinity;
  let event: LawEvent | undefined;
  for (const obeyed of obeyedIn.get(snapshot.value) ?? none) {
    const instant = dig(snapshot.context, obeyed.field);
    if (typeof instant === "number" && instant < due) {
      due = instant;
      event = obeyed.event;
    }
  }
  return { due, event };
};

interface Runner {
  readonly run: (steps: Steps) => void;
  readonly snapshots: readonly AnyMachineSnapshot[];
  readonly rest: () => void;
}

/** What was emitted as the words of it; everything else that XState asks for is of no concern. */
const wordsIn = (actions: readonly unknown[]): readonly string[] =>
  actions.flatMap((action) => {
    const said = dig(dig(action, "params"), "event");
    const word = dig(said, "what") ?? dig(said, "code");
    return typeof word === "string" ? [word] : [];
  });

const makeRunner = (instances: number, policy: Policy, answers: Digest | undefined): Runner => {
  let present = 0;
  const machine: AnyStateMachine = executable(verification, policy, { now: () => present });
  const [initial] = initialTransition(machine);
  const snapshots = new Array<AnyMachineSnapshot>(instances).fill(initial);
  let words: string[] = [];

  const send = (snapshot: AnyMachineSnapshot, event: LawEvent): AnyMachineSnapshot => {
    const [next, actions] = transition(machine, snapshot, event);
    if (answers !== undefined) words.push(...wordsIn(actions));
    return next;
  };

  /** Delivers every deadline that is due. */
  const settle = (before: AnyMachineSnapshot, from: number, now: number): AnyMachineSnapshot => {
    let snapshot = before;
    let at = from;
    for (;;) {
      const { due, event } = nextDeadlineOf(snapshot);
      if (event === undefined || !(now >= due)) return snapshot;
      at = Math.max(at, due);
      present = at;
      snapshot = send(snapshot, event);
    }
  };

  return {
    snapshots,
    rest: () => void snapshots.fill(initial),
    run: (steps) => {
      for (let step = 0; step < steps.count; step += 1) {
        const slot = steps.slot[step] ?? 0;
        const now = steps.now[step] ?? 0;
        let snapshot = settle(snapshots[slot] ?? initial, 0, now);
        const event = eventOf(steps, step);
        if (event !== undefined) {
          present = now;
          snapshot = settle(send(snapshot, event), now, now);
        }
        // An account that has ended makes room for a new one.
        snapshots[slot] = snapshot.status === "done" ? initial : snapshot;
        if (answers === undefined) continue;
        answers.answer(words);
        words = [];
      }
    },
  };
};

/** Where these instances stand, as one hash. */
export const standingOf = (snapshots: readonly AnyMachineSnapshot[]): string => {
  const digest = makeDigest();
  for (const { value, context } of snapshots) {
    digest.line(
      String(value),
      fieldNames.map((name) => {
        const said = dig(context, name);
        return typeof said === "number" ? said : null;
      }),
    );
  }
  return digest.text();
};

/** XState over the steps of its own instances; its outcome speaks of all of them. */
export const xstateSide = (steps: Steps, policy: Policy): Side<never> => {
  const runner = makeRunner(steps.instances, policy, undefined);
  let answers: string | undefined;
  const answersOf = (): string => {
    const digest = makeDigest();
    makeRunner(steps.instances, policy, digest).run(steps);
    return digest.text();
  };
  return {
    ready: () => Effect.sync(runner.rest),
    work: () =>
      Effect.sync(() => {
        runner.run(steps);
        return steps.count;
      }),
    outcome: () =>
      Effect.sync(() => {
        answers ??= answersOf();
        return `${standingOf(runner.snapshots)} ${answers}`;
      }),
  };
};
