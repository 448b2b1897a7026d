// Generated from models/ by `entrylog generate`; never edited by hand. Stamp 098db7247bff9de3.
import { type StepLog } from "../../lifecycle/core.ts";
import type { PolicyNumbers } from "../policy.ts";

/** Signs a scanned pass with the device's key and sends it to the custodian. Clauses S2, S11. */
export function venueScan(
  registered: number,
  wellFormed: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  if (!(registered === 1)) return 18; // venue-unregistered
  if (!(wellFormed === 1)) return 19; // pass-malformed
  return 0;
}
