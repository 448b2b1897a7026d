// HPKE as published: the base-mode vector of the working group's test vectors for exactly our suite, through our own
// functions, and RFC 9180's appendix A.1 (the same with AES-128-GCM) through the same library, exporter included.
import { Aes128Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  exportSealingKey,
  generateSealingKey,
  importSealingKey,
  openWith,
  sealTo,
  sharedSecretFrom,
  shareSecretWith,
} from "../../../impl/protocol/hpke.ts";
import { flipped, hex, present, toHex } from "./hex.ts";

const info = hex("4f6465206f6e2061204772656369616e2055726e");
const plain = "4265617574792069732074727574682c20747275746820626561757479";
const firstAssociated = hex("436f756e742d30");

/** DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, mode base: test-vectors.json of draft-irtf-cfrg-hpke. */
const ours = {
  privateKey: "497b4502664cfea5d5af0b39934dac72242a74f8480451e1aee7d6a53320333d",
  publicKey: "430f4b9859665145a6b1ba274024487bd66f03a2dd577d7753c68d7d7d00c00c",
  enc: "6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256",
  ciphertext: "e5d84cd531cfb583096e7cfa9641bd3079cf3a91cda813c52deb5f512be9931980a41de125a925cdad859d5b7a",
  exportedEmpty: "ded6cffafaea6b812cbf3e241e88332adbc077aca81512914213810ee291770a",
};

describe("the published vector of our suite, through our own functions", () => {
  it("opens", async () => {
    const key = present(await importSealingKey(hex(ours.privateKey), hex(ours.publicKey)));
    const opened = await openWith(key.privateKey, info, hex(ours.enc + ours.ciphertext), firstAssociated);
    expect(toHex(present(opened))).toBe(plain);
  });

  it("exports", async () => {
    const key = present(await importSealingKey(hex(ours.privateKey), hex(ours.publicKey)));
    const secret = await sharedSecretFrom(key.privateKey, hex(ours.enc), info, new Uint8Array(0));
    expect(toHex(present(secret))).toBe(ours.exportedEmpty);
  });
});

describe("RFC 9180, appendix A.1.1, through the library configured as published", () => {
  const suite = new CipherSuite({
    kem: new DhkemX25519HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes128Gcm(),
  });
  const contextOf = async () =>
    suite.createRecipientContext({
      recipientKey: await suite.kem.deserializePrivateKey(
        hex("4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8"),
      ),
      enc: hex("37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431"),
      info,
    });

  it("opens the first two messages", async () => {
    const context = await contextOf();
    const first =
      "f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a";
    const second =
      "af2d7e9ac9ae7e270f46ba1f975be53c09f8d875bdc8535458c2494e8a6eab251c03d0c22a56b8ca42c2063b84";
    expect(toHex(new Uint8Array(await context.open(hex(first), firstAssociated)))).toBe(plain);
    expect(toHex(new Uint8Array(await context.open(hex(second), hex("436f756e742d31"))))).toBe(plain);
  });

  it.each([
    ["", "3853fe2b4035195a573ffc53856e77058e15d9ea064de3e59f4961d0095250ee"],
    ["00", "2e8f0b54673c7029649d4eb9d5e33bf1872cf76d623ff164ac185da9e88c21a5"],
    ["54657374436f6e74657874", "e9e43065102c3836401bed8c3c3c75ae46be1639869391d62c61f1ec7af54931"],
  ])("exports under the context '%s'", async (exporterContext, exported) => {
    const context = await contextOf();
    expect(toHex(new Uint8Array(await context.export(hex(exporterContext), 32)))).toBe(exported);
  });
});

it("opens what was sealed to a key for a purpose, and nothing altered", async () => {
  const key = present(await importSealingKey(hex(ours.privateKey), hex(ours.publicKey)));
  const another = await generateSealingKey();
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 100 }), fc.nat(), async (content, bit) => {
      const sealed = await sealTo(key.publicKey, info, content);
      expect(toHex(present(await openWith(key.privateKey, info, sealed)))).toBe(toHex(content));
      expect(await openWith(another.privateKey, info, sealed)).toBeUndefined();
      expect(await openWith(key.privateKey, flipped(info, bit), sealed)).toBeUndefined();
      // X25519 passes over the top bit of a public key, so a turned one may derive the same secret: but HPKE hashes
      // the encapsulation as it came, and refuses that too.
      expect(await openWith(key.privateKey, info, flipped(sealed, bit))).toBeUndefined();
      expect(await openWith(key.privateKey, info, sealed.subarray(0, 31))).toBeUndefined();
    }),
    { numRuns: 40 },
  );
});

it("shares a secret by the exporter, kept keys included", async () => {
  const made = await generateSealingKey();
  const kept = present(await importSealingKey(await exportSealingKey(made), made.publicKey));
  expect(await importSealingKey(new Uint8Array(31), made.publicKey)).toBeUndefined();
  const label = new TextEncoder().encode("label");
  const shared = await shareSecretWith(made.publicKey, info, label);
  const same = await sharedSecretFrom(kept.privateKey, shared.encapsulation, info, label);
  expect(toHex(present(same))).toBe(toHex(shared.secret));
  const other = await sharedSecretFrom(kept.privateKey, shared.encapsulation, info, new Uint8Array(0));
  expect(toHex(present(other))).not.toBe(toHex(shared.secret));
  expect(await sharedSecretFrom(kept.privateKey, new Uint8Array(32), info, label)).toBeUndefined();
  expect(await sharedSecretFrom(kept.privateKey, new Uint8Array(5), info, label)).toBeUndefined();
});
