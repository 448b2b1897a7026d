// Lets every party erase what is due now, and says what was erased.
// In the service each party sweeps by itself; in virtual time the driver gives them their turn.
import { Effect } from "effect";
import type { House } from "../../impl/house.ts";
import type { StopwatchService } from "../stopwatch.ts";
import type { Tally } from "./tally.ts";

export interface Swept {
  /** Seoul days that ended at the issuer. */
  readonly issuerDays: readonly number[];
  /** Seoul days that ended at the custodian. */
  readonly custodianDays: readonly number[];
  /** Visits that ended with them. */
  readonly visits: number;
  readonly accounts: number;
}

export const sweepAll = Effect.fnUntraced(function* (
  house: House,
  stopwatch: StopwatchService,
  tally: Tally,
) {
  const issuer = yield* house.issuer.sweep;
  const begun = stopwatch.now();
  const custodian = yield* house.custodian.sweep;
  const { visits } = custodian;
  if (visits > 0) tally.erasure.add(visits, stopwatch.now() - begun);
  tally.today().recordsErased += visits;
  tally.endAccounts(issuer.accounts);
  yield* house.authority.sweep;
  return {
    issuerDays: issuer.days,
    custodianDays: custodian.days,
    visits,
    accounts: issuer.accounts,
  } satisfies Swept;
});
