// Watches what a withdrawal leaves, and passes issued to an account that has withdrawn before.
// Whoever withdraws and comes back is another account to the issuer; only one that a lock outlives is known again.
import { watchingEach } from "./checker.ts";

export const withdrawalStopsIssuance = watchingEach("withdrawal-stops-issuance");
