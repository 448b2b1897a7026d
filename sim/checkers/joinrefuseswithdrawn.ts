// Watches that nobody who withdrew after a visit is named for it under a case.
// It hears withdrawals and re-identifications, both from the driver, who knows the persons.
import { watching } from "./checker.ts";
import { rememberingWithdrawals } from "./persons.ts";

export const joinRefusesWithdrawn = watching(
  "join-refuses-withdrawn",
  ["personWithdrew", "reidentified"],
  rememberingWithdrawals,
);
