/**
 * Mutants of the generated code that do the same as it, each with its reason; those that the models say themselves stand in idle.ts.
 * One that is killed all the same does not belong here, and the report fails on it.
 */
const always = "every state answers this event, so that this answer is never given";
const heard = "the event is heard in every state, so that the refusal of one that is not never comes";
const neverEarlier =
  "what this state waits for is set from the present on or was waited for before, so that it is not due before";
const onlyTwo = "of two deadlines the second is whichever is not the first";
const unknown = "who is not known has no account whose end could be cleared";
const guarded = "the condition of this transition says that what is waited for is still to come";
const nothingDue = "nothing that is waited for after this event can be due at its instant";
const silent = "this event tells nothing, and neither do the other machine's transitions of these numbers";

export const codeEquivalents: Readonly<Record<string, string>> = {
  "core/crisis.ts crisisLevelAnnounced 0 becomes 1 #3": always,
  "core/pass.ts passPassPresented 0 becomes 1 #2": always,
  "core/pass.ts passPassScanned 0 becomes 1 #2": always,
  "core/consent.ts settleConsent always the first #1": neverEarlier,
  "core/consent.ts settleConsent always the first #2": neverEarlier,
  "core/pass.ts settlePass always the first #1": neverEarlier,
  "core/visit.ts settleVisit always the first #2": neverEarlier,
  "core/disclosure.ts settleDisclosure always the first #1": neverEarlier,
  "core/disclosure.ts settleDisclosure always the first #2": neverEarlier,
  "core/disclosure.ts settleDisclosure always the first #3": neverEarlier,
  "core/verification.ts settleVerification always the first #3": neverEarlier,
  "core/verification.ts settleVerification always the first #4": neverEarlier,
  "core/verification.ts settleVerification always the first #6": neverEarlier,
  "core/verification.ts settleVerification 1 becomes 2 #2": onlyTwo,
  "core/verification.ts settleVerification 1 becomes 2 #3": onlyTwo,
  "core/verification.ts settleVerification 1 becomes 2 #5": onlyTwo,
  "core/verification.ts settleVerification left out rows.accountEndsAt[slot] = never; #1": unknown,
  "core/verification.ts settleVerification left out rows.accountEndsAt[slot] = never; #6": unknown,
  "core/verification.ts mayBeDue digit 28 cleared #1": guarded,
  "core/verification.ts mayBeDue digit 29 cleared #1": guarded,
  "core/verification.ts mayBeDue digit 48 cleared #1": guarded,
  "core/verification.ts mayBeDue digit 49 cleared #1": guarded,
  "rules/issuer.ts issuerAnnounceLevel 0 becomes 1 #2": heard,
  "rules/custodian.ts custodianAnnounceLevel 0 becomes 1 #2": heard,
  "rules/custodian.ts custodianRecord 0 becomes 1 #1": heard,
  "rules/custodian.ts custodianRecordLate 0 becomes 1 #1": heard,
  "rules/issuer.ts issuerIssue left out settleVerification(verification, verificationSlot, now, now,... #1":
    nothingDue,
  "rules/issuer.ts issuerWithdraw left out settleVerification(verification, verificationSlot, now, now,... #1":
    nothingDue,
  "rules/issuer.ts issuerWithdraw left out settleConsent(consent, consentSlot, now, now, policy, log); #1":
    nothingDue,
  "rules/issuer.ts issuerPublishNotice left out settleConsent(consent, consentSlot, now, now, policy, log); #1":
    nothingDue,
  "rules/custodian.ts custodianRecord left out settlePass(pass, passSlot, now, now, policy, log); #1":
    nothingDue,
  "rules/custodian.ts custodianRecordLate left out settlePass(pass, passSlot, scannedAt, scannedAt, policy, log... #1":
    nothingDue,
  "rules/custodian.ts custodianOpenDay left out settleDay(day, daySlot, startedAt, startedAt, policy, log); #1":
    "a day that is opened is not over, as long as records are kept for a day",
  "rules/custodian.ts custodianReleaseVisit left out settleVisit(visit, visitSlot, now, now, policy, log); #1":
    nothingDue,
  "rules/authority.ts authorityDeny left out settleDisclosure(disclosure, disclosureSlot, now, now, polic... #1":
    nothingDue,
  "rules/authority.ts authorityReceiveRelease left out settleDisclosure(disclosure, disclosureSlot, now, now, polic... #1":
    nothingDue,
  "rules/authority.ts authorityClose left out settleDisclosure(disclosure, disclosureSlot, now, now, polic... #1":
    nothingDue,
  "rules/issuer.ts issuerIssue sign forgotten #5": silent,
  "rules/issuer.ts issuerIssue 2 becomes 3 #4": silent,
  "rules/issuer.ts issuerPublishNotice sign forgotten #2": silent,
  "rules/issuer.ts issuerPublishNotice 1 becomes 2 #1": silent,
};
