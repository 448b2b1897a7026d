/**
 * What people ask of an issuer, and what it answers: plain values, so that a whole batch is decided in one transaction.
 * A request carries the instant at which it was received, stamped where it came in.
 */
import type { Pass } from "../protocol/pass.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";

export type IssuerRequest = { readonly phone: string; readonly receivedAtMs: number } & (
  | { readonly kind: "agree"; readonly noticeVersion: number }
  | { readonly kind: "sendCode" }
  | { readonly kind: "checkCode"; readonly code: string }
  | { readonly kind: "issue" }
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
