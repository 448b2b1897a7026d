// Misuse of a day: relayed screenshots, forged codes, scripts that skip a step, and people who ask without end.
// The driver makes each attempt against the real services, where it must be answered as the policy says.
// An attempt says what is tried and by whom; the bytes of a forgery are the driver's, made from the attempt's own number.
import { millisecondsADay } from "../../models/policy.ts";
import { arrivalMs } from "./demand.ts";
import { declinesNotice } from "./behaviour.ts";
import { kindOf } from "./venues.ts";
import { pick } from "./picker.ts";
import { countOf, fateNumber, visitAt, type IntendedDay } from "./intended.ts";
import { stream, uniform, within, wholeBelow } from "./random.ts";
import { scaled } from "./size.ts";
import type { World } from "./world.ts";

export const attemptKinds = [
  /** `person` asks for a pass away from any venue; after `delayMs` somebody else shows its screenshot at `venue`. */
  "relay",
  /** Random bytes in place of a pass. */
  "forged-noise",
  /** A real pass of `person` with one part changed. */
  "forged-altered",
  /** A real pass of `person`, signed anew with a key that is not the issuer's. */
  "forged-signature",
  /** A well-formed pass of an epoch that the custodian never heard of. */
  "forged-epoch",
  /** A real pass of `person`, shown at a venue that never registered. */
  "unknown-venue",
  /** A stranger with a live verification asks for a pass and never agreed to the notice. */
  "consent-skipped",
  /** A stranger who agreed to the notice asks for a pass and never verified a phone. */
  "verification-skipped",
  /** A stranger with consent and verification asks for `passes` passes within a minute. */
  "hammering",
] as const;
export type AttemptKind = (typeof attemptKinds)[number];

export interface Attempt {
  readonly kind: AttemptKind;
  readonly atMs: number;
  /** Somebody who checked in before on this day, or a stranger (an index from the count of people on), or -1. */
  readonly person: number;
  /** A venue that is open at that time, or -1. */
  readonly venue: number;
  readonly delayMs: number;
  readonly passes: number;
  /** A number of the attempt's own, from which a forgery is made. */
  readonly number: number;
}

const forgeries = [
  "forged-noise",
  "forged-altered",
  "forged-signature",
  "forged-epoch",
  "unknown-venue",
] as const;
/** These begin with a real pass of somebody. */
const needsPass = ["relay", "forged-altered", "forged-signature", "unknown-venue"] as const;
const strangersOf = ["consent-skipped", "verification-skipped", "hammering"] as const;
const afterVisitSpan = { fromMs: 20 * 60_000, toMs: 60 * 60_000 };
const drawsAnAttempt = 64;

/** Strangers a run may need: a few for each way to misuse the service, who never go to a venue. */
export const strangersEach = 50;
export const strangers = strangersEach * strangersOf.length;

const checksIn = fateNumber("checksIn");

const isOpen = (world: World, venue: number, inDayMs: number): boolean => {
  const hours = kindOf(world.venues, venue)?.hours;
  if (hours === undefined) return false;
  return [inDayMs, inDayMs + millisecondsADay].some((at) => at >= hours.fromMs && at < hours.toMs);
};

export const attemptsOf = (world: World, today: IntendedDay): readonly Attempt[] => {
  const { behaviour: figures } = world.scenario;
  const chances = stream(world.size.seed, "attempts");
  const many = (count: number): number => scaled(count, world.scenario, world.size);
  const visits = countOf(today);
  let made = 0;

  const attempt = (kind: AttemptKind, turn: number): readonly Attempt[] => {
    const number = made;
    made += 1;
    const chance = (index: number): number => uniform(chances, today.day, number * drawsAnAttempt + index);
    const base = {
      kind,
      delayMs: 0,
      passes: 1,
      number: wholeBelow(chances, today.day, number * drawsAnAttempt, 2 ** 32),
    };
    const stranger = strangersOf.findIndex((each) => each === kind);
    if (stranger >= 0) {
      const person = world.people.count + stranger * strangersEach + ((today.day * 7 + turn) % strangersEach);
      const atMs = today.startsAtMs + Math.floor(chance(1) * (millisecondsADay - 600_000));
      return [
        { ...base, atMs, person, venue: -1, passes: kind === "hammering" ? figures.hammeringPasses : 1 },
      ];
    }
    const anyone = pick(world.venues.inCity, chance(2));
    const openMs =
      arrivalMs(world.lives.demand, world.venues.kind[anyone] ?? 0, chance(3)) % millisecondsADay;
    if (!needsPass.some((each) => each === kind)) {
      return [{ ...base, atMs: today.startsAtMs + openMs, person: -1, venue: anyone }];
    }
    const visit = visitAt(today, Math.floor(chance(4) * visits));
    if (visit === undefined || visit.fate !== checksIn) return [];
    const atMs = visit.arriveAtMs + within(chance(5), afterVisitSpan);
    if (atMs >= today.endsAtMs - 600_000 || declinesNotice(world.behaviour, visit.person, visit.number))
      return [];
    const tried = Array.from({ length: 20 }, (_, index) => pick(world.venues.inCity, chance(8 + index)));
    const venue = tried.find((each) => isOpen(world, each, atMs - today.startsAtMs)) ?? visit.venue;
    const delayMs = kind === "relay" ? within(chance(6), figures.relayDelay) : 0;
    return [{ ...base, atMs, person: visit.person, venue, delayMs }];
  };

  const several = (kinds: readonly AttemptKind[], count: number): readonly Attempt[] =>
    Array.from({ length: count }, (_, turn) =>
      attempt(kinds[(today.day + turn) % kinds.length] ?? "relay", turn),
    ).flat();

  return [
    ...several(["relay"], many(figures.relaysADay)),
    ...several(forgeries, many(figures.forgedADay)),
    ...several(["consent-skipped"], many(figures.consentSkippedADay)),
    ...several(["verification-skipped"], many(figures.verificationSkippedADay)),
    ...several(["hammering"], many(figures.hammeringADay)),
  ].sort((a, b) => a.atMs - b.atMs || a.number - b.number);
};
