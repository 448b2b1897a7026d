// The tag of a pass that two venues claim: what the custodian keeps of it instead of its epoch and number. It is an HMAC
// under a key made from the custodian's key of the day, so that it says nothing once that day has ended and cannot be
// compared with a pass by anyone else. The custodian alone makes tags; they never cross to another party.

import { createHmac } from "node:crypto";
import { derivedKey } from "./derivedkey.ts";
import { joinFields, numberField } from "./fields.ts";

export const disputeTagBytes = 16;
const purpose = "entrylog 1 dispute\0";

export interface DisputeKey {
  readonly bytes: Uint8Array;
}

/** The key for tags, apart from the one under which records are encrypted, so that neither says anything of the other. */
export const disputeKeyOf = (dayKey: Uint8Array): DisputeKey => ({
  bytes: derivedKey(dayKey, purpose),
});

export const disputeTag = (key: DisputeKey, epochId: Uint8Array, number: number): Uint8Array =>
  Uint8Array.from(
    createHmac("sha256", key.bytes)
      .update(joinFields([epochId, numberField(number, 2)]))
      .digest()
      .subarray(0, disputeTagBytes),
  );
