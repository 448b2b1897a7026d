// The bytes of forged passes: noise, a real pass altered, a pass signed by someone else, a pass of an epoch nobody registered.
// Each is made from the attempt's own number, so that the same seed tries the same things.
// What only the parties' keys can make is drawn from the system and leaves no trace.
import { drawSigningSeed, importSigningKey, type SigningKey } from "../../impl/protocol/ed25519.ts";
import { Epoch } from "../../impl/protocol/epoch.ts";
import { handleBytes } from "../../impl/protocol/handle.ts";
import { preparePass } from "../../impl/protocol/issuing.ts";
import { passBytes, passSignedBytes, type PassVersion } from "../../impl/protocol/pass.ts";
import { signOne } from "../../impl/protocol/signing.ts";
import type { Action } from "./actions.ts";

export interface ForgerTools {
  readonly version: PassVersion;
  readonly issuer: number;
}

const forgersKey = (): SigningKey | undefined => importSigningKey(drawSigningSeed());

const signed = (prepared: Uint8Array): Uint8Array => {
  const key = forgersKey();
  if (key !== undefined)
    prepared.set(
      signOne({ key, purpose: "pass", message: prepared.subarray(0, passSignedBytes) }),
      passSignedBytes,
    );
  return prepared;
};

const noise = (seed: number): Uint8Array =>
  Uint8Array.from(
    { length: passBytes },
    (_, place) => (Math.imul(seed + place + 1, 0x9e37_79b1) >>> 24) & 255,
  );

/** The bytes that an attempt shows; undefined where it needs a real pass and has none. */
export const forge = (
  action: Action,
  real: Uint8Array | undefined,
  tools: ForgerTools,
): Uint8Array | undefined => {
  const number = action.attempt?.number ?? 0;
  switch (action.attempt?.kind) {
    case "forged-noise":
      return noise(number);
    case "forged-altered": {
      if (real === undefined) return undefined;
      const altered = real.slice();
      const place = passSignedBytes - 1 - (number % 32);
      altered[place] = (altered[place] ?? 0) ^ 1;
      return altered;
    }
    case "forged-signature":
      return real === undefined ? undefined : signed(real.slice());
    case "forged-epoch": {
      const origin = { version: tools.version, issuer: tools.issuer, issuedAtMs: action.atMs };
      const prepared = preparePass(new Epoch(action.atMs), origin, noise(number).subarray(0, handleBytes));
      return prepared === undefined ? undefined : signed(prepared);
    }
    default:
      return real;
  }
};
