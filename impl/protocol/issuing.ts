// From handles to passes: what the issuer does once its law has said yes. A pass is prepared (number taken, header
// written, handle sealed) and then signed; a batch is signed together over all cores. It decides nothing: who may
// have a pass is the law's business, and when to open the next epoch the issuer's.

import { sealPass } from "./epoch.ts";
import type { Epoch } from "./epoch.ts";
import type { SigningKey } from "./ed25519.ts";
import { encodeHeader, headerBytes, noChallenge, passBytes, passSignedBytes } from "./pass.ts";
import type { PassVersion } from "./pass.ts";
import { seoulDay } from "./seoulday.ts";
import { signAll } from "./signing.ts";

export interface PassOrigin {
  readonly version: PassVersion;
  readonly issuer: number;
  readonly issuedAtMs: number;
  readonly challenge?: Uint8Array;
}

/** A pass without its signature; undefined when the epoch is used up, forgotten, or of another Seoul day. */
export const preparePass = (epoch: Epoch, origin: PassOrigin, handle: Uint8Array): Uint8Array | undefined => {
  // A record belongs to the day of its pass, and so must the key that opens its handle.
  if (seoulDay(origin.issuedAtMs) !== epoch.day) return undefined;
  const number = epoch.takeNumber();
  if (number === undefined) return undefined;
  const { version, issuer, issuedAtMs, challenge = noChallenge } = origin;
  const header = encodeHeader({ version, issuer, epochId: epoch.id, number, issuedAtMs, challenge });
  const sealed = sealPass(epoch, number, header, handle);
  if (sealed === undefined) return undefined;
  const pass = new Uint8Array(passBytes);
  pass.set(header);
  pass.set(sealed, headerBytes);
  return pass;
};

/** Writes the issuer's signature into each prepared pass. */
export const signPasses = async (key: SigningKey, prepared: readonly Uint8Array[]): Promise<void> => {
  const signatures = await signAll(
    prepared.map((pass) => ({ key, purpose: "pass", message: pass.subarray(0, passSignedBytes) })),
  );
  prepared.forEach((pass, index) => {
    const signature = signatures[index];
    if (signature !== undefined) pass.set(signature, passSignedBytes);
  });
};
