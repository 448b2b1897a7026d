/**
 * The facts of delivered scans, before anything is decided: is it a pass, who is the venue, which epoch, are both signatures right,
 * and is the pass bound to no challenge but one that this venue showed.
 * All signatures of a batch are verified together over the thread pool. A fact that another makes pointless is left at no.
 * It stores nothing and refuses nothing: the law is asked with these facts (recording.ts).
 */
import { Effect } from "effect";
import { isAnswered } from "../protocol/challenge.ts";
import type { DeliveredScan } from "../protocol/contracts.ts";
import type { PassVersion } from "../protocol/pass.ts";
import { decodeScan, passToVerify, scanToVerify, type Scan } from "../protocol/scan.ts";
import { seoulDay } from "../protocol/seoulday.ts";
import { verifyAll, type ToVerify } from "../protocol/signing.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { Changing } from "./changing.ts";
import { epochName, type Epochs } from "./epochs.ts";
import type { Venues } from "./venues.ts";

export interface CheckedScan {
  readonly receivedAtMs: number;
  readonly late: boolean;
  readonly perhapsAgain: boolean;
  /** Undefined when the bytes are no scan of a pass. */
  readonly scan: Scan | undefined;
  readonly epoch: string;
  venueKnown: 0 | 1;
  epochKnown: 0 | 1;
  passSigned: number;
  scanSigned: number;
  challengeAnswered: 0 | 1;
}

export interface CheckingParts {
  readonly version: PassVersion;
  readonly venues: Venues;
  readonly epochs: Epochs;
  readonly changing: Changing;
}

const read = (
  { bytes, receivedAtMs, late, perhapsAgain = false }: DeliveredScan,
  version: PassVersion,
): CheckedScan => {
  const decoded = decodeScan(bytes, version);
  const scan = decoded.ok ? decoded.value : undefined;
  const epoch = scan === undefined ? "" : epochName(scan.pass.epochId);
  return {
    receivedAtMs,
    late,
    perhapsAgain,
    scan,
    epoch,
    venueKnown: 0,
    epochKnown: 0,
    passSigned: 0,
    scanSigned: 0,
    challengeAnswered: 0,
  };
};

export const checkScans = (
  { version, venues, epochs, changing }: CheckingParts,
  delivered: readonly DeliveredScan[],
): Effect.Effect<readonly CheckedScan[], StoreUnavailable> =>
  Effect.gen(function* () {
    const checked = delivered.map((scan) => read(scan, version));
    const wanted = new Set<number>();
    const names = new Set<string>();
    for (const { scan, epoch } of checked) {
      if (scan === undefined) continue;
      wanted.add(scan.venue);
      names.add(epoch);
    }
    const deviceKeys = yield* venues.keysOf(wanted);
    const loading = epochs.load(names);
    const known = yield* epochs.holds(names) ? loading : changing.between(loading);

    const toVerify: ToVerify[] = [];
    const verified: CheckedScan[] = [];
    for (const facts of checked) {
      const { scan } = facts;
      if (scan === undefined) continue;
      const deviceKey = deviceKeys.get(scan.venue);
      const epoch = known.get(facts.epoch);
      // An epoch is registered by one issuer for one day; a pass of another is of an epoch nobody registered.
      const isOfEpoch = epoch?.issuer === scan.pass.issuer && epoch.day === seoulDay(scan.pass.issuedAtMs);
      if (deviceKey !== undefined) facts.venueKnown = 1;
      if (isOfEpoch) facts.epochKnown = 1;
      if (isAnswered(scan.pass.challenge, scan.venue, scan.challenge)) facts.challengeAnswered = 1;
      if (deviceKey === undefined || epoch === undefined || !isOfEpoch) continue;
      toVerify.push(passToVerify(epoch.passKey, scan.pass), scanToVerify(deviceKey, scan));
      verified.push(facts);
    }
    const verdicts = yield* Effect.promise(() => verifyAll(toVerify));
    for (const [place, facts] of verified.entries()) {
      facts.passSigned = verdicts[place * 2] ?? 0;
      facts.scanSigned = verdicts[place * 2 + 1] ?? 0;
    }
    return checked;
  });
