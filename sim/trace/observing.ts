// Reads the observations of a trace: in order of time, no decision before what was seen already, and no count but what the lines leave.
// What the driver saw of a store is held against what the decisions put there; days must have come to their end when they are erased.
// Whether what was seen keeps the promises is for the checkers to say.
import { Option, Schema } from "effect";
import type { Observation } from "../../models/observations.ts";
import type { Policy } from "../../models/policy.ts";
import { machineNamed, type Holdings } from "./holdings.ts";
import { isGone, settle, type Around, type Took } from "./law.ts";
import { Seen, asObservation } from "./seen.ts";

export interface ObservingOptions {
  readonly policy: Policy;
  readonly holdings: Holdings;
  readonly sees: (seen: Observation) => void;
  readonly took: Took;
}

export interface Observing {
  /** Takes an observation; answers a sentence where it cannot be. */
  readonly observe: (text: string) => string | undefined;
  /** Takes note of a decision at this instant, which may have stored a visit; answers a sentence where it comes too late. */
  readonly decided: (at: number, keys: string) => string | undefined;
  /** At the end of the trace: days that nobody erased, and what deadlines have ended meanwhile. */
  readonly end: () => void;
}

export const readSeen = Schema.decodeUnknownOption(Schema.fromJsonString(Seen));

const day = machineNamed("day");
const visit = machineNamed("visit");

export const makeObserving = ({ policy, holdings, sees, took }: ObservingOptions): Observing => {
  const around: Around = { policy, now: 0, fields: {}, given: {}, took };
  let seenAt = -Infinity;
  let decidedAt = -Infinity;
  /** Days with decisions since something was last seen: a store may be looked into before it has all of them. */
  const unsettledDays = new Set<string>();

  const endVisits = (number: number, at: number): string | undefined => {
    for (const held of holdings.visitsOf(number) ?? []) {
      settle(visit, held, -Infinity, at, around, []);
      if (!isGone(visit, held)) return `The custodian erases day ${String(number)} before its visits end.`;
    }
    holdings.dropDay(number);
    return undefined;
  };

  /** A day that is erased must have come to its end. */
  const endDay = (party: string, number: number, at: number): string | undefined => {
    const days = holdings.rows(party, "day");
    const held = days.get(String(number));
    if (held === undefined) return undefined;
    settle(day, held, -Infinity, at, around, []);
    if (!isGone(day, held)) return `The ${party} erases day ${String(number)} before its end.`;
    days.delete(String(number));
    return party === "custodian" ? endVisits(number, at) : undefined;
  };

  const findDay = (number: number, records: number, at: number): string | undefined => {
    const held = holdings.visitsOf(number);
    const isOver = held?.some(({ fields }) => Number(fields["eraseAt"]) <= at) ?? true;
    if (held === undefined || isOver || unsettledDays.has(String(number)) || held.length === records)
      return undefined;
    return `The custodian was found to hold ${String(records)} visits of day ${String(number)}, and the lines before leave ${String(held.length)}.`;
  };

  const orderOf = ({ kind, at }: Seen): string | undefined => {
    if (!(at >= seenAt)) return `Time goes back: something was seen at ${String(seenAt)} already.`;
    seenAt = at;
    // Withdrawals are told together, after what was decided in their window.
    return kind === "personWithdrew" || at >= decidedAt
      ? undefined
      : `Time goes back: something was decided at ${String(decidedAt)} already.`;
  };

  return {
    observe: (text) => {
      const seen = Option.getOrUndefined(readSeen(text));
      if (seen === undefined) return "This line holds no observation.";
      const wrong = orderOf(seen);
      if (wrong !== undefined) return wrong;
      sees(asObservation(seen));
      if (seen.kind === "dayErased") return endDay(seen.party, seen.day, seen.at);
      if (seen.kind === "dayFound") return findDay(seen.day, seen.records, seen.at);
      unsettledDays.clear();
      return undefined;
    },
    decided: (at, keys) => {
      if (!(at >= seenAt)) return `Time goes back: something was seen at ${String(seenAt)} already.`;
      decidedAt = Math.max(decidedAt, at);
      const name = /(\d+)\.\d+$/.exec(keys)?.[1];
      if (name !== undefined) unsettledDays.add(name);
      return undefined;
    },
    end: () => {
      const at = seenAt;
      for (const party of ["issuer", "custodian"] as const)
        for (const held of holdings.rows(party, "day").values()) {
          const endsAt = held.fields["endsAt"];
          if (typeof endsAt === "number" && at >= endsAt)
            sees({ kind: "stillHeld", at, party, what: "day", endsAt });
        }
      for (const [machine, held] of holdings.everyRow())
        if (machine.timed) settle(machine, held, -Infinity, at, around, []);
    },
  };
};
