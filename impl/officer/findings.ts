// What an officer finds in the answers of a case: numbers with places and times, in the order of time, and those people who
// appear at two issuers. That one person is active at two issuers is noticed only here, inside a case: no party can see it.
// It is computed from what was opened, and kept nowhere.
import type { NamedVisit } from "./client.ts";

export interface FoundVisit extends NamedVisit {
  readonly issuer: number;
}

export interface TwoIssuers {
  readonly phoneNumber: string;
  readonly issuers: readonly number[];
}

export interface Findings {
  readonly visits: readonly FoundVisit[];
  /** People who came with passes of more than one issuer. */
  readonly atTwoIssuers: readonly TwoIssuers[];
  /** Records behind which nobody stands any more. */
  readonly nobody: number;
}

export const findingsOf = (found: readonly FoundVisit[]): Findings => {
  const visits = found.toSorted(
    (one, other) => one.scannedAtMs - other.scannedAtMs || one.venue - other.venue,
  );
  const issuersOf = new Map<string, Set<number>>();
  for (const { phoneNumber, issuer } of visits) {
    if (phoneNumber === null) continue;
    issuersOf.set(phoneNumber, (issuersOf.get(phoneNumber) ?? new Set()).add(issuer));
  }
  return {
    visits,
    atTwoIssuers: [...issuersOf]
      .filter(([, issuers]) => issuers.size > 1)
      .map(([phoneNumber, issuers]) => ({
        phoneNumber,
        issuers: [...issuers].sort((one, other) => one - other),
      })),
    nobody: visits.filter(({ phoneNumber }) => phoneNumber === null).length,
  };
};
