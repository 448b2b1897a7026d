/**
 * The codes that wait to be entered: only their MAC, under a key that lives in memory and dies with the process.
 * After a restart nobody can enter an old code; a new one is sent on request.
 * How long a code lives and how often it may be tried is the law's business.
 */
import { createHmac, createSecretKey, timingSafeEqual } from "node:crypto";
import { randomBelow, randomBytes } from "../protocol/randomness.ts";

export interface WaitingCodes {
  /** Draws a new code for the account; the one before is void. */
  readonly draw: (account: number, digits: number) => string;
  /** Whether this is the code that waits. */
  readonly matches: (account: number, code: string) => boolean;
  readonly forget: (account: number) => void;
}

const waitingMax = 1_000_000;

export const makeWaitingCodes = (): WaitingCodes => {
  const key = createSecretKey(randomBytes(32));
  const macs = new Map<number, Uint8Array>();
  const macOf = (account: number, code: string): Uint8Array =>
    createHmac("sha256", key).update(`${String(account)}:${code}`).digest();
  return {
    draw: (account, digits) => {
      const code = String(randomBelow(10 ** digits)).padStart(digits, "0");
      macs.set(account, macOf(account, code));
      for (const oldest of macs.keys()) {
        if (macs.size <= waitingMax) break;
        macs.delete(oldest);
      }
      return code;
    },
    matches: (account, code) => {
      const waiting = macs.get(account);
      return waiting !== undefined && timingSafeEqual(waiting, macOf(account, code));
    },
    forget: (account) => {
      macs.delete(account);
    },
  };
};
