// Epoch secrets split among officers: any two shares of one make the secret, one alone says nothing. The issuer
// holds one HPKE context for each officer and day and seals a share an epoch under it; each share has a key of its
// own from a chain of HMACs whose used links are forgotten, so that a stolen issuer cannot open what it deposited
// before. An officer opens shares with ShareOpener, which walks the chain. A wrong secret is told by the pass's seal.

import { createCipheriv, createDecipheriv, createHmac, createSecretKey } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { combine, split } from "shamir-secret-sharing";
import { epochSecretBytes } from "./epoch.ts";
import { hexOf, joinFields, numberField } from "./fields.ts";
import { encapsulationBytes, shareSecretWith, sharedSecretFrom } from "./hpke.ts";
import type { SealingKey } from "./hpke.ts";
import type { Officer, Roster } from "./officers.ts";

export const shareBytes = epochSecretBytes + 1;
const tagBytes = 16;
export const shareCiphertextBytes = shareBytes + tagBytes;
/** Enough for an epoch every 1.4 s of a day; it bounds the walk of whoever opens. */
export const sharesAContextMost = 65_536;

export interface ShareOrigin {
  readonly issuer: number;
  readonly day: number;
}

export interface SealedShare {
  readonly officer: number;
  readonly encapsulation: Uint8Array;
  readonly position: number;
  readonly ciphertext: Uint8Array;
}

/** Shares of a secret, `needed` of which make it again. */
export const splitSecret = (secret: Uint8Array, shares: number, needed: number): Promise<Uint8Array[]> =>
  // The library wants a plain array; this is a view, so that no copy of the secret is left behind.
  split(new Uint8Array(secret.buffer, secret.byteOffset, secret.length), shares, needed);

/** The secret that shares make, right or wrong; undefined when they cannot be shares of one secret. */
export const combineShares = async (shares: readonly Uint8Array[]): Promise<Uint8Array | undefined> => {
  try {
    return await combine(shares.map((share) => Uint8Array.from(share)));
  } catch {
    // The library throws for too few shares, unequal lengths and one share given twice.
    return undefined;
  }
};

const contextInfo = (origin: ShareOrigin, officer: number): Uint8Array =>
  joinFields([
    Buffer.from("entrylog 1 epoch shares\0"),
    numberField(origin.issuer, 1),
    numberField(origin.day, 4),
    numberField(officer, 2),
  ]);
const exporterContext = Buffer.from("entrylog 1 chain of share keys");

const link = (chain: KeyObject, step: number): KeyObject =>
  createSecretKey(createHmac("sha256", chain).update(numberField(step, 1)).digest());
const shareKeyOf = (chain: KeyObject): KeyObject => link(chain, 1);
const nextChainOf = (chain: KeyObject): KeyObject => link(chain, 2);

const cipherName = "aes-256-gcm";
const nonceOf = (position: number): Uint8Array => joinFields([new Uint8Array(8), numberField(position, 4)]);

const sealShare = (key: KeyObject, position: number, epochId: Uint8Array, share: Uint8Array): Uint8Array => {
  const cipher = createCipheriv(cipherName, key, nonceOf(position));
  cipher.setAAD(epochId);
  return joinFields([cipher.update(share), cipher.final(), cipher.getAuthTag()]);
};

interface OfficerChain {
  readonly officer: number;
  readonly encapsulation: Uint8Array;
  chain: KeyObject;
}

/** The issuer's side: one for each issuing process and Seoul day. */
export class ShareSealer {
  readonly #chains: OfficerChain[];
  #position = 0;

  constructor(chains: OfficerChain[]) {
    this.#chains = chains;
  }

  /** Splits a secret and seals a share to each officer; undefined when the context is used up or forgotten. */
  async seal(
    epochId: Uint8Array,
    secret: Uint8Array,
    needed: number,
  ): Promise<readonly SealedShare[] | undefined> {
    const position = this.#position;
    if (position >= sharesAContextMost || this.#chains.length === 0) return undefined;
    // Taken before the wait: two epochs sealed at once must not share a position.
    this.#position += 1;
    const keys = this.#chains.map((entry) => {
      const key = shareKeyOf(entry.chain);
      entry.chain = nextChainOf(entry.chain);
      return { officer: entry.officer, encapsulation: entry.encapsulation, key };
    });
    const shares = await splitSecret(secret, keys.length, needed);
    return keys.map(({ officer, encapsulation, key }, index) => {
      const share = shares[index] ?? new Uint8Array(shareBytes);
      const ciphertext = sealShare(key, position, epochId, share);
      share.fill(0);
      return { officer, encapsulation, position, ciphertext };
    });
  }

  /** Lets go of every chain: at the end of the day. */
  forget(): void {
    this.#chains.length = 0;
  }
}

export const openShareSealer = async (roster: Roster, origin: ShareOrigin): Promise<ShareSealer> =>
  new ShareSealer(
    await Promise.all(
      roster.map(async ({ officer, sealingKey }) => {
        const shared = await shareSecretWith(sealingKey, contextInfo(origin, officer), exporterContext);
        const chain = createSecretKey(shared.secret);
        shared.secret.fill(0);
        return { officer, encapsulation: shared.encapsulation, chain };
      }),
    ),
  );

interface KnownChain {
  readonly keys: KeyObject[];
  chain: KeyObject;
}

/** An officer's side, made for one case and dropped with it: it remembers the chains it has walked. */
export class ShareOpener {
  readonly #officer: number;
  readonly #sealing: SealingKey;
  readonly #known = new Map<string, KnownChain>();

  constructor(officer: Officer) {
    this.#officer = officer.officer;
    this.#sealing = officer.sealing;
  }

  /** This officer's share of an epoch's secret; undefined when it was sealed to another, for another, or altered. */
  async open(origin: ShareOrigin, epochId: Uint8Array, sealed: SealedShare): Promise<Uint8Array | undefined> {
    if (sealed.officer !== this.#officer || sealed.position >= sharesAContextMost) return undefined;
    if (sealed.encapsulation.length !== encapsulationBytes) return undefined;
    if (sealed.ciphertext.length !== shareCiphertextBytes) return undefined;
    const key = await this.#keyOf(origin, sealed);
    if (key === undefined) return undefined;
    try {
      const decipher = createDecipheriv(cipherName, key, nonceOf(sealed.position), {
        authTagLength: tagBytes,
      });
      decipher.setAAD(epochId);
      decipher.setAuthTag(sealed.ciphertext.subarray(shareBytes));
      const share = new Uint8Array(decipher.update(sealed.ciphertext.subarray(0, shareBytes)));
      decipher.final();
      return share;
    } catch {
      // OpenSSL reports a wrong tag by throwing.
      return undefined;
    }
  }

  /** Lets go of every key learnt. */
  forget(): void {
    this.#known.clear();
  }

  async #keyOf(origin: ShareOrigin, sealed: SealedShare): Promise<KeyObject | undefined> {
    const info = contextInfo(origin, this.#officer);
    const name = hexOf(joinFields([info, sealed.encapsulation]));
    let known = this.#known.get(name);
    if (known === undefined) {
      const { privateKey } = this.#sealing;
      const secret = await sharedSecretFrom(privateKey, sealed.encapsulation, info, exporterContext);
      if (secret === undefined) return undefined;
      known = { keys: [], chain: createSecretKey(secret) };
      this.#known.set(name, known);
    }
    while (known.keys.length <= sealed.position) {
      known.keys.push(shareKeyOf(known.chain));
      known.chain = nextChainOf(known.chain);
    }
    return known.keys[sealed.position];
  }
}
