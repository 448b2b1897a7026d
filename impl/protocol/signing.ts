// Signatures that say what they are for. Each message is signed behind a short constant text of its purpose, so
// that a signature under a scan can never be shown as one under a release, whatever the bytes. All parties sign
// and verify here, one by one or in batches. Batches go over libuv's thread pool, so that all cores work; small
// ones are done at once, because handing a job over costs more than it saves (measured on two cores).

import { sign, verify } from "node:crypto";
import { signBytes, signatureBytes, verifyBytes } from "./ed25519.ts";
import type { SigningKey, VerifyingKey } from "./ed25519.ts";

export type Purpose =
  | "pass"
  | "scan"
  | "deposit"
  | "release"
  | "case"
  | "share"
  | "answer"
  | "roster"
  | "roster-stop"
  | "receipt";

export interface ToSign {
  readonly key: SigningKey;
  readonly purpose: Purpose;
  readonly message: Uint8Array;
}

export interface ToVerify {
  readonly key: VerifyingKey;
  readonly purpose: Purpose;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}

const smallestPooledSigning = 12;
const smallestPooledVerifying = 4;
// A limit on what waits in the pool, so that a huge batch leaves room for others and for memory.
const jobsAtOnceMost = 256;

const prefixes: Readonly<Record<Purpose, Uint8Array>> = {
  pass: Buffer.from("entrylog 1 pass\0"),
  scan: Buffer.from("entrylog 1 scan\0"),
  deposit: Buffer.from("entrylog 1 deposit\0"),
  release: Buffer.from("entrylog 1 release\0"),
  case: Buffer.from("entrylog 1 case\0"),
  share: Buffer.from("entrylog 1 share\0"),
  answer: Buffer.from("entrylog 1 answer\0"),
  roster: Buffer.from("entrylog 1 roster\0"),
  "roster-stop": Buffer.from("entrylog 1 roster-stop\0"),
  receipt: Buffer.from("entrylog 1 receipt\0"),
};

const prefixed = (purpose: Purpose, message: Uint8Array): Uint8Array => {
  const prefix = prefixes[purpose];
  const whole = new Uint8Array(prefix.length + message.length);
  whole.set(prefix);
  whole.set(message, prefix.length);
  return whole;
};

export const signOne = (item: ToSign): Uint8Array =>
  signBytes(item.key, prefixed(item.purpose, item.message));

export const verifyOne = (item: ToVerify): boolean =>
  item.signature.length === signatureBytes &&
  verifyBytes(item.key, prefixed(item.purpose, item.message), item.signature);

type Job<Item> = (item: Item, done: (error: Error | null) => void) => void;

/** Runs a job for each item with a bounded number under way, and ends when the last is done. */
const inPool = <Item>(items: readonly Item[], job: Job<Item>): Promise<void> =>
  new Promise((resolve, reject) => {
    const waiting = items.values();
    let open = items.length;
    const startNext = (): void => {
      const next = waiting.next();
      if (next.done !== true) job(next.value, done);
    };
    const done = (error: Error | null): void => {
      open -= 1;
      if (error !== null) reject(error);
      else if (open === 0) resolve();
      else startNext();
    };
    if (open === 0) resolve();
    for (let started = 0; started < jobsAtOnceMost; started += 1) startNext();
  });

/** The signatures of all items, in their order. */
export const signAll = async (items: readonly ToSign[]): Promise<readonly Uint8Array[]> => {
  if (items.length < smallestPooledSigning) return items.map(signOne);
  const signatures: Uint8Array[] = [];
  await inPool([...items.entries()], ([index, item], done) => {
    sign(null, prefixed(item.purpose, item.message), item.key.privateKey, (error, signature) => {
      if (error === null) signatures[index] = new Uint8Array(signature);
      done(error);
    });
  });
  return signatures;
};

/** For each item, in order, 1 when its signature is right and 0 when it is not. */
export const verifyAll = async (items: readonly ToVerify[]): Promise<Uint8Array> => {
  const verdicts = new Uint8Array(items.length);
  if (items.length < smallestPooledVerifying) {
    items.forEach((item, index) => {
      verdicts[index] = verifyOne(item) ? 1 : 0;
    });
    return verdicts;
  }
  const wellFormed = [...items.entries()].filter(([, item]) => item.signature.length === signatureBytes);
  await inPool(wellFormed, ([index, item], done) => {
    verify(null, prefixed(item.purpose, item.message), item.key, item.signature, (error, right) => {
      if (error === null) verdicts[index] = right ? 1 : 0;
      done(error);
    });
  });
  return verdicts;
};
