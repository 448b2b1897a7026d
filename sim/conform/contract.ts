/**
 * The one contract of a system that is tried against the models: create something in it, move its clock, send, read, check, dispose.
 * run.ts drives it; services.ts fulfils it with our own services in one process, httpsystem.ts with whoever answers at a URL.
 * Everything that crosses it is plain JSON (wire.ts), so that a party in any language can implement it. It decides nothing.
 */
import { Schema, type Effect } from "effect";
import type { Happening, Instance } from "../../models/language/interpret.ts";
import type { PresetName } from "../../models/policy.ts";

/** Where instances stand, by name; a lifecycle's one instance has the name of its machine. */
export type Standings = Readonly<Record<string, Instance>>;

/** What is to be tried: one instance of a lifecycle, or one party's rules over instances that stand where the case says. */
export type Subject =
  | { readonly kind: "lifecycle"; readonly machine: string; readonly preset: PresetName }
  | {
      readonly kind: "party";
      readonly party: string;
      readonly preset: PresetName;
      readonly standings: Standings;
    };

/** What was told, which may be nothing (an empty text), or the code of the refusal. */
export type Answer = { readonly told: string } | { readonly refused: string };

/** A transition that changed something and is to be remembered, as the models foresee it. */
export interface Remembered {
  readonly at: number;
  readonly event: string;
  readonly transition: string;
  readonly state: string;
}

/** What the models foresee after a step. */
export interface Foreseen {
  readonly standings: Standings;
  /** By name, the event rows of a lifecycle's instance; nothing where no row is kept. Empty for parties. */
  readonly remembered: Readonly<Record<string, readonly Remembered[]>>;
}

export const operations = ["create", "advance", "send", "read", "check", "dispose"] as const;
export type Operation = (typeof operations)[number];

/** The system could not do what the contract asks. `not-offered` is no fault of it: it does not keep such a thing. */
export class SystemFault extends Schema.TaggedError<SystemFault>()("SystemFault", {
  operation: Schema.Literals(operations),
  reason: Schema.Literals(["not-offered", "unreachable", "not-understood", "failed"]),
  sentence: Schema.String,
}) {}

/** One thing that is being tried. Its clock stands still until it is told otherwise. */
export interface Trial {
  /** Sets the clock. It goes back only in cases that two clocks tell, as when a pass is issued by one and scanned by another. */
  readonly advance: (toMs: number) => Effect.Effect<void, SystemFault>;
  /** Sends one event, now; to a party the event is one of its rules, by id. Being refused is an answer and not a fault. */
  readonly send: (event: Happening) => Effect.Effect<Answer, SystemFault>;
  /** Where it stands now: a lifecycle with all that is due fired, a party's instances as its last answer left them. */
  readonly read: Effect.Effect<Standings, SystemFault>;
  /** Lets the system compare what it has stored with what the models foresee, and say what is wrong in plain sentences. */
  readonly check: (foreseen: Foreseen) => Effect.Effect<readonly string[], SystemFault>;
  readonly dispose: Effect.Effect<void, SystemFault>;
}

export interface SystemUnderTest {
  /** What reports call it. */
  readonly name: string;
  readonly create: (subject: Subject, atMs: number) => Effect.Effect<Trial, SystemFault>;
}
