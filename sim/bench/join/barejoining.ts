// The other side of the join row: a bare loop of the join's own primitives, in memory, with nothing around them.
// Payloads are opened and both signatures of each record verified again, two officers re-seal their shares, the issuer checks,
// opens and answers, and one officer reads. It asks no law, writes no log and keeps no copy: what it lacks is what a service costs.
import { payloadBytes, readPayload } from "../../../impl/custodian/payload.ts";
import { issuerNumber } from "../../../impl/house.ts";
import type { NamedVisit } from "../../../impl/officer/client.ts";
import { encodeAnswer, openAnswer } from "../../../impl/protocol/answer.ts";
import type { Decoded } from "../../../impl/protocol/decoded.ts";
import { openJoin } from "../../../impl/protocol/disclosure.ts";
import { hexOf } from "../../../impl/protocol/fields.ts";
import { aliasBytes, openHandles } from "../../../impl/protocol/handle.ts";
import { cipherRecords } from "../../../impl/protocol/recordcipher.ts";
import { encodeRelease, hashBytes, recordHash } from "../../../impl/protocol/release.ts";
import { bindingOf, resealShares, type OpenedShare } from "../../../impl/protocol/reseal.ts";
import { passToVerify, scanToVerify, type Scan } from "../../../impl/protocol/scan.ts";
import { ShareOpener } from "../../../impl/protocol/shares.ts";
import { verifyAll } from "../../../impl/protocol/signing.ts";
import { shuffled } from "../../../impl/protocol/randomness.ts";
import type { Officer } from "../../../impl/protocol/officers.ts";
import { version } from "../premises.ts";
import type { BareWorld } from "./bareworld.ts";

export type Found = Pick<NamedVisit, "phoneNumber" | "venue" | "scannedAtMs">;

const right = <Value>(decoded: Decoded<Value, string>): Value => {
  if (!decoded.ok) throw new Error(`the bare join came to nothing: ${decoded.reason}`);
  return decoded.value;
};

/** The scans of some venues whose two signatures are still right. */
const verifiedScans = async (world: BareWorld, venues: readonly number[]): Promise<readonly Scan[]> => {
  const scans = venues.flatMap((venue) => {
    const found = world.visits.get(venue);
    if (found === undefined) return [];
    const payloads = found.payloads.slice();
    cipherRecords(world.custodian.records, payloads, payloadBytes, found.positions);
    return found.positions.flatMap((_, place) => readPayload(payloads, place, version) ?? []);
  });
  const verdicts = await verifyAll(
    scans.flatMap((scan) => [
      passToVerify(world.issuer.signing.verifyingKey, scan.pass),
      scanToVerify(world.devices[scan.venue - 1]?.verifyingKey ?? world.issuer.signing.verifyingKey, scan),
    ]),
  );
  return scans.filter((_, place) => verdicts[place * 2] === 1 && verdicts[place * 2 + 1] === 1);
};

const ownShares = async (
  world: BareWorld,
  officer: Officer,
  epochs: ReadonlyMap<string, Uint8Array>,
): Promise<readonly OpenedShare[]> => {
  const opener = new ShareOpener(officer);
  const opened: OpenedShare[] = [];
  for (const [name, epochId] of epochs) {
    const sealed = world.shares.get(name)?.find((share) => share.officer === officer.officer);
    if (sealed === undefined) continue;
    const share = await opener.open({ issuer: issuerNumber, day: world.day }, epochId, sealed);
    if (share !== undefined) opened.push({ epochId, share });
  }
  return opened;
};

/** Who was at these venues, as the second of two officers reads it. */
export const joinBarely = async (
  world: BareWorld,
  caseId: string,
  venues: readonly number[],
  atMs: number,
  officersNeeded: number,
): Promise<readonly Found[]> => {
  const { issuer, custodian, roster } = world;
  const officers = world.officers.slice(0, officersNeeded);
  const scans = shuffled(await verifiedScans(world, venues));
  const records = scans.map(({ pass }) => pass.signed);
  const release = encodeRelease(custodian.signing, {
    caseId,
    issuer: issuerNumber,
    releasedAtMs: atMs,
    lapsesAtMs: atMs,
    commitment: new Uint8Array(hashBytes),
    officers: officers.map(({ officer }) => officer),
    recordHashes: records.map(recordHash),
  });
  const placeOf = new Map(
    scans.map((scan, place) => [hexOf(recordHash(records[place] ?? new Uint8Array())), scan]),
  );
  const epochs = new Map(scans.map(({ pass }) => [hexOf(pass.epochId), pass.epochId]));
  const binding = bindingOf(caseId, release);
  const resealed: Uint8Array[] = [];
  for (const officer of officers)
    resealed.push(
      await resealShares(officer, binding, issuer.sealing.publicKey, await ownShares(world, officer, epochs)),
    );

  const terms = {
    issuer: issuerNumber,
    sealing: issuer.sealing,
    custodianKey: custodian.signing.verifyingKey,
    roster,
    officersNeeded,
  };
  const opened = right(await openJoin({ release, resealed, records: shuffled(records) }, terms));
  const aliases = openHandles(
    issuer.handles,
    Buffer.concat(opened.records.map(({ handle }) => handle ?? new Uint8Array())),
  );
  const entries = opened.records.map((record, place) => ({
    recordHash: record.recordHash,
    phoneNumber:
      world.phones.get(hexOf(aliases.subarray(place * aliasBytes, (place + 1) * aliasBytes))) ?? null,
  }));
  const answers: Uint8Array[] = [];
  for (const entry of roster.filter(({ officer }) => opened.officers.includes(officer)))
    answers.push(await encodeAnswer(issuer.signing, issuerNumber, entry, binding, entries));

  const [, reader] = officers;
  const [, answer] = answers;
  if (reader === undefined || answer === undefined) return [];
  const read = right(await openAnswer(answer, reader, binding, issuer.signing.verifyingKey));
  return read.entries.flatMap(({ recordHash: hash, phoneNumber }) => {
    const scan = placeOf.get(hexOf(hash));
    return scan === undefined ? [] : [{ phoneNumber, venue: scan.venue, scannedAtMs: scan.scannedAtMs }];
  });
};
