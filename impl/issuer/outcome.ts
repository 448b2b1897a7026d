/**
 * What a batch of requests came to, gathered while each is decided: answers by place, and all that is to be stored or carried out.
 * The deciding of a batch fills it, its transaction stores it, and what is left is done after the commit.
 * It decides nothing.
 */
import type { AccountOfNumber } from "./accounts.ts";
import type { ConsentGiven } from "./consentrecords.ts";
import type { SendOrigin } from "./sendcounts.ts";
import type { SmsMessage } from "./smsgateway.ts";

export interface ToIssue {
  readonly place: number;
  readonly account: number;
  readonly atMs: number;
  readonly challenge?: Uint8Array;
}

export interface Outcome {
  readonly answers: Int32Array;
  /** The last instant at which something was accepted; 0 when nothing was. */
  lastMs: number;
  readonly passes: ToIssue[];
  readonly messages: SmsMessage[];
  /** Sendings counted in memory, to be taken back if the batch is not stored. */
  readonly sent: { readonly origin: SendOrigin; readonly atMs: number }[];
  /** Places of requests that ended an account, whose aliases must be destroyed now. */
  readonly withdrawals: number[];
  /** Accounts whose aliases must be destroyed now. */
  readonly withdrawn: number[];
  /** Every account that was looked at, and those of which something is kept. */
  readonly touched: AccountOfNumber[];
  readonly kept: Set<number>;
  readonly sessionsEnded: AccountOfNumber[];
  /** Accounts whose code is over. */
  readonly codesOver: Set<number>;
  /** Accounts that ended, and with them their records. */
  readonly ended: Set<number>;
  /** The consent given last, by account. */
  readonly consents: Map<number, ConsentGiven>;
  readonly accountEnded: (account: number) => void;
}

export const makeOutcome = (requests: number): Outcome => {
  const ended = new Set<number>();
  const consents = new Map<number, ConsentGiven>();
  return {
    answers: new Int32Array(requests),
    lastMs: 0,
    passes: [],
    messages: [],
    sent: [],
    withdrawals: [],
    withdrawn: [],
    touched: [],
    kept: new Set(),
    sessionsEnded: [],
    codesOver: new Set(),
    ended,
    consents,
    accountEnded: (account) => {
      ended.add(account);
      consents.delete(account);
    },
  };
};
