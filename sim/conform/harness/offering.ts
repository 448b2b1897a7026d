/**
 * What a country offers of the contract: for each kind of thing that can be tried over HTTP somebody who knows whom to ask what.
 * served.ts asks them one after the other; whoever offers one more kind adds himself there. What nobody offers is told with the reason.
 */
import { Effect } from "effect";
import { SystemFault, type Subject, type SystemUnderTest, type Trial } from "../contract.ts";
import type { Calendar } from "./calendar.ts";
import type { Country } from "./country.ts";

export interface Offering {
  /** Whether it is asked for this at all; it may still say that a case of it cannot be played. */
  readonly offers: (subject: Subject) => boolean;
  readonly create: SystemUnderTest["create"];
}

export type MakeOffering = (country: Country, calendar: Calendar) => Offering;

export const notOffered = (operation: "create" | "send" | "read", sentence: string): SystemFault =>
  new SystemFault({ operation, reason: "not-offered", sentence });

export const isOfMachine =
  (...machines: readonly string[]): Offering["offers"] =>
  (subject) =>
    subject.kind === "lifecycle" && machines.includes(subject.machine);

/** Rules of a party that look at no row. */
export const isRuleOf =
  (party: string): Offering["offers"] =>
  (subject) =>
    subject.kind === "party" && subject.party === party && Object.keys(subject.standings).length === 0;

/** The trial of a rule that reads no row and writes none: what it decides is what it answers. */
export const answersOnly = (moveTo: (toMs: number) => void, send: Trial["send"]): Trial => ({
  advance: (toMs) => Effect.sync(() => moveTo(toMs)),
  send,
  read: Effect.succeed({}),
  check: () => Effect.succeed([]),
  dispose: Effect.void,
});
