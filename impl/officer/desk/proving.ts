// Whether a key of a browser proves what it was asked for, by WebAuthn: that it answers this very challenge, for this very origin,
// and that its owner was verified (by finger, face or PIN). A key that is new is read, one that is known is checked.
// It keeps what the key counted; whatever does not verify is one refusal, and says nothing of why.
import { verifyAuthenticationResponse, verifyRegistrationResponse } from "@simplewebauthn/server";
import { Effect } from "effect";
import { keyAlgorithms, type KeyMade, type Proof } from "../../protocol/desk.ts";
import { problem } from "../../protocol/http/problem.ts";
import type { BrowserKey, BrowserKeys } from "./browserkeys.ts";
import type { DeskPlace } from "./place.ts";

interface Expected {
  readonly challenge: string;
  readonly place: DeskPlace;
}

const wrong = problem("desk-key-wrong");
const rest = { type: "public-key", clientExtensionResults: {} } as const;

const expectedOf = ({ challenge, place }: Expected) => ({
  expectedChallenge: challenge,
  expectedOrigin: place.origin,
  expectedRPID: place.rpId,
  requireUserVerification: true,
});

/** The new key of a browser, if it was made for this challenge. */
export const newKey = Effect.fnUntraced(function* (
  { credentialId, clientData, attestation }: KeyMade,
  expected: Expected,
) {
  const { verified, registrationInfo } = yield* Effect.tryPromise({
    try: () =>
      verifyRegistrationResponse({
        ...expectedOf(expected),
        supportedAlgorithmIDs: [...keyAlgorithms],
        response: {
          id: credentialId,
          rawId: credentialId,
          response: { clientDataJSON: clientData, attestationObject: attestation },
          ...rest,
        },
      }),
    catch: () => wrong,
  });
  if (!verified) return yield* wrong;
  const { id, publicKey, counter } = registrationInfo.credential;
  return { credentialId: id, publicKey, counter } satisfies BrowserKey;
});

/** Checks a proof of one of the enrolled keys. */
export const provenBy = Effect.fnUntraced(function* (
  keys: BrowserKeys,
  { credentialId, clientData, authenticatorData, signature }: Proof,
  expected: Expected,
) {
  const key = keys.find(credentialId);
  if (key === undefined) return yield* wrong;
  const { verified, authenticationInfo } = yield* Effect.tryPromise({
    try: () =>
      verifyAuthenticationResponse({
        ...expectedOf(expected),
        credential: { id: credentialId, publicKey: Uint8Array.from(key.publicKey), counter: key.counter },
        response: {
          id: credentialId,
          rawId: credentialId,
          response: { clientDataJSON: clientData, authenticatorData, signature },
          ...rest,
        },
      }),
    catch: () => wrong,
  });
  if (!verified) return yield* wrong;
  yield* keys.keep({ ...key, counter: authenticationInfo.newCounter });
});
