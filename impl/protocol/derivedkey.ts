// Keys that are made from another, such as the custodian's key of a day, one for each purpose, so that none of them says anything of
// another and all of them end with the one they come from: HKDF (RFC 5869) with SHA-256, without salt, the purpose as its info.
// Whoever needs one names a purpose that nobody else names.

import { hkdfSync } from "node:crypto";

const derivedKeyBytes = 32;

export const derivedKey = (key: Uint8Array, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", key, new Uint8Array(0), purpose, derivedKeyBytes));
