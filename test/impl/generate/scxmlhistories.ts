/**
 * Random timed histories for somebody else's engine: where it starts, what it is sent, and what the plain reading comes to after each step.
 * A history starts anywhere, also where no machine comes to stand, and takes a few steps. The surroundings that SCXML leaves to others are here: deadlines are sent when they are due, the earliest first, and before any other event.
 * Now and then one is sent too early, or in a state that does not obey it, and has to do nothing.
 */
import fc from "fast-check";
import type { Value } from "../../../models/language/expression.ts";
import { interpret, type Answered, type Instance, type Taken } from "../../../models/language/interpret.ts";
import { transitionsOf, type Lifecycle } from "../../../models/language/lifecycle.ts";
import type { Policy } from "../../../models/policy.ts";
import { sendingsOf, standingsOf } from "../../equal/cases.ts";
import { eve, midnight } from "../../equal/instants.ts";
import type { SentEvent } from "../../equal/outcome.ts";

export interface Sending {
  readonly event: string;
  readonly data: Readonly<Record<string, Value>>;
}

/** One step: what is sent in order, and what is expected after the last of it. */
export interface Step {
  readonly sendings: readonly Sending[];
  readonly expected: Instance & { readonly sent: readonly string[] };
}

export interface History {
  readonly start: Instance;
  readonly steps: readonly Step[];
  /** The transitions that were taken, by their ids. */
  readonly taken: readonly string[];
}

/** The deadline that each transition fires at, by the transition's id; none for an event's. */
type Deadlines = ReadonlyMap<string, string>;

interface Action {
  readonly wait: number;
  readonly beside: number;
  readonly event: number;
  readonly payload: number;
  readonly early: boolean;
}

const action: fc.Arbitrary<Action> = fc.record({
  wait: fc.nat(9),
  beside: fc.integer({ min: -1, max: 1 }),
  event: fc.nat(1_000),
  payload: fc.nat(10_000),
  early: fc.boolean(),
});
const actionsOf = fc.array(action, { minLength: 5, maxLength: 5 });

/** Waits for nothing, for one of the instants that the instance knows, or for a while. */
const until = ({ wait, beside }: Action, now: number, { fields }: Instance): number => {
  if (wait < 4) return now;
  if (wait === 9) return now + 60_000;
  const ahead = Object.values(fields).filter((value) => typeof value === "number" && value > now);
  const instant = ahead[wait % Math.max(1, ahead.length)];
  return typeof instant === "number" ? Math.max(now, instant + beside) : now;
};

/** An event that the state hears three times as likely as another one, so that histories get somewhere. */
const eventOf = (machine: Lifecycle, state: string, { event, payload }: Action, now: number) => {
  const every = Object.keys(machine.meta.events);
  const heard = Object.keys(machine.states[state]?.on ?? {});
  const likely = [undefined, ...every, ...heard, ...heard];
  const type = likely[event % likely.length];
  const form = type === undefined ? undefined : machine.meta.events[type];
  if (type === undefined || form === undefined) return undefined;
  const all = sendingsOf(form.fields, type, now);
  return all[payload % Math.max(1, all.length)];
};

const said = ({ told, refused }: Taken): readonly string[] => [
  ...(told === "" ? [] : [`told.${told}`]),
  ...(refused === "" ? [] : [`refused.${refused}`]),
];

/** What a step sends: deadlines that are due, the event in its turn, and perhaps deadlines that are not due. */
function sendingsIn(
  deadlineOf: Deadlines,
  event: SentEvent | undefined,
  { taken, own }: Answered,
  now: number,
) {
  const sent = event === undefined ? [] : [{ event: event.type, data: { ...event.given, now } }];
  const fired = taken.flatMap(({ transition, at }): readonly Sending[] => {
    const deadline = deadlineOf.get(transition);
    return deadline === undefined ? sent : [{ event: `deadline.${deadline}`, data: { now: at } }];
  });
  return own === undefined ? [...fired, ...sent] : fired;
}

/** Lives one history by the plain reading. */
function lived(
  machine: Lifecycle,
  policy: Policy,
  deadlineOf: Deadlines,
  { now: startedAt, start }: { readonly now: number; readonly start: Instance },
  actions: readonly Action[],
): History {
  const steps: Step[] = [];
  const taken: string[] = [];
  let at = start;
  let now = startedAt;
  for (const one of actions) {
    now = until(one, now, at);
    const event = eventOf(machine, at.state, one, now);
    const answered = interpret(machine, policy, at, event, now);
    at = answered.instance;
    taken.push(...answered.taken.map(({ transition }) => transition));
    // Once all that is due has fired, no deadline is left that has come: another one is too early.
    const early = one.early ? [...new Set(deadlineOf.values())] : [];
    steps.push({
      sendings: [
        ...sendingsIn(deadlineOf, event, answered, now),
        ...early.map((name) => ({ event: `deadline.${name}`, data: { now } })),
      ],
      expected: { ...at, sent: answered.taken.flatMap(said) },
    });
  }
  return { start, steps, taken };
}

/** How often each transition is to be taken, where enough of the drawn histories take it. */
const often = 12;

/** Of the drawn histories those that take what those before them seldom took. */
const telling = (drawn: readonly History[]): readonly History[] => {
  const times = new Map<string, number>();
  return drawn.filter(({ taken }) => {
    const seldom = taken.some((id) => (times.get(id) ?? 0) < often);
    if (seldom) for (const id of taken) times.set(id, (times.get(id) ?? 0) + 1);
    return seldom;
  });
};

/** Histories of a machine under a policy, the same for the same seed; one that has ended is not started. */
export function historiesOf(machine: Lifecycle, policy: Policy, seed: number): readonly History[] {
  const starts = Object.keys(machine.states)
    .filter((state) => machine.states[state]?.type !== "final")
    .flatMap((state) => [eve, midnight].map((now) => ({ now, standings: standingsOf(machine, state, now) })));
  const deadlineOf: Deadlines = new Map(
    transitionsOf(machine)
      .filter(({ trigger }) => trigger.kind === "deadline")
      .map(({ id, trigger }) => [id, trigger.name]),
  );
  const drawn = fc.tuple(fc.constantFrom(...starts), fc.nat(), actionsOf);
  return telling(
    fc.sample(drawn, { seed, numRuns: 6_000 }).map(([{ now, standings }, place, actions]) => {
      const start = standings[place % standings.length];
      if (start === undefined) throw new Error(`${machine.id} cannot stand anywhere`);
      return lived(machine, policy, deadlineOf, { now, start }, actions);
    }),
  );
}
