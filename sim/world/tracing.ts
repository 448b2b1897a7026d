// What the records were worth: the true contacts of reported people, how many of them the records could name, and what each
// length of retention would have found and cost. Every level asks it at the end of a run, with the policy's own retention.
// A contact was at the same venue for ten minutes while the reported person could pass the infection on, within the days looked
// back on. It can be named when it has a record that an approved case asks for before it is erased, and consent still stands.
// It knows what people intend and what officers ask, and no record: a level that refuses many visits finds fewer.
import { millisecondsADay, seoulOffset } from "../../models/policy.ts";
import { declinesNotice } from "./behaviour.ts";
import { isCollecting } from "./collecting.ts";
import { fateNumber } from "./intended.ts";
import type { Outbreak } from "./outbreak.ts";
import type { CaseIntent } from "./request.ts";
import type { Encounter } from "./stays.ts";
import type { World } from "./world.ts";

/** A true contact of somebody who is reported later. */
export interface Contact {
  readonly person: number;
  readonly other: number;
  readonly venue: number;
  readonly otherCameMs: number;
  /** Whether the contact's visit is recorded at all. */
  readonly isRecorded: boolean;
}

export interface Retained {
  readonly retentionDays: number;
  readonly found: number;
  readonly contacts: number;
  /** Each record counts as many days as it is kept. */
  readonly personDaysExposed: number;
}

export interface Tracing {
  readonly contacts: number;
  /** Under the policy's own retention, as what it costs is. */
  readonly found: number;
  readonly personDaysExposed: number;
  readonly curve: readonly Retained[];
}

const contactMs = 600_000;
const checksIn = fateNumber("checksIn");
/** The lengths of the curve, with those of other countries' systems among them. */
export const retentionsTried = [7, 10, 14, 16, 21, 25, 28, 31, 35, 42, 60] as const;

/** Those encounters that are contacts of reported people within the days looked back on. */
export const contactsOf = (
  { scenario, behaviour }: Pick<World, "scenario" | "behaviour">,
  encounters: readonly Encounter[],
): readonly Contact[] =>
  encounters.flatMap(({ infection: { person, reportedAtMs }, stay, other, fromMs, lastsMs }) => {
    const untilMs = Math.min(fromMs + lastsMs, reportedAtMs);
    const sinceMs = Math.max(fromMs, reportedAtMs - scenario.investigation.lookBack);
    if (reportedAtMs === Infinity || !(untilMs - sinceMs >= contactMs)) return [];
    const isRecorded =
      other.fate === checksIn &&
      isCollecting(scenario, other.fromMs) &&
      !declinesNotice(behaviour, other.person, other.number);
    return [{ person, other: other.person, venue: stay.venue, otherCameMs: other.fromMs, isRecorded }];
  });

export interface Traced {
  readonly contacts: readonly Contact[];
  readonly cases: readonly CaseIntent[];
  /** Who was reported within the run. */
  readonly reported: ReadonlySet<number>;
  /** When somebody withdrew their consent, which nobody's records survive. */
  readonly withdrewAtMs: ReadonlyMap<number, number>;
  /** Records stored in the run, and how long the policy keeps them. */
  readonly records: number;
  readonly retentionMs: number;
}

const dayStartMs = (atMs: number): number =>
  Math.floor((atMs + seoulOffset) / millisecondsADay) * millisecondsADay - seoulOffset;

/** How old, counted from the start of its day, a contact's record was when a case first named it; Infinity for never. */
const ageWhenNamed = (traced: Traced, cases: readonly CaseIntent[], contact: Contact): number => {
  const { venue, otherCameMs, other, isRecorded } = contact;
  const withdrewAtMs = traced.withdrewAtMs.get(other) ?? Infinity;
  const askedAtMs = cases
    .filter(
      ({ venues, windowStartMs, windowEndMs }) =>
        isRecorded && venues.includes(venue) && otherCameMs >= windowStartMs && !(otherCameMs >= windowEndMs),
    )
    .map(({ decideAtMs }) => decideAtMs)
    .filter((atMs) => !(withdrewAtMs >= otherCameMs && atMs >= withdrewAtMs));
  return Math.min(...askedAtMs, Infinity) - dayStartMs(otherCameMs);
};

export const tracingOf = (traced: Traced): Tracing => {
  const approved = Map.groupBy(
    traced.cases.filter(({ decision, kind }) => kind === "regular" && decision === "approve"),
    ({ about }) => about,
  );
  /** For each pair of people, how young the youngest record was that named the contact. */
  const youngest = new Map<string, number>();
  for (const contact of traced.contacts) {
    if (!traced.reported.has(contact.person)) continue;
    const pair = `${contact.person} ${contact.other}`;
    const age = ageWhenNamed(traced, approved.get(contact.person) ?? [], contact);
    youngest.set(pair, Math.min(youngest.get(pair) ?? Infinity, age));
  }
  const ages = [...youngest.values()];
  const foundWithin = (keptMs: number): number => ages.filter((age) => !(age >= keptMs)).length;
  return {
    contacts: ages.length,
    found: foundWithin(traced.retentionMs),
    personDaysExposed: Math.round((traced.records * traced.retentionMs) / millisecondsADay),
    curve: retentionsTried.map((retentionDays) => ({
      retentionDays,
      found: foundWithin(retentionDays * millisecondsADay),
      contacts: ages.length,
      personDaysExposed: traced.records * retentionDays,
    })),
  };
};

interface TracedCity {
  readonly outbreak: Outbreak;
  readonly contacts: readonly Contact[];
  readonly cases: readonly CaseIntent[];
}

/** Tracing in a city after its last day; the level says how many records it stored, and the policy how long they are kept. */
export const traceCity = (
  { withdrawals, endsAtMs }: World,
  { outbreak, contacts, cases }: TracedCity,
  records: number,
  retentionMs: number,
): Tracing => {
  const reported = outbreak.infections.filter(({ reportedAtMs }) => !(reportedAtMs >= endsAtMs));
  return tracingOf({
    contacts,
    cases,
    reported: new Set(reported.map(({ person }) => person)),
    withdrewAtMs: new Map(withdrawals.list.map(({ person, atMs }) => [person, atMs])),
    records,
    retentionMs,
  });
};
