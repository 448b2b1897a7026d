/**
 * Mutants of the models that are the same law in other words, each with its reason.
 * One that is killed all the same does not belong here, and the report fails on it.
 * A reason speaks of every policy, not only of the two presets.
 */
const windowIsKnown =
  "a code is only open within a known window of sends: whatever sends one sets the window or keeps it";
const saidTwice =
  'the window is open: "set, and not (unset or reached)" says twice that it is set, so that either saying may go';
const notBoth = (reason: string): string =>
  `no request has both faults, so their order cannot be seen: ${reason}`;

/** By id. */
export const equivalents: Readonly<Record<string, string>> = {
  "verification:challenged--code.requested#1-->challenged guard.part-1-forgotten": windowIsKnown,
  "verification:challenged--code.requested#1-->challenged guard.1.not.present.sendsEndAt-becomes-codeEndsAt":
    windowIsKnown,
  "verification:renewing--code.requested#1-->renewing guard.part-1-forgotten": windowIsKnown,
  "verification:renewing--code.requested#1-->renewing guard.1.not.present.sendsEndAt-becomes-codeEndsAt":
    windowIsKnown,
  "verification:verified--code.requested#4-->verified not-entered-anew":
    "the state waits for the end of the month only, which the lock leaves where it is",
  "verification:verified--account.withdrawn#2-->unanswered guard.part-1-forgotten": saidTwice,
  "verification:verified--account.withdrawn#2-->unanswered guard.2.not.part-1-forgotten": saidTwice,
  "verification:expired--account.withdrawn#2-->unanswered guard.part-1-forgotten": saidTwice,
  "verification:expired--account.withdrawn#2-->unanswered guard.2.not.part-1-forgotten": saidTwice,
  "verification:expired--accountEndsAt#2-->unanswered guard.part-1-forgotten": saidTwice,
  "verification:expired--accountEndsAt#2-->unanswered guard.2.not.part-1-forgotten": saidTwice,
  "disclosure:absent--case.requested#2-->absent after-the-next": notBoth(
    "a case of no venue names no more than it may",
  ),
  "disclosure:absent--case.requested#4-->absent after-the-next": notBoth(
    "a window that ends before it starts is not too long",
  ),
  "disclosure:absent--case.requested#6-->absent after-the-next": notBoth(
    "what reaches into the future is not erased, as long as records are kept for a day",
  ),
  "issuer.issue refusal-3-consent-required when.not.consent-outdated-too":
    "an outdated consent has been refused just before",
  "custodian.openDay refusal-1-epoch-over after-the-next": notBoth(
    "an epoch of the future is not erased, as long as records are kept for a day",
  ),
  "custodian.release refusal-3-case-without-venue after-the-next": notBoth(
    "a case of no venue names no more than it may",
  ),
  "custodian.release refusal-5-case-window-inverted after-the-next": notBoth(
    "a window that ends before it starts is not too long",
  ),
};
