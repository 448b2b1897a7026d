// What stands in a custodian's visits and refused claims, opened from outside by whoever has its vault and root key too.
// Both stores; it opens no share and no handle. It knows no test runner, so that it can serve where processes are tested as well.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { claimKeyOf, openClaim, type ClaimedPlace } from "../../../impl/custodian/claimfield.ts";
import { payloadBytes, readPayload } from "../../../impl/custodian/payload.ts";
import { dateOf } from "../../../impl/custodian/visittable.ts";
import { hexOf } from "../../../impl/protocol/fields.ts";
import { passVersions } from "../../../impl/protocol/pass.ts";
import { cipherRecords, importRecordKey } from "../../../impl/protocol/recordcipher.ts";
import { importSealKey, openBytes } from "../../../impl/store/sealedbytes.ts";
import { askFromOutside } from "../store/partystore.ts";
import { present } from "../protocol/hex.ts";

/** A folder of a custodian in which its vault and root key lie, and its store. */
export interface CustodianFolder {
  readonly folder: string;
  readonly file: string;
}

export interface OpenedVisit {
  /** As people write it, without separators. */
  readonly date: string;
  readonly position: number;
  readonly venue: number;
  readonly scannedAtMs: number;
  readonly late: boolean;
  readonly state: string;
  readonly pass: string;
}

const vaultHeadBytes = 9;
const bytesIn = (value: unknown): Uint8Array => (value instanceof Uint8Array ? value : new Uint8Array(0));

const dayKeyIn = (folder: string, date: string): Uint8Array => {
  const name = `visits-${date}`;
  const file = readFileSync(join(folder, "vault", `${name}.key`));
  const root = importSealKey(readFileSync(join(folder, "root.key")));
  const bound = Buffer.concat([file.subarray(0, vaultHeadBytes), Buffer.from(name)]);
  return present(openBytes(root, file.subarray(vaultHeadBytes), bound));
};

/** In the order of their instants. */
export const openedVisits = ({ folder, file }: CustodianFolder): readonly OpenedVisit[] =>
  askFromOutside(file, "SELECT day, position, payload, state, late FROM visit")
    .map(([day, position, payload, state, late]) => {
      const date = String(day);
      const opened = Uint8Array.from(bytesIn(payload));
      cipherRecords(importRecordKey(dayKeyIn(folder, date)), opened, payloadBytes, [Number(position)]);
      const { venue, scannedAtMs, pass } = present(readPayload(opened, 0, passVersions.deployed));
      return {
        date,
        position: Number(position),
        venue,
        scannedAtMs,
        late: Number(late) === 1,
        state: String(state),
        pass: hexOf(pass.bytes),
      };
    })
    .sort((one, other) => one.scannedAtMs - other.scannedAtMs);

/** In the order of their venues. */
export const openedClaims = ({ folder, file }: CustodianFolder): readonly ClaimedPlace[] =>
  askFromOutside(file, "SELECT day, tag, claim FROM dispute")
    .map(([day, tag, claim]) =>
      present(openClaim(claimKeyOf(dayKeyIn(folder, dateOf(Number(day)))), bytesIn(tag), bytesIn(claim))),
    )
    .sort((one, other) => one.venue - other.venue);
