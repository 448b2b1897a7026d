/**
 * The codes that wait to be entered: only their MAC, under a key that lives in memory and dies with the process.
 * After a restart nobody can enter an old code; a new one is sent on request.
 * A code drawn in a batch counts from then on, and is dropped again if the batch is not stored.
 * How often a code may be tried is the law's business; here its lifetime only says what memory may forget.
 */
import { createHmac, createSecretKey, timingSafeEqual } from "node:crypto";
import { randomBelow, randomBytes } from "../protocol/randomness.ts";
import { makeGenerations } from "./generations.ts";

export interface WaitingCodes {
  /** A new code, which waits for nobody yet. */
  readonly fresh: () => string;
  /** Draws a new code that waits for the account, in the batch under way; the one before is void. */
  readonly draw: (account: number, atMs: number) => string;
  /** Lets a code wait for the account, in the batch under way; the one before is void. */
  readonly wait: (account: number, code: string, atMs: number) => void;
  /** Whether this is the code that waits. */
  readonly matches: (account: number, code: string) => boolean;
  /** The batch is stored: what it drew waits from now on. */
  readonly keep: () => void;
  /** The batch is not stored: what it drew was never sent. */
  readonly drop: () => void;
  readonly forget: (account: number) => void;
  /** How many codes wait. */
  readonly waiting: () => number;
}

export interface CodeTerms {
  readonly codeDigits: number;
  readonly codeLifetime: number;
}

export const makeWaitingCodes = (terms: CodeTerms): WaitingCodes => {
  const key = createSecretKey(randomBytes(32));
  const codes = makeGenerations<Uint8Array>(terms.codeLifetime);
  const drawn = new Map<number, Uint8Array>();
  const macOf = (account: number, code: string): Uint8Array =>
    createHmac("sha256", key).update(`${account}:${code}`).digest();

  const fresh = (): string => String(randomBelow(10 ** terms.codeDigits)).padStart(terms.codeDigits, "0");
  const wait = (account: number, code: string, atMs: number): void => {
    codes.turn(atMs);
    drawn.set(account, macOf(account, code));
  };

  return {
    fresh,
    draw: (account, atMs) => {
      const code = fresh();
      wait(account, code, atMs);
      return code;
    },
    wait,
    matches: (account, code) => {
      const waiting = drawn.get(account) ?? codes.young().get(account) ?? codes.old().get(account);
      return waiting !== undefined && timingSafeEqual(waiting, macOf(account, code));
    },
    keep: () => {
      for (const [account, mac] of drawn) codes.young().set(account, mac);
      drawn.clear();
    },
    drop: () => {
      drawn.clear();
    },
    forget: (account) => {
      codes.young().delete(account);
      codes.old().delete(account);
    },
    waiting: () => codes.young().size + codes.old().size,
  };
};
