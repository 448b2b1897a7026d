/**
 * What people ask of an issuer, and what it answers: plain values, so that a whole batch is decided in one transaction.
 * A request carries the instant at which it was received, stamped where it came in, and a number brought to its one form there.
 * Who asks is a number on one session; the phones of a simulation have one session each and leave its name out.
 */
import type { Pass } from "../protocol/pass.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";

export type IssuerRequest = {
  readonly phone: string;
  readonly session?: string;
  readonly receivedAtMs: number;
} & (
  | {
      readonly kind: "agree";
      readonly noticeVersion: number;
      /** The person says to be under 14 (clause F11). */
      readonly child?: boolean;
    }
  | {
      /** May a code be sent? Nothing is changed by it, but the sending it allows is counted. */
      readonly kind: "weighCode";
      readonly network?: string;
    }
  | {
      readonly kind: "sendCode";
      readonly network?: string;
      /** The code, when it was weighed and sent before; otherwise it is drawn and sent after the commit. */
      readonly sent?: { readonly code: string; readonly weighedAtMs: number };
    }
  | { readonly kind: "checkCode"; readonly code: string }
  | {
      readonly kind: "issue";
      /** The first bytes of a hash of a venue's challenge, which tell no place; the pass is bound to them. */
      readonly challenge?: Uint8Array;
    }
  | { readonly kind: "withdraw" }
);

export interface IssuerReply {
  /** A refusal's number, or minus the number of what was told (generated/law.ts). */
  readonly answer: number;
  /** The pass as bytes, when one was issued. */
  readonly pass?: Pass["bytes"];
  /** Why what the law let through could not be carried out after all: there is no pass, or aliases are still to be destroyed. */
  readonly unavailable?: StoreUnavailable;
}
