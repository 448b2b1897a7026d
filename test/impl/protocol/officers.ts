// A small authority for the tests of the protocol: officers with real keys, their roster, and one issuer's epoch
// deposited among them. It is made anew for each test file, since keys always come from the system.
import { Epoch } from "../../../impl/protocol/epoch.ts";
import { generateOfficer, rosterEntryOf } from "../../../impl/protocol/officers.ts";
import type { Officer, Roster } from "../../../impl/protocol/officers.ts";
import { openShareSealer } from "../../../impl/protocol/shares.ts";
import type { SealedShare, ShareOrigin, ShareSealer } from "../../../impl/protocol/shares.ts";
import { present } from "./hex.ts";

export const noonMs = Date.UTC(2020, 6, 1, 3);

export interface Authority {
  readonly officers: readonly Officer[];
  readonly roster: Roster;
}

export const makeAuthority = async (count: number): Promise<Authority> => {
  const officers: Officer[] = [];
  for (let number = 1; number <= count; number += 1) officers.push((await generateOfficer(number)).officer);
  return { officers, roster: officers.map(rosterEntryOf) };
};

export interface Deposited {
  readonly epoch: Epoch;
  readonly secret: Uint8Array;
  readonly origin: ShareOrigin;
  readonly shares: readonly SealedShare[];
  readonly sealer: ShareSealer;
}

export const depositEpoch = async (roster: Roster, issuer: number): Promise<Deposited> => {
  const epoch = new Epoch(noonMs);
  const origin = { issuer, day: epoch.day };
  const sealer = await openShareSealer(roster, origin);
  const secret = present(epoch.secret);
  const shares = present(await sealer.seal(epoch.id, secret, 2));
  return { epoch, secret, origin, shares, sealer };
};
