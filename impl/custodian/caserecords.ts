/**
 * The records of the visits found for a case, each verified again as on the day it came: the issuer's signature and the device's.
 * A record whose venue or time was altered in the store does not verify any more; it is left out and counted.
 */
import { Effect } from "effect";
import type { Pass, PassVersion } from "../protocol/pass.ts";
import { passToVerify, scanToVerify } from "../protocol/scan.ts";
import { verifyAll, type ToVerify } from "../protocol/signing.ts";
import type { StoreService } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { Changing } from "./changing.ts";
import { epochName, type Epochs, type KnownEpoch } from "./epochs.ts";
import type { SealedVisits } from "./looking.ts";
import { readPayload } from "./payload.ts";
import { importVerifyingKey, type VerifyingKey } from "../protocol/ed25519.ts";

export interface CaseRecord {
  readonly day: number;
  readonly position: number;
  readonly venue: number;
  readonly scannedAtMs: number;
  readonly pass: Pass;
}

interface Sources {
  readonly store: StoreService;
  readonly epochs: Epochs;
  readonly changing: Changing;
}

interface Unverified {
  readonly record: CaseRecord;
  readonly checks: readonly [ToVerify, ToVerify];
}

const recordsAtOnce = 2_000;

export const gatherRecords = Effect.fnUntraced(function* (
  { store, epochs, changing }: Sources,
  found: readonly SealedVisits[],
  version: PassVersion,
): Effect.fn.Return<
  { readonly records: readonly CaseRecord[]; readonly tampered: number },
  StoreUnavailable
> {
  const unverified: Unverified[] = [];
  let tampered = 0;
  for (const { day, venue, positions, payloads, misplaced } of found) {
    const deviceKey = yield* deviceKeyOf(store, venue);
    const scans = positions.flatMap((position, place) => {
      const scan = readPayload(payloads, place, version);
      return scan === undefined ? [] : [{ scan, position }];
    });
    const known = yield* changing.between(epochs.load(scans.map(({ scan }) => epochName(scan.pass.epochId))));
    for (const { scan, position } of scans) {
      const { scannedAtMs, pass } = scan;
      const epoch = known.get(epochName(pass.epochId));
      if (deviceKey === undefined || !isOf(epoch, pass, day)) continue;
      unverified.push({
        record: { day, position, venue, scannedAtMs, pass },
        checks: [passToVerify(epoch.passKey, pass), scanToVerify(deviceKey, scan)],
      });
    }
    tampered += positions.length + misplaced;
  }
  const records: CaseRecord[] = [];
  for (let start = 0; start < unverified.length; start += recordsAtOnce) {
    const chunk = unverified.slice(start, start + recordsAtOnce);
    const verdicts = yield* Effect.promise(() => verifyAll(chunk.flatMap(({ checks }) => checks)));
    for (const [place, { record }] of chunk.entries())
      if (verdicts[place * 2] === 1 && verdicts[place * 2 + 1] === 1) records.push(record);
  }
  return { records, tampered: tampered - records.length };
});

const isOf = (epoch: KnownEpoch | undefined, pass: Pass, day: number): epoch is KnownEpoch =>
  epoch?.issuer === pass.issuer && epoch.day === day;

const deviceKeyOf = (
  store: StoreService,
  venue: number,
): Effect.Effect<VerifyingKey | undefined, StoreUnavailable> =>
  Effect.map(store.values("SELECT device_key FROM venue WHERE venue = ?1", [venue]), ([row]) =>
    row?.[0] instanceof Uint8Array ? importVerifyingKey(row[0]) : undefined,
  );
