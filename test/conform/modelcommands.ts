/**
 * Commands for fast-check's model runs, generated from a lifecycle: each waits, and then sends one of the machine's events with
 * something that it can bring, or looks. A command is drawn without knowing where the instance stands and gets its meaning when its
 * turn comes, so that a run can be shrunk by leaving commands out. Every event may be sent in every state: what is refused is tried too.
 */
import { Effect } from "effect";
import fc from "fast-check";
import { interpret, type Happening } from "../../models/language/interpret.ts";
import type { Lifecycle } from "../../models/language/lifecycle.ts";
import { presets, type PresetName } from "../../models/policy.ts";
import type { Case, Step } from "../../sim/conform/case.ts";
import { lifecycleCases } from "../../sim/conform/cases/lifecyclecases.ts";
import { payloadsOf } from "../../sim/conform/cases/payloads.ts";
import { beginningMs } from "../../sim/conform/cases/search.ts";
import { makeWaits } from "../../sim/conform/cases/waits.ts";
import type { Standings, SystemUnderTest, Trial } from "../../sim/conform/contract.ts";
import { referenceFor, type Reference } from "../../sim/conform/reference.ts";
import { compareStep } from "../../sim/conform/run.ts";

/** The model's side of a run: what is foreseen, and what was done so far. */
export interface Model {
  readonly machine: Lifecycle;
  readonly preset: PresetName;
  readonly reference: Reference;
  now: number;
  standings: Standings;
  steps: readonly Step[];
  /** Where it has stood. */
  readonly states: Set<string>;
  /** Whether the system was sent what it does not offer: from there on it is not tried. */
  isOver: boolean;
}

/** How long to wait: which of the instants worth waiting for, or a span. */
export type Wait = { readonly pick: number } | { readonly spanMs: number };

const waitOf = ({ machine, preset, standings, now }: Readonly<Model>, wait: Wait): number => {
  const instance = standings[machine.id];
  if (instance === undefined) return now;
  if ("spanMs" in wait) return now + wait.spanMs;
  const later = makeWaits(machine, presets[preset])(instance, now).filter((instant) => instant >= now);
  return later[wait.pick % later.length] ?? now;
};

const words = (wait: Wait): string => ("spanMs" in wait ? `${wait.spanMs} ms` : `until instant ${wait.pick}`);

/** Drives both sides by one step, and throws where they differ. */
const driven = async (
  model: Model,
  real: Trial,
  now: number,
  event: Happening | undefined,
): Promise<void> => {
  if (model.isOver) return;
  model.now = now;
  const foreseen = model.reference.step(event, now);
  const found = await Effect.runPromise(
    compareStep(real, foreseen, now, event).pipe(
      Effect.catchTag("SystemFault", (fault) =>
        fault.reason === "not-offered" ? Effect.succeed("not offered" as const) : Effect.fail(fault),
      ),
    ),
  );
  if (found === "not offered") {
    model.isOver = true;
    return;
  }
  model.steps = [...model.steps, event === undefined ? { now } : { now, event }];
  model.standings = foreseen.afterwards;
  model.states.add(foreseen.afterwards[model.machine.id]?.state ?? "");
  if (found !== undefined)
    throw new Error(`${found.what}: the models foresee ${found.foreseen}, the system has ${found.found}`);
};

/** One of the machine's events; any that the state hears; or nothing, to look only. */
export type Chosen = { readonly type: string } | "heard" | "look";

/** Waits, then sends the event with one of the payloads that the law tells apart there; or looks. */
export class Act implements fc.AsyncCommand<Model, Trial> {
  readonly wait: Wait;
  readonly chosen: Chosen;
  readonly payload: number;

  constructor(wait: Wait, chosen: Chosen, payload: number) {
    this.wait = wait;
    this.chosen = chosen;
    this.payload = payload;
  }

  /** Everything may be tried anywhere: what is not allowed must be refused. */
  check(): boolean {
    return true;
  }

