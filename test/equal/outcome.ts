/**
 * What one step of a machine came to, in the same words whoever took it: the core, `step`, XState or the plain reading.
 * Every comparison in this folder is `firstDifference` between two outcomes.
 * It compares everything that a caller could notice, and the transition that was taken besides.
 */
import type { Value } from "../../models/language/expression.ts";

export interface Snapshot {
  readonly state: string;
  readonly fields: Readonly<Record<string, Value>>;
}

export interface SentEvent {
  readonly type: string;
  readonly given: Readonly<Record<string, Value>>;
}

/** Something told or refused, and when. */
export interface Said {
  readonly kind: "told" | "refused";
  readonly name: string;
  readonly at: number;
}

/** A transition that was taken, and when. */
export interface TakenAt {
  readonly transition: string;
  readonly at: number;
}

export interface Outcome extends Snapshot {
  readonly said: readonly Said[];
  /** Every transition that was taken, in order; XState does not say which those of deadlines were. */
  readonly taken?: readonly TakenAt[];
  /** The transition that the event took; empty where it is not allowed or there was none. */
  readonly own: string;
}

export interface Difference {
  /** "state", "transition", "said", or the name of a field. */
  readonly what: string;
  readonly one: string;
  readonly other: string;
}

const spelt = (said: readonly Said[]): string =>
  said.map(({ kind, name, at }) => `${kind} ${name} at ${String(at)}`).join(", ") || "nothing";

const sameSaid = (one: readonly Said[], other: readonly Said[]): boolean =>
  one.length === other.length &&
  one.every((entry, place) => {
    const match = other[place];
    return match?.kind === entry.kind && match.name === entry.name && match.at === entry.at;
  });

const listed = (taken: readonly TakenAt[]): string =>
  taken.map(({ transition, at }) => `${transition} at ${String(at)}`).join(", ") || "nothing";

const sameTaken = (one: readonly TakenAt[], other: readonly TakenAt[]): boolean =>
  one.length === other.length &&
  one.every((entry, place) => {
    const match = other[place];
    return match?.transition === entry.transition && match.at === entry.at;
  });

/** Where two outcomes first differ; nothing where they are the same. */
export function firstDifference(one: Outcome, other: Outcome): Difference | undefined {
  if (one.state !== other.state) return { what: "state", one: one.state, other: other.state };
  const names = Object.keys(one.fields);
  const extra = Object.keys(other.fields).find((name) => !(name in one.fields));
  const field = names.find((name) => one.fields[name] !== other.fields[name]) ?? extra;
  if (field !== undefined) {
    return { what: field, one: String(one.fields[field]), other: String(other.fields[field]) };
  }
  if (one.own !== other.own)
    return { what: "transition", one: one.own || "none", other: other.own || "none" };
  if (!sameSaid(one.said, other.said))
    return { what: "said", one: spelt(one.said), other: spelt(other.said) };
  if (one.taken !== undefined && other.taken !== undefined && !sameTaken(one.taken, other.taken))
    return { what: "taken", one: listed(one.taken), other: listed(other.taken) };
  return undefined;
}
