// What a machine or an officer is known by between parties: one Ed25519 key, kept in the vault of its owner.
// The certificate around it is made anew at each start, because others pin the key and never the certificate.
// It promises no name and no date: a certificate authority has no part in this.
import "reflect-metadata";
import { X509CertificateGenerator } from "@peculiar/x509";
import { Effect } from "effect";
import { never } from "../lifecycle/core.ts";
import { drawSigningSeed, importSigningKey, type SigningKey } from "../protocol/ed25519.ts";
import { hexOf } from "../protocol/fields.ts";
import { randomBytes } from "../protocol/randomness.ts";
import { StoreUnavailable } from "../store/unavailable.ts";
import { Vault } from "../store/vault.ts";

export interface TlsIdentity {
  /** What others pin, 32 bytes. */
  readonly publicKey: Uint8Array;
  /** PKCS #8 in PEM, in memory only. */
  readonly privateKeyPem: string;
  readonly certificatePem: string;
}

const keyName = "tls";
const algorithm = { name: "Ed25519" };
const serialNumberBytes = 16;
/** RFC 5280 calls the second one "no well-defined expiration date". */
const notBefore = new Date("2020-01-01T00:00:00Z");
const notAfter = new Date("9999-12-31T23:59:59Z");

/** The identity of a key that its owner holds. */
export const tlsIdentityOf = (key: SigningKey, name: string): Effect.Effect<TlsIdentity> =>
  Effect.promise(async () => {
    const privateDer = key.privateKey.export({ format: "der", type: "pkcs8" });
    const publicDer = key.verifyingKey.export({ format: "der", type: "spki" });
    const certificate = await X509CertificateGenerator.createSelfSigned({
      name: `CN=${name}`,
      serialNumber: hexOf(randomBytes(serialNumberBytes)),
      notBefore,
      notAfter,
      signingAlgorithm: algorithm,
      keys: {
        privateKey: await crypto.subtle.importKey("pkcs8", privateDer, algorithm, false, ["sign"]),
        publicKey: await crypto.subtle.importKey("spki", publicDer, algorithm, true, ["verify"]),
      },
    });
    return {
      publicKey: key.publicKey,
      privateKeyPem: key.privateKey.export({ format: "pem", type: "pkcs8" }).toString(),
      certificatePem: certificate.toString("pem"),
    };
  });

/** The key of this party out of its vault, drawn at the first start. */
export const tlsKey: Effect.Effect<SigningKey, StoreUnavailable, Vault> = Effect.gen(function* () {
  const vault = yield* Vault;
  const found = yield* vault.get(keyName);
  const seed = found?.bytes ?? drawSigningSeed();
  if (found === undefined) yield* vault.put(keyName, seed, never);
  const key = importSigningKey(seed);
  return key ?? (yield* new StoreUnavailable({ reason: "damaged", detail: `the key ${keyName}` }));
});
