// What both sides of the door are given, and how what is shown there may look.
// The door hands it to the issuer's side and to the custodian's; neither knows the other.
import type { PolicyNumbers } from "../../impl/generated/policy.ts";
import type { HearsDecision } from "../decisions.ts";
import type { Away } from "../world/awaytimes.ts";
import type { Counts } from "./counts.ts";
import type { Watching } from "./watching.ts";

/** What is wrong with what is shown; `good` for a pass as it was issued. */
export type Showing = "good" | "malformed" | "forged" | "unknown-epoch" | "unknown-venue";

export interface DoorParts {
  readonly policy: PolicyNumbers;
  readonly counts: Counts;
  readonly watching: Watching;
  readonly away: Away;
  /** Told of each visit stored: who, where, when, and until when it is kept. */
  readonly stored: (person: number, venue: number, scannedAtMs: number, eraseAtMs: number) => void;
  readonly hears?: HearsDecision | undefined;
}
