/**
 * One running instance of a lifecycle: an XState actor on its own simulated clock, moved from deadline to deadline.
 * The clock never jumps over a deadline, because XState's simulated clock would stop at the first of a chain.
 * It decides nothing itself: which deadline is due next it reads from the states' `after`, what happens then from XState.
 */
import { createActor, SimulatedClock } from "xstate";
import { executable, type LawEvent } from "../../models/language/execute.ts";
import type { Value } from "../../models/language/expression.ts";
import type { Lifecycle } from "../../models/language/lifecycle.ts";
import type { Policy } from "../../models/policy.ts";
import type { Said, SaidFields, Standing } from "./story.ts";

export type Fields = Readonly<Record<string, Value>>;

export interface Answer {
  readonly told: readonly string[];
  readonly refused: string | null;
  readonly unheard: boolean;
  readonly changed: boolean;
}

export interface Instance {
  /** Lets every deadline up to the instant fire, each at its own, and gives what they told. */
  readonly settle: (instant: number) => readonly string[];
  readonly send: (event: LawEvent) => Answer;
  readonly state: () => string;
  readonly fields: () => Fields;
}

const seoulInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+09:00$/;

/** An instant as people wrote it, in whole milliseconds. */
export const millisecondsOf = (at: string): number => {
  const instant = seoulInstant.test(at) ? Date.parse(at) : NaN;
  if (Number.isNaN(instant)) throw new Error(`${at} is not a Seoul instant with milliseconds`);
  return instant;
};

const valueOf = (said: Said): Value =>
  typeof said === "object" && said !== null ? millisecondsOf(said.at) : said;

export const valuesOf = (said: SaidFields | undefined): Fields =>
  Object.fromEntries(Object.entries(said ?? {}).map(([name, value]) => [name, valueOf(value)]));

const isValue = (value: unknown): value is Value =>
  value === null || ["number", "string", "boolean"].includes(typeof value);

const fieldsOf = (context: unknown): Fields => {
  if (typeof context !== "object" || context === null) throw new Error("a context is a record");
  return Object.fromEntries(
    Object.entries(context).map(([name, value]: [string, unknown]) => {
      if (!isValue(value)) throw new Error(`${name} holds what no field may hold`);
      return [name, value];
    }),
  );
};

/** The instants a standing instance already knows; its clock starts no later than the first of them. */
const firstInstant = (machine: Lifecycle, standing: Fields, opening: number): number =>
  Math.min(
    opening,
    ...Object.entries(standing).flatMap(([name, value]) =>
      machine.meta.fields[name]?.kind === "instant" && typeof value === "number" ? [value] : [],
    ),
  );

const standingMachine = (machine: Lifecycle, start: Standing | undefined, fields: Fields): Lifecycle => {
  const unknown = Object.keys(fields).filter((name) => !(name in machine.context));
  const initial = start?.state ?? machine.initial;
  if (unknown.length > 0 || !(initial in machine.states))
    throw new Error(`${machine.id} has no ${[...unknown, initial].join(", ")}`);
  return { ...machine, initial, context: { ...machine.context, ...fields } };
};

/** Starts an instance where the story says it stands, with its clock at or before the opening instant. */
export function openInstance(
  lifecycle: Lifecycle,
  policy: Policy,
  start: Standing | undefined,
  opening: number,
): Instance {
  const { id } = lifecycle;
  const standing = valuesOf(start?.fields);
  const clock = new SimulatedClock();
  clock.set(firstInstant(lifecycle, standing, opening));
  const machine = executable(standingMachine(lifecycle, start, standing), policy, clock);
  const actor = createActor(machine, { clock });
  const heard: { told: string[]; refused: string[] } = { told: [], refused: [] };
  actor.on("told", ({ what }: { readonly what: string }) => void heard.told.push(what));
  actor.on("refused", ({ code }: { readonly code: string }) => void heard.refused.push(code));
  actor.start();

  const state = (): string => {
    const value: unknown = actor.getSnapshot().value;
    if (typeof value !== "string") throw new Error(`${id} has no nested states`);
    return value;
  };
  const fields = (): Fields => fieldsOf(actor.getSnapshot().context);
  const nextDeadline = (): number => {
    const now = fields();
    const set = Object.keys(lifecycle.states[state()]?.after ?? {}).map((name) => now[name]);
    return Math.min(...set.filter((value) => typeof value === "number"));
  };
  const whole = () => JSON.stringify([state(), fields()]);

  const settle = (instant: number): readonly string[] => {
    heard.told = [];
    for (let round = 0; nextDeadline() <= instant; round += 1) {
      if (round > 100) throw new Error(`${id}: a deadline of ${state()} is due and does not fire`);
      clock.set(Math.max(clock.now(), nextDeadline()));
    }
    clock.set(Math.max(clock.now(), instant));
    return heard.told;
  };
  const send = (event: LawEvent): Answer => {
    const enabled: unknown = machine.getTransitionData(actor.getSnapshot(), event);
    if (!Array.isArray(enabled) || enabled.length === 0)
      return { told: [], refused: null, unheard: true, changed: false };
    heard.told = [];
    heard.refused = [];
    const before = whole();
    actor.send(event);
    const answer = {
      told: heard.told,
      refused: heard.refused[0] ?? null,
      unheard: false,
      changed: whole() !== before,
    };
    clock.increment(0);
    return answer;
  };
  return { settle, send, state, fields };
}
