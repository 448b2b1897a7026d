/**
 * The codes that wait to be entered: only their MAC, under a key that lives in memory and dies with the process.
 * After a restart nobody can enter an old code; a new one is sent on request.
 * A code drawn in a batch counts from then on, and is dropped again if the batch is not stored.
 * How often a code may be tried is the law's business; here its lifetime only says what memory may forget.
 */
import { createHmac, createSecretKey, timingSafeEqual } from "node:crypto";
import { randomBelow, randomBytes } from "../protocol/randomness.ts";

export interface WaitingCodes {
  /** Draws a new code for the account, in the batch under way; the one before is void. */
  readonly draw: (account: number, atMs: number) => string;
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

interface Waiting {
  readonly mac: Uint8Array;
  readonly endsAtMs: number;
}

const waitingMax = 1_000_000;

export const makeWaitingCodes = (terms: CodeTerms): WaitingCodes => {
  const key = createSecretKey(randomBytes(32));
  /** The latest at the end. */
  const codes = new Map<number, Waiting>();
  const drawn = new Map<number, Waiting>();
  const macOf = (account: number, code: string): Uint8Array =>
    createHmac("sha256", key).update(`${account}:${code}`).digest();

  const dropOver = (atMs: number): void => {
    for (const [account, { endsAtMs }] of codes) {
      if (!(atMs >= endsAtMs) && codes.size <= waitingMax) return;
      codes.delete(account);
    }
  };

  return {
    draw: (account, atMs) => {
      const code = String(randomBelow(10 ** terms.codeDigits)).padStart(terms.codeDigits, "0");
      drawn.set(account, { mac: macOf(account, code), endsAtMs: atMs + terms.codeLifetime });
      dropOver(atMs);
      return code;
    },
    matches: (account, code) => {
      const waiting = drawn.get(account) ?? codes.get(account);
      return waiting !== undefined && timingSafeEqual(waiting.mac, macOf(account, code));
    },
    keep: () => {
      for (const [account, code] of drawn) {
        codes.delete(account);
        codes.set(account, code);
      }
      drawn.clear();
    },
    drop: () => {
      drawn.clear();
    },
    forget: (account) => {
      codes.delete(account);
    },
    waiting: () => codes.size,
  };
};
