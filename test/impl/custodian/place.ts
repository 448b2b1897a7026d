// A place for a custodian in a folder that goes with the test, with officers and issuers whose keys are made here.
// Its policy is the default one, with limits lowered where a test wants to meet them.
import { generateOfficer, rosterEntryOf, type Officer } from "../../../impl/protocol/officers.ts";
import { defaultPolicy } from "../../../models/policy.ts";
import { freshFolder } from "../store/freshfolder.ts";
import { makeIssuer } from "./issuer.ts";
import type { Place } from "./rooms.ts";

export const officers: readonly Officer[] = await Promise.all(
  [1, 2, 3].map(async (number) => (await generateOfficer(number)).officer),
);
export const roster = officers.map(rosterEntryOf);

/** A new place; limits of the policy may be lowered, and a suite that keeps it beyond one test gives the folder. */
export const makePlace = (limits: Readonly<Record<string, number>> = {}, folder = freshFolder()): Place => ({
  folder,
  policy: { ...defaultPolicy, constants: { ...defaultPolicy.constants, ...limits } },
  issuers: [makeIssuer(1, roster), makeIssuer(2, roster)],
  roster,
});
