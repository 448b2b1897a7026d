// Hybrid public-key encryption (RFC 9180) with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and AES-256-GCM, by
// @hpke/core. Officers and issuers hold such keys; shares, re-sealed shares and answers are sealed to them. One
// message is one encapsulation and one ciphertext in one run of bytes, and `info` binds it to what it is for.
// Opening answers undefined for whatever was not sealed to this key for this purpose.

import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core";
import { joinFields } from "./fields.ts";

export const encapsulationBytes = 32;
export const sealingKeyBytes = 32;

const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

export interface SealingKey {
  readonly publicKey: Uint8Array;
  readonly privateKey: CryptoKey;
}

const importPublic = (raw: Uint8Array): Promise<CryptoKey> => suite.kem.deserializePublicKey(raw);

export const generateSealingKey = async (): Promise<SealingKey> => {
  const pair = await suite.kem.generateKeyPair();
  const publicKey = new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey));
  return { publicKey, privateKey: pair.privateKey };
};

/** The private key's 32 bytes, for the vault that keeps them. */
export const exportSealingKey = async (key: SealingKey): Promise<Uint8Array> =>
  new Uint8Array(await suite.kem.serializePrivateKey(key.privateKey));

/** The key of 32 kept bytes and their public key; undefined when either has another length. */
export const importSealingKey = async (
  raw: Uint8Array,
  publicKey: Uint8Array,
): Promise<SealingKey | undefined> =>
  raw.length === sealingKeyBytes && publicKey.length === sealingKeyBytes
    ? { publicKey, privateKey: await suite.kem.deserializePrivateKey(raw) }
    : undefined;

/** Seals one message to one public key. */
export const sealTo = async (
  publicKey: Uint8Array,
  info: Uint8Array,
  content: Uint8Array,
): Promise<Uint8Array> => {
  const sender = await suite.createSenderContext({ recipientPublicKey: await importPublic(publicKey), info });
  const ciphertext = await sender.seal(content);
  return joinFields([new Uint8Array(sender.enc), new Uint8Array(ciphertext)]);
};

/** The content of a message sealed to this key for this purpose, or undefined. */
export const openWith = async (
  privateKey: CryptoKey,
  info: Uint8Array,
  sealed: Uint8Array,
  associated: Uint8Array = new Uint8Array(0),
): Promise<Uint8Array | undefined> => {
  if (sealed.length < encapsulationBytes) return undefined;
  try {
    const enc = sealed.subarray(0, encapsulationBytes);
    const recipient = await suite.createRecipientContext({ recipientKey: privateKey, enc, info });
    return new Uint8Array(await recipient.open(sealed.subarray(encapsulationBytes), associated));
  } catch {
    // Every failure of the library here means the same: this was not sealed to this key for this purpose.
    return undefined;
  }
};

const exportedBytes = 32;

export interface SharedSecret {
  readonly encapsulation: Uint8Array;
  readonly secret: Uint8Array;
}

/** A secret shared with the holder of a public key, by the exporter of a context (RFC 9180, section 5.3). */
export const shareSecretWith = async (
  publicKey: Uint8Array,
  info: Uint8Array,
  exporterContext: Uint8Array,
): Promise<SharedSecret> => {
  const sender = await suite.createSenderContext({ recipientPublicKey: await importPublic(publicKey), info });
  const secret = new Uint8Array(await sender.export(exporterContext, exportedBytes));
  return { encapsulation: new Uint8Array(sender.enc), secret };
};

/** The same secret on the other side; any encapsulation gives some secret, and only the sender's gives the same. */
export const sharedSecretFrom = async (
  privateKey: CryptoKey,
  encapsulation: Uint8Array,
  info: Uint8Array,
  exporterContext: Uint8Array,
): Promise<Uint8Array | undefined> => {
  try {
    const recipient = await suite.createRecipientContext({
      recipientKey: privateKey,
      enc: encapsulation,
      info,
    });
    return new Uint8Array(await recipient.export(exporterContext, exportedBytes));
  } catch {
    // An encapsulation that is no point of the curve, or leads to the zero secret, is refused by the library.
    return undefined;
  }
};
