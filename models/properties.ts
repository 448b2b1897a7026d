/**
 * The promises of the system: what must never happen and what must at last happen, in prose and as conditions over observations.
 * They stand apart from the machines, so that a machine that is wrong does not make its own promise wrong too.
 * They are data: every run is watched by them (sim/checkers), the prover searches for what breaks them, and saying.ts says them aloud.
 */
import { erasedStaysErased, everythingEnds, retentionKept } from "./properties/ending.ts";
import {
  noCollectionWhenSuspended,
  noPassWithoutConsent,
  noPassWithoutVerification,
  verificationCoversPass,
  withdrawalStopsIssuance,
} from "./properties/issuing.ts";
import { disclosureLogged, joinRefusesWithdrawn, twoOfficers, withinScope } from "./properties/joining.ts";
import { custodianBlind, issuerBlind, venueBlind } from "./properties/knowing.ts";
import type { Property } from "./properties/property.ts";
import { passBounded, storedOnce, tracePossible } from "./properties/storing.ts";

export type { Ignorance, Judge, Judges, Property, Verdict } from "./properties/property.ts";

const written = [
  noPassWithoutConsent,
  noPassWithoutVerification,
  verificationCoversPass,
  withdrawalStopsIssuance,
  noCollectionWhenSuspended,
  passBounded,
  storedOnce,
  twoOfficers,
  withinScope,
  joinRefusesWithdrawn,
  disclosureLogged,
  issuerBlind,
  custodianBlind,
  venueBlind,
  retentionKept,
  erasedStaysErased,
  tracePossible,
  everythingEnds,
] as const;

/** The names of the promises, on which commands and other people's scripts rely. */
export type PropertyId = (typeof written)[number]["id"];

/** All properties, in the order in which reports print them. */
export const properties: readonly (Property & { readonly id: PropertyId })[] = written;

export const propertyOf = (id: PropertyId): Property | undefined =>
  properties.find((property) => property.id === id);
