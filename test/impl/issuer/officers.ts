// The officers' side in the tests of the issuer: they open their shares of an epoch, and two of them make its secret.
// With a case they reseal their shares to the issuer and read its answer. All of it is the real cryptography.
// One officer alone gets nothing out of these functions.
import { Effect } from "effect";
import { openSealed } from "../../../impl/protocol/epoch.ts";
import { headerBytes, passSignedBytes, readHeader, type Pass } from "../../../impl/protocol/pass.ts";
import {
  decodeRelease,
  encodeRelease,
  recordHash,
  releaseHash,
  type Release,
} from "../../../impl/protocol/release.ts";
import { bindingOf, resealShares } from "../../../impl/protocol/reseal.ts";
import { ShareOpener, combineShares } from "../../../impl/protocol/shares.ts";
import type { JoinRequest } from "../../../impl/protocol/disclosure.ts";
import { present, toHex } from "../protocol/hex.ts";
import { authority, issuerNumber, type Premises } from "./premises.ts";

export const officerOf = (number: number) => present(authority.officers[number - 1]);

const bytesOf = (pass: Pass | Uint8Array): Uint8Array => (pass instanceof Uint8Array ? pass : pass.bytes);
export const recordOf = (pass: Pass | Uint8Array): Uint8Array => bytesOf(pass).slice(0, passSignedBytes);

/** An officer's own share of an epoch's secret. */
export const shareOf = async ({ custodian }: Premises, number: number, epochId: Uint8Array) => {
  const { issuer, day, shares } = present(custodian.depositOf(epochId));
  const sealed = present(shares.find(({ officer }) => officer === number));
  return present(await new ShareOpener(officerOf(number)).open({ issuer, day }, epochId, sealed));
};

/** The handle in a pass, as two officers could open it. */
export const handleOf = (premises: Premises, pass: Pass | Uint8Array) =>
  Effect.promise(async () => {
    const record = recordOf(pass);
    const { epochId, number } = readHeader(record);
    const shares = await Promise.all([1, 3].map((officer) => shareOf(premises, officer, epochId)));
    const secret = present(await combineShares(shares));
    return openSealed(secret, number, record.subarray(0, headerBytes), record.subarray(headerBytes));
  });

export const caseEndsAtMs = (nowMs: number): number => nowMs + 72 * 3_600_000;

/** The custodian's release of these records under a case. */
export const releaseOf = (
  { custodian }: Premises,
  nowMs: number,
  records: readonly Uint8Array[],
  changed: Partial<Release> = {},
): Uint8Array =>
  encodeRelease(custodian.signing, {
    caseId: "case-1",
    issuer: issuerNumber,
    releasedAtMs: nowMs,
    lapsesAtMs: caseEndsAtMs(nowMs),
    commitment: new Uint8Array(32),
    officers: [1, 2],
    recordHashes: records.map(recordHash),
    ...changed,
  });

/** That a release stands in the custodian's log; one that it did not sign stands there as an empty one. */
export const loggedIn = ({ custodian }: Premises, release: Uint8Array, cosigners = 2) => {
  const decoded = decodeRelease(release, custodian.signing.verifyingKey);
  const listed = decoded.ok
    ? [
        {
          issuer: decoded.value.issuer,
          releaseHash: toHex(releaseHash(release)),
          records: decoded.value.recordHashes.length,
        },
      ]
    : [];
  return custodian.log.prove(
    {
      kind: "case.released",
      caseId: "case-1",
      releasedAtMs: decoded.ok ? decoded.value.releasedAtMs : 0,
      officers: decoded.ok ? decoded.value.officers : [],
      commitment: toHex(new Uint8Array(32)),
      parts: listed,
    },
    cosigners,
  );
};

/** What these officers hand to the issuer, with their shares of every epoch concerned. */
export const joinOf = async (
  premises: Premises,
  sealingKey: Uint8Array,
  release: Uint8Array,
  records: readonly Uint8Array[],
  officers: readonly number[] = [1, 2],
  cosigners = 2,
): Promise<JoinRequest> => {
  const epochs = new Map(
    records.map((record) => [toHex(readHeader(record).epochId), readHeader(record).epochId]),
  );
  const resealed = officers.map(async (number) => {
    const shares = await Promise.all(
      [...epochs.values()].map(async (epochId) => ({
        epochId,
        share: await shareOf(premises, number, epochId),
      })),
    );
    return resealShares(officerOf(number), bindingOf("case-1", release), sealingKey, shares);
  });
  const logged = loggedIn(premises, release, cosigners);
  return { release, resealed: await Promise.all(resealed), records, logged };
};
