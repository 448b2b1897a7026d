/**
 * What deciding a batch needs: the law, and what the issuer remembers of those who ask.
 * Deciding and its parts import it; the issuer makes it once.
 * It does nothing.
 */
import type { Effect } from "effect";
import type { IssuerRulesService } from "../generated/services/issuer.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { Accounts } from "./accounts.ts";
import type { WaitingCodes } from "./codes.ts";
import type { ConsentRecords } from "./consentrecords.ts";
import type { Disclosed } from "./disclosed.ts";
import type { Forgetting } from "./forgetting.ts";
import type { Guardians } from "./guardians.ts";
import type { PassRate } from "./passrate.ts";
import type { SendCounts } from "./sendcounts.ts";

/** The key of the one row of the crisis level. */
export const country = "country";

export interface DecidingParts {
  readonly rules: IssuerRulesService;
  readonly accounts: Accounts;
  readonly codes: WaitingCodes;
  readonly rate: PassRate;
  readonly sends: SendCounts;
  readonly guardians: Guardians;
  readonly records: ConsentRecords;
  readonly disclosed: Disclosed;
  readonly forgetting: Forgetting;
  /** Stores the last instant of the batch, inside the transaction. */
  readonly remember: (atMs: number) => Effect.Effect<void, StoreUnavailable>;
}
