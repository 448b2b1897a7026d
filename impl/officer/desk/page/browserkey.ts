// A key of this browser, asked for through WebAuthn: made anew, or made to prove that its owner is there.
// Before a signature the page sees for itself that the challenge is one of exactly the text that it shows.
// Why a browser used no key it hardly says, and on purpose; nothing is an answer here like any other.
import {
  base64URLStringToBuffer,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from "@simplewebauthn/browser";
import {
  keyAlgorithms,
  type KeyAsked,
  type KeyMade,
  type Proof,
  type ProofAsked,
} from "../../../protocol/desk.ts";

/** Nothing when the browser used no key: cancelled, none that fits, or no such thing here. */
const orNothing = async <A>(step: () => Promise<A>): Promise<A | undefined> => {
  try {
    return await step();
  } catch (cause) {
    if (cause instanceof WebAuthnError || cause instanceof Error) return undefined;
    throw cause;
  }
};

const keysOf = (known: readonly string[]) => known.map((id) => ({ id, type: "public-key" as const }));

export const makeKey = ({ challenge, rpId, userId, userName, known }: KeyAsked, title: string) =>
  orNothing(async (): Promise<KeyMade> => {
    const { id, response } = await startRegistration({
      optionsJSON: {
        challenge,
        rp: { id: rpId, name: title },
        user: { id: userId, name: userName, displayName: userName },
        pubKeyCredParams: keyAlgorithms.map((alg) => ({ alg, type: "public-key" })),
        excludeCredentials: keysOf(known),
        authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
        attestation: "none",
      },
    });
    return {
      credentialId: id,
      clientData: response.clientDataJSON,
      attestation: response.attestationObject,
    };
  });

export const prove = ({ challenge, rpId, known }: ProofAsked) =>
  orNothing(async (): Promise<Proof> => {
    const { id, response } = await startAuthentication({
      optionsJSON: { challenge, rpId, allowCredentials: keysOf(known), userVerification: "required" },
    });
    return {
      credentialId: id,
      clientData: response.clientDataJSON,
      authenticatorData: response.authenticatorData,
      signature: response.signature,
    };
  });

/** Whether a challenge ends with the SHA-256 of a text. */
export const isOfText = async (challenge: string, text: string): Promise<boolean> => {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  const end = new Uint8Array(base64URLStringToBuffer(challenge)).slice(-hash.length);
  return hash.every((byte, place) => byte === end[place]);
};
