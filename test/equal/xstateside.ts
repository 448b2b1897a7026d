/**
 * XState's side of the comparison: a real actor on a simulated clock, moved from deadline to deadline.
 * A restored actor forgets its timers, so each actor starts anew in the state it is asked for, before its first deadline;
 * the machine is the same configuration with another initial state, and its context is its input.
 * Which deadline comes next is read from the state's `after`; whether it fires, and what then, is XState's own doing.
 */
import { createActor, SimulatedClock, StateMachine, type AnyStateMachine } from "xstate";
import { executable } from "../../models/language/execute.ts";
import type { Value } from "../../models/language/expression.ts";
import { transitionsOf, type Lifecycle } from "../../models/language/lifecycle.ts";
import type { Policy } from "../../models/policy.ts";
import type { Outcome, Said, SentEvent, Snapshot } from "./outcome.ts";

/** A running actor: each call lets what is due expire and sends the event, if there is one. */
export interface Running {
  readonly step: (event: SentEvent | undefined, now: number) => Outcome;
  readonly nextDeadline: () => number;
}

export interface XStateSide {
  /** Starts an instance as it stands, at an instant before its first deadline. */
  readonly start: (standing: Snapshot, at: number) => Running;
}

const roundsMax = 100;

const isValue = (value: unknown): value is Value =>
  value === null || typeof value === "number" || typeof value === "string" || typeof value === "boolean";

const fieldsOf = (context: object): Readonly<Record<string, Value>> => {
  const fields: Record<string, Value> = {};
  for (const [name, value] of Object.entries(context)) {
    if (!isValue(value)) throw new Error(`${name} holds what no field may hold`);
    fields[name] = value;
  }
  return fields;
};

const nameOf = ({ value }: { readonly value: unknown }): string => (typeof value === "string" ? value : "");

export function xstateSide(lifecycle: Lifecycle, policy: Policy): XStateSide {
  let clock = new SimulatedClock();
  const instants = { now: () => clock.now() };
  const machines = new Map<string, AnyStateMachine>();
  const ids = new Map(
    transitionsOf(lifecycle).map(({ id, source, trigger, alternative }) => [
      `${source} ${trigger.name} ${String(alternative)}`,
      id,
    ]),
  );

  const machineIn = (state: string): AnyStateMachine => {
    const known = machines.get(state);
    if (known !== undefined) return known;
    const made = executable({ ...lifecycle, initial: state }, policy, instants);
    const fromInput = ({ input }: { readonly input: Readonly<Record<string, Value>> }) => input;
    const machine: AnyStateMachine = new StateMachine(
      { ...made.config, context: fromInput },
      made.implementations,
    );
    machines.set(state, machine);
    return machine;
  };

  const start: XStateSide["start"] = (standing, at) => {
    const own = new SimulatedClock();
    own.set(at);
    clock = own;
    const machine = machineIn(standing.state);
    const actor = createActor(machine, { clock: own, input: standing.fields });
    let said: Said[] = [];
    actor.on("told", ({ what }: { readonly what: string }) => {
      said.push({ kind: "told", name: what, at: own.now() });
    });
    actor.on("refused", ({ code }: { readonly code: string }) => {
      said.push({ kind: "refused", name: code, at: own.now() });
    });
    actor.start();

    const state = (): string => nameOf(actor.getSnapshot());
    const fields = () => {
      const context: unknown = actor.getSnapshot().context;
      return fieldsOf(typeof context === "object" && context !== null ? context : {});
    };
    const nextDeadline = (): number => {
      const names = Object.keys(lifecycle.states[state()]?.after ?? {});
      if (names.length === 0) return Infinity;
      const values = fields();
      return Math.min(
        ...names.map((name) => {
          const value = values[name];
          return typeof value === "number" ? value : Infinity;
        }),
      );
    };
    const settle = (now: number): void => {
      for (let round = 0; round < roundsMax; round += 1) {
        const due = nextDeadline();
        if (due > now) break;
        own.set(Math.max(own.now(), due));
      }
      own.set(Math.max(own.now(), now));
    };
    const send = ({ type, given }: SentEvent): string => {
      const snapshot = actor.getSnapshot();
      const event = { ...given, type };
      const [chosen] = machine.getTransitionData(snapshot, event);
      const place = chosen === undefined ? -1 : (chosen.source.transitions.get(type) ?? []).indexOf(chosen);
      // XState warns about an event to a finished actor and does nothing; there is nothing to send it to.
      if (snapshot.status === "active") actor.send(event);
      return place < 0 ? "" : (ids.get(`${nameOf(snapshot)} ${type} ${String(place)}`) ?? "");
    };
    return {
      nextDeadline,
      step: (event, now) => {
        clock = own;
        said = [];
        settle(now);
        const taken = event === undefined ? "" : send(event);
        if (event !== undefined) settle(now);
        return { state: state(), fields: fields(), said, own: taken };
      },
    };
  };
  return { start };
}
