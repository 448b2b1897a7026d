// What fails and when: a custodian away, an issuer away or slow, a balancer that sends everything to one server, no SMS.
// The queue asks it what is left of an issuer; the levels ask it whether scans can be delivered and codes be sent.
// A fault stands from its instant on, and at the end of its time it is over.
import type { Scenario } from "../scenario.ts";
import type { Fault, FaultKind } from "./format/serving.ts";

export const endOf = (fault: Fault): number => fault.from + fault.for;

const concerns = (fault: Fault, what: FaultKind, issuer: string | undefined): boolean =>
  fault.what === what && (fault.issuer === undefined || issuer === undefined || fault.issuer === issuer);

/** The fault of this kind that stands at an instant, if any. */
export const standing = (
  { faults = [] }: Scenario,
  what: FaultKind,
  atMs: number,
  issuer?: string,
): Fault | undefined =>
  faults.find((fault) => concerns(fault, what, issuer) && atMs >= fault.from && !(atMs >= endOf(fault)));

/** How much of its throughput an issuer has at an instant, from 0 to 1. */
export const throughputLeft = (scenario: Scenario, atMs: number, issuer: string): number =>
  standing(scenario, "issuer-away", atMs, issuer) === undefined
    ? (standing(scenario, "issuer-slow", atMs, issuer)?.to ?? 1)
    : 0;

/** The instants at which something changes for an issuer, in order. */
export const changesFor = ({ faults = [] }: Scenario, issuer: string): readonly number[] =>
  faults
    .filter((fault) => fault.issuer === undefined || fault.issuer === issuer)
    .flatMap((fault) => [fault.from, endOf(fault)])
    .toSorted((a, b) => a - b);
