// What an officer asks for: one case, with its ground, venues, window, and what a second officer makes of it.
// Investigations are made of such requests, and the driver brings each of them before the authority.
// A request names places and times and never a person; `about` is for those who judge a run afterwards.

export const caseKinds = [
  "regular",
  "denied",
  "unattended",
  "no-ground",
  "single-officer",
  "too-wide",
  "too-many-venues",
  "inverted",
  "ahead",
  "erased",
] as const;
export type CaseKind = (typeof caseKinds)[number];

export interface CaseIntent {
  /** Counts from 0 over the run. */
  readonly number: number;
  readonly kind: CaseKind;
  readonly atMs: number;
  /** Officers count from 0. */
  readonly requestedBy: number;
  readonly ground: "investigation" | "none";
  readonly venues: readonly number[];
  readonly windowStartMs: number;
  readonly windowEndMs: number;
  /** What is decided, by whom and when; "none" where nobody decides. */
  readonly decision: "approve" | "deny" | "none";
  readonly decidedBy: number;
  readonly decideAtMs: number;
  /** The reported person, for those who judge a run; no request names them. */
  readonly about: number;
}
