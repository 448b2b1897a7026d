// An epoch: up to a minute of issuing under one random secret. It hands out each of its numbers once, in an order
// that says nothing about the order of issuing, and seals one handle under each with AES-256-GCM, the number as
// nonce and the pass header as associated data. It lives in memory only, so a restart or a second process opens
// another, and it refuses to seal twice under one number, after it was told to forget, or outside its Seoul day.

import { createCipheriv, createDecipheriv, createSecretKey } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { handleBytes } from "./handle.ts";
import { epochCapacity } from "./pass.ts";
import { randomBelow, randomBytes } from "./randomness.ts";
import { seoulDay } from "./seoulday.ts";

export const epochIdBytes = 8;
export const epochSecretBytes = 32;
export const sealedBytes = 32;

const countingUp = Uint16Array.from({ length: epochCapacity }, (_, index) => index);

const cipherName = "aes-256-gcm";
const tagBytes = 16;

const nonceOf = (number: number): Uint8Array => {
  const nonce = new Uint8Array(12);
  nonce[10] = number >> 8;
  nonce[11] = number & 255;
  return nonce;
};

export class Epoch {
  readonly id: Uint8Array = randomBytes(epochIdBytes);
  readonly startedAtMs: number;
  readonly day: number;
  readonly #secret: Uint8Array = randomBytes(epochSecretBytes);
  // A key object makes each seal four times as fast as raw bytes would.
  #key: KeyObject | undefined = createSecretKey(this.#secret);
  readonly #numbers: Uint16Array = countingUp.slice();
  readonly #open: Uint8Array = new Uint8Array(epochCapacity);
  #taken = 0;

  constructor(startedAtMs: number) {
    this.startedAtMs = startedAtMs;
    this.day = seoulDay(startedAtMs);
  }

  /** How many numbers are left to hand out; none once the secret is forgotten. */
  get left(): number {
    return this.#key === undefined ? 0 : epochCapacity - this.#taken;
  }

  /** The secret itself, to be split among the officers before the first pass; blanked and undefined once forgotten. */
  get secret(): Uint8Array | undefined {
    return this.#key === undefined ? undefined : this.#secret;
  }

  /** The next number of the random order, or undefined when there is none. The shuffle goes one step a call. */
  takeNumber(): number | undefined {
    if (this.left === 0) return undefined;
    const chosen = this.#taken + randomBelow(epochCapacity - this.#taken);
    const number = this.#numbers[chosen] ?? 0;
    this.#numbers[chosen] = this.#numbers[this.#taken] ?? 0;
    this.#taken += 1;
    this.#open[number] = 1;
    return number;
  }

  /** The sealed handle; undefined for a number that was not taken, was sealed before, or comes too late. */
  seal(number: number, header: Uint8Array, handle: Uint8Array): Uint8Array | undefined {
    if (this.#key === undefined || this.#open[number] !== 1) return undefined;
    this.#open[number] = 0;
    const cipher = createCipheriv(cipherName, this.#key, nonceOf(number));
    cipher.setAAD(header);
    const sealed = new Uint8Array(sealedBytes);
    sealed.set(cipher.update(handle));
    cipher.final();
    sealed.set(cipher.getAuthTag(), handleBytes);
    return sealed;
  }

  /** Blanks the secret and lets go of the key object, whose own copy OpenSSL clears when it is collected. */
  forget(): void {
    this.#secret.fill(0);
    this.#key = undefined;
    this.#open.fill(0);
  }
}

/** Seals one handle of a pass: header as associated data, number as nonce. */
export const sealPass = (
  epoch: Epoch,
  number: number,
  header: Uint8Array,
  handle: Uint8Array,
): Uint8Array | undefined => epoch.seal(number, header, handle);

/** The handle, or undefined when secret, number, header and sealed bytes do not belong together. */
export const openSealed = (
  secret: Uint8Array | KeyObject,
  number: number,
  header: Uint8Array,
  sealed: Uint8Array,
): Uint8Array | undefined => {
  if (sealed.length !== sealedBytes) return undefined;
  try {
    const decipher = createDecipheriv(cipherName, secret, nonceOf(number), { authTagLength: tagBytes });
    decipher.setAAD(header);
    decipher.setAuthTag(sealed.subarray(handleBytes));
    const handle = new Uint8Array(decipher.update(sealed.subarray(0, handleBytes)));
    decipher.final();
    return handle;
  } catch {
    // OpenSSL reports a wrong tag by throwing; a secret of a wrong length ends here too.
    return undefined;
  }
};
