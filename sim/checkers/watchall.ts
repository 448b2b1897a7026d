// All checkers of a run together: each hears the kinds of observations it asked for, and at the end says what it found.
// The replay of a trace feeds it, and so may anything else that observes; the order of the findings is that of the properties.
import type { Observation, ObservationKind } from "../../models/observations.ts";
import type { Policy } from "../../models/policy.ts";
import type { Checker, Finding, Watch } from "./checker.ts";
import { custodianBlind } from "./custodianblind.ts";
import { disclosureLogged } from "./disclosurelogged.ts";
import { erasedStaysErased } from "./erasedstayserased.ts";
import { everythingEnds } from "./everythingends.ts";
import { issuerBlind } from "./issuerblind.ts";
import { joinRefusesWithdrawn } from "./joinrefuseswithdrawn.ts";
import { noCollectionWhenSuspended } from "./nocollectionwhensuspended.ts";
import { noPassWithoutConsent } from "./nopasswithoutconsent.ts";
import { noPassWithoutVerification } from "./nopasswithoutverification.ts";
import { passBounded } from "./passbounded.ts";
import { retentionKept } from "./retentionkept.ts";
import { storedOnce } from "./storedonce.ts";
import { tracePossible } from "./tracepossible.ts";
import { twoOfficers } from "./twoofficers.ts";
import { venueBlind } from "./venueblind.ts";
import { verificationCoversPass } from "./verificationcoverspass.ts";
import { withdrawalStopsIssuance } from "./withdrawalstopsissuance.ts";
import { withinScope } from "./withinscope.ts";

/** Every watch, in the order in which reports print them; a test compares it with the properties. */
const watches: readonly Watch[] = [
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
];

export interface WatchingAll {
  readonly see: (observation: Observation) => void;
  readonly findings: () => readonly Finding[];
}

export const watchAll = (policy: Policy): WatchingAll => {
  const checkers = watches.map((watch) => watch(policy));
  const byKind = new Map<ObservationKind, Checker[]>();
  for (const checker of checkers)
    for (const kind of checker.hears) byKind.set(kind, [...(byKind.get(kind) ?? []), checker]);
  return {
    see: (observation) => {
      for (const checker of byKind.get(observation.kind) ?? []) checker.see(observation);
    },
    findings: () => checkers.map((checker) => checker.finding()),
  };
};
