// Watches that a visit can be joined for as long as the policy promises: by the end it is given, by no day erased too early,
// and by every re-identification that leads to the person who was there.
// It needs the withdrawals too, because whoever has withdrawn need not be found.
import { watching } from "./checker.ts";
import { rememberingWithdrawals } from "./persons.ts";

export const tracePossible = watching(
  "trace-possible",
  ["visitStored", "dayErased", "personWithdrew", "reidentified"],
  () => {
    const remember = rememberingWithdrawals();
    return (observation) =>
      observation.kind === "visitStored" || observation.kind === "dayErased"
        ? [observation]
        : remember(observation);
  },
);
