// What stands in memory before the other side of the join row begins: the same visits under passes, keys and officers of its own.
// Passes are sealed in epochs, signed and scanned as the service's are, and each venue's scans lie encrypted in one run of bytes.
// It asks no law and keeps nothing on disk; nothing of it is measured.
import { payloadBytes } from "../../../impl/custodian/payload.ts";
import { issuerNumber } from "../../../impl/house.ts";
import { drawSigningSeed, importSigningKey, type SigningKey } from "../../../impl/protocol/ed25519.ts";
import { Epoch } from "../../../impl/protocol/epoch.ts";
import { hexOf } from "../../../impl/protocol/fields.ts";
import {
  aliasBytes,
  handleBytes,
  handleKeyBytes,
  importHandleKey,
  sealHandles,
  type HandleKey,
} from "../../../impl/protocol/handle.ts";
import { generateSealingKey, type SealingKey } from "../../../impl/protocol/hpke.ts";
import { preparePass, signPasses } from "../../../impl/protocol/issuing.ts";
import {
  generateOfficer,
  rosterEntryOf,
  type Officer,
  type Roster,
} from "../../../impl/protocol/officers.ts";
import { randomBytes } from "../../../impl/protocol/randomness.ts";
import { cipherRecords, importRecordKey, type RecordKey } from "../../../impl/protocol/recordcipher.ts";
import { encodeScan } from "../../../impl/protocol/scan.ts";
import { seoulDay } from "../../../impl/protocol/seoulday.ts";
import { openShareSealer, type SealedShare } from "../../../impl/protocol/shares.ts";
import { version } from "../premises.ts";

/** Who was where: what both sides of the row have to find out. */
export interface Attended {
  readonly phone: string;
  readonly venue: number;
  readonly issuedAtMs: number;
  readonly scannedAtMs: number;
}

export interface BareWorld {
  readonly day: number;
  readonly issuer: {
    readonly signing: SigningKey;
    readonly sealing: SealingKey;
    readonly handles: HandleKey;
  };
  readonly custodian: { readonly signing: SigningKey; readonly records: RecordKey };
  readonly officers: readonly Officer[];
  readonly roster: Roster;
  readonly devices: readonly SigningKey[];
  /** By the hexadecimal alias of the day. */
  readonly phones: ReadonlyMap<string, string>;
  /** By the hexadecimal id of an epoch. */
  readonly shares: ReadonlyMap<string, readonly SealedShare[]>;
  /** By venue: positions, and encrypted payloads end to end. */
  readonly visits: ReadonlyMap<
    number,
    { readonly positions: readonly number[]; readonly payloads: Uint8Array }
  >;
}

const recordKeyBytes = 32;

const newSigningKey = (): SigningKey => {
  const key = importSigningKey(drawSigningSeed());
  if (key === undefined) throw new Error("the benchmark could not be set up: a signing key");
  return key;
};

export const makeBareWorld = async (
  attended: readonly Attended[],
  devices: readonly SigningKey[],
  officersAll: number,
  officersNeeded: number,
  epochLengthMs: number,
): Promise<BareWorld> => {
  const day = seoulDay(attended[0]?.issuedAtMs ?? 0);
  const officers: Officer[] = [];
  for (let number = 1; number <= officersAll; number += 1)
    officers.push((await generateOfficer(number)).officer);
  const roster = officers.map(rosterEntryOf);
  const sealer = await openShareSealer(roster, { issuer: issuerNumber, day });
  const issuer = {
    signing: newSigningKey(),
    sealing: await generateSealingKey(),
    handles: importHandleKey(randomBytes(handleKeyBytes)),
  };

  const aliasOf = new Map<string, Uint8Array>();
  for (const { phone } of attended) if (!aliasOf.has(phone)) aliasOf.set(phone, randomBytes(aliasBytes));
  const handles = sealHandles(
    issuer.handles,
    Buffer.concat(attended.map(({ phone }) => aliasOf.get(phone) ?? new Uint8Array(aliasBytes))),
  );

  const shares = new Map<string, readonly SealedShare[]>();
  const passes: Uint8Array[] = [];
  let epoch: Epoch | undefined;
  for (const [place, { issuedAtMs }] of attended.entries()) {
    if (epoch === undefined || epoch.left === 0 || issuedAtMs >= epoch.startedAtMs + epochLengthMs) {
      epoch = new Epoch(issuedAtMs);
      const sealed = await sealer.seal(epoch.id, epoch.secret ?? new Uint8Array(), officersNeeded);
      shares.set(hexOf(epoch.id), sealed ?? []);
    }
    const handle = handles.subarray(place * handleBytes, (place + 1) * handleBytes);
    passes.push(
      preparePass(epoch, { version, issuer: issuerNumber, issuedAtMs }, handle) ?? new Uint8Array(),
    );
  }
  await signPasses(issuer.signing, passes);

  const records = importRecordKey(randomBytes(recordKeyBytes));
  const visits = new Map<number, { readonly positions: readonly number[]; readonly payloads: Uint8Array }>();
  for (const [venue, there] of Map.groupBy([...attended.entries()], ([, visit]) => visit.venue)) {
    const device = devices[venue - 1];
    const payloads = new Uint8Array(there.length * payloadBytes);
    for (const [index, [place, { scannedAtMs }]] of there.entries())
      if (device !== undefined)
        payloads.set(
          encodeScan(device, passes[place] ?? new Uint8Array(), venue, scannedAtMs),
          index * payloadBytes,
        );
    const positions = there.map(([place]) => place + 1);
    cipherRecords(records, payloads, payloadBytes, positions);
    visits.set(venue, { positions, payloads });
  }
  return {
    day,
    issuer,
    custodian: { signing: newSigningKey(), records },
    officers,
    roster,
    devices,
    phones: new Map([...aliasOf].map(([phone, alias]) => [hexOf(alias), phone])),
    shares,
    visits,
  };
};