  /** The event as it is sent: each transition that it can take is as likely as any other. */
  private eventOf({ machine, preset, standings }: Readonly<Model>, now: number): Happening | undefined {
    const standing = standings[machine.id];
    if (this.chosen === "look" || standing === undefined) return undefined;
    const { instance } = interpret(machine, presets[preset], standing, undefined, now);
    const heard = Object.keys(machine.states[instance.state]?.on ?? {});
    const types = this.chosen === "heard" ? heard : [this.chosen.type];
    const sent = types.flatMap((type) => payloadsOf(machine, type, instance, now, presets[preset]));
    const alike = Map.groupBy(
      sent,
      (event) => interpret(machine, presets[preset], instance, event, now).own?.transition ?? event.type,
    );
    const group = [...alike.values()][this.payload % Math.max(1, alike.size)] ?? [];
    return group[Math.floor(this.payload / Math.max(1, alike.size)) % Math.max(1, group.length)];
  }

  run(model: Model, real: Trial): Promise<void> {
    if (model.isOver) return Promise.resolve();
    const now = waitOf(model, this.wait);
    return driven(model, real, now, this.eventOf(model, now));
  }

  toString(): string {
    const what =
      this.chosen === "look"
        ? "look"
        : `send ${this.chosen === "heard" ? "what is heard" : this.chosen.type} with payload ${this.payload}`;
    return `wait ${words(this.wait)}, ${what}`;
  }
}

const wait: fc.Arbitrary<Wait> = fc.oneof(
  { weight: 12, arbitrary: fc.constant<Wait>({ spanMs: 0 }) },
  { weight: 3, arbitrary: fc.nat(40).map((pick): Wait => ({ pick })) },
  { weight: 1, arbitrary: fc.nat(200_000).map((spanMs): Wait => ({ spanMs })) },
);

/** One arbitrary for each event of the machine, one for looking, and as many again for what the state hears, so that runs get somewhere. */
const choicesOf = (machine: Lifecycle): readonly Chosen[] => {
  const types = Object.keys(machine.meta.events);
  return [...types.map((type): Chosen => ({ type })), "look", ...types.map((): Chosen => "heard")];
};

export const commandsOf = (machine: Lifecycle, replayPath: string | undefined) =>
  fc.commands<Model, Trial, false>(
    choicesOf(machine).map((chosen) =>
      fc.tuple(wait, fc.nat(1_000)).map(([before, payload]) => new Act(before, chosen, payload)),
    ),
    { maxCommands: 40, size: "max", ...(replayPath === undefined ? {} : { replayPath }) },
  );

/** Where runs begin: at rest, or where a generated way to one of the machine's transitions ends. */
export const startsOf = (machine: Lifecycle, preset: PresetName): readonly (readonly Step[])[] => [
  [],
  ...lifecycleCases(machine)
    .cases.filter(({ kind, subject }) => kind === "transition" && subject.preset === preset)
    .map(({ steps }) => steps),
];

/** A fresh model and a fresh trial, both brought to the start; `last` holds the model, so that a failing run can be told as a case. */
export const setUp = async (
  machine: Lifecycle,
  preset: PresetName,
  system: SystemUnderTest,
  start: readonly Step[],
  last: { model: Model | undefined; trial: Trial | undefined },
): Promise<{ readonly model: Model; readonly real: Trial }> => {
  const subject = { kind: "lifecycle", machine: machine.id, preset } as const;
  const real = await Effect.runPromise(system.create(subject, beginningMs));
  const model: Model = {
    machine,
    preset,
    reference: referenceFor(subject),
    now: beginningMs,
    standings: { [machine.id]: { state: machine.initial, fields: machine.context } },
    steps: [],
    states: new Set([machine.initial]),
    isOver: false,
  };
  last.model = model;
  last.trial = real;
  for (const { now, event } of start) await driven(model, real, now, event);
  return { model, real };
};

/** What a run did, as a case that needs neither seed nor fast-check. */
export const caseOf = ({ machine, preset, steps }: Model, seed: number): Case => ({
  id: `model-run/${machine.id}/seed-${seed}`,
  kind: "model-run",
  covers: [],
  subject: { kind: "lifecycle", machine: machine.id, preset },
  steps,
});
