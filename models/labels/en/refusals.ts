/**
 * What the person who meets a refusal is told in English: one sentence on what is wrong, and one on what to do.
 * A key is the refusal's stable code; pages, terminals and reports print these words and never their own.
 * ko/refusals.ts has the same keys, or does not compile.
 */
export const refusals = {
  "not-allowed": {
    sentence: "There is nothing here to which this could be done.",
    advice: "Please look at what stands here now.",
  },
  "notice-outdated": {
    sentence: "The notice you agreed to is no longer the one in force.",
    advice: "Please read the current notice and agree again.",
  },
  "consent-absent": {
    sentence: "There is no consent to withdraw.",
    advice: "You need do nothing.",
  },
  "consent-required": {
    sentence: "You have not agreed to the personal-information notice.",
    advice: "Please read the notice and agree to it first.",
  },
  "consent-outdated": {
    sentence: "The notice has changed since you agreed to it.",
    advice: "Please read the new notice and agree again.",
  },
  "guardian-required": {
    sentence: "Someone under 14 needs the consent of a guardian.",
    advice: "Please have a guardian confirm with a code to their own number.",
  },
  "account-unknown": {
    sentence: "There is nothing to withdraw.",
    advice: "You need do nothing; we hold neither a consent nor an account of yours.",
  },
  "code-not-sent": {
    sentence: "No code is waiting to be entered.",
    advice: "Please ask for a new code.",
  },
  "sends-exceeded": {
    sentence: "Too many codes have been sent to this number or this network within a short time.",
    advice: "Please try again in ten minutes.",
  },
  "code-locked": {
    sentence: "Verification is locked after too many codes or wrong tries.",
    advice: "Please try again once the lock is over.",
  },
  "verification-required": {
    sentence: "Your phone is not verified.",
    advice: "Please verify your phone with a code by SMS.",
  },
  "verification-expired": {
    sentence: "The verification of your phone has expired.",
    advice: "Please verify your phone again with a code by SMS.",
  },
  "passes-exceeded": {
    sentence: "You have asked for too many passes within a minute.",
    advice: "Please wait a minute and try again.",
  },
  "collection-suspended": {
    sentence: "The entry log is suspended, because the crisis level does not allow collection.",
    advice: "You may enter without a QR code, unless other rules say otherwise.",
  },
  "pass-unknown": {
    sentence: "No such pass was issued.",
    advice: "Please ask for a new pass and show it again.",
  },
  "pass-expired": {
    sentence: "This pass has expired.",
    advice: "Please ask for a new pass and show it at once.",
  },
  "pass-early": {
    sentence: "This pass claims a time that has not come.",
    advice: "Please check the scanner's clock and scan a new pass.",
  },
  "pass-replayed": {
    sentence: "This pass has already been used.",
    advice: "Please ask for a new pass and show it again.",
  },
  "pass-malformed": {
    sentence: "This QR code is not a pass.",
    advice: "Please open the check-in page and show the QR code there.",
  },
  "pass-forged": {
    sentence: "The issuer's signature on this pass is not good.",
    advice: "Please ask for a new pass from the issuer.",
  },
  "venue-unknown": {
    sentence: "No such venue is registered.",
    advice: "Please register the venue before scanning.",
  },
  "venue-unregistered": {
    sentence: "This venue has not been registered yet.",
    advice: "Please finish the registration with your business number.",
  },
  "epoch-unknown": {
    sentence: "No issuer has registered the time in which this pass was issued.",
    advice: "Please scan a new pass; if it happens again, tell the issuer.",
  },
  "scan-forged": {
    sentence: "The signature of the venue's device on this scan is not good.",
    advice: "Please check the device's registration and scan again.",
  },
  "challenge-mismatch": {
    sentence: "This pass was made for another venue's challenge.",
    advice: "Please scan the challenge shown at this door and show a new pass.",
  },
  "scans-exceeded": {
    sentence: "This venue has sent too many scans within a minute.",
    advice: "Please wait a minute and scan again.",
  },
  "scan-ahead": {
    sentence: "This scan claims a time that has not come.",
    advice: "Please set the clock of the scanner right and scan again.",
  },
  "scan-before-pass": {
    sentence: "This scan claims a time before its pass was issued.",
    advice: "Please set the clock of the scanner right and scan a new pass.",
  },
  "delivery-too-late": {
    sentence: "This scan was delivered later than a venue may deliver it.",
    advice: "It can no longer be stored; please check the network of the venue.",
  },
  "venue-not-silent": {
    sentence: "This scan claims to be late, but the device has delivered on time since it was made.",
    advice: "It can no longer be stored; a device delivers what waits before anything new.",
  },
  "epoch-over": {
    sentence: "The day of this epoch is over, and what was of it is erased.",
    advice: "It is never opened again; please see why the deposit came so late.",
  },
  "epoch-ahead": {
    sentence: "This epoch claims a time that has not come.",
    advice: "Please set the clock of the issuer right and deposit again.",
  },
  "case-without-ground": {
    sentence: "The case names no legal ground.",
    advice: "Please state the legal ground of the investigation.",
  },
  "case-without-venue": {
    sentence: "The case names no venue.",
    advice: "Please name at least one venue.",
  },
  "case-venues-exceeded": {
    sentence: "The case names more venues than a case may have.",
    advice: "Please name fewer venues, or open another case.",
  },
  "case-window-inverted": {
    sentence: "The window ends before or as it starts.",
    advice: "Please set an end that comes after the start.",
  },
  "case-window-exceeded": {
    sentence: "The window is longer than a case may have.",
    advice: "Please choose a shorter window.",
  },
  "case-window-ahead": {
    sentence: "The window reaches into the future.",
    advice: "Please set an end that has already passed.",
  },
  "case-window-erased": {
    sentence: "Everything recorded in this window has been erased.",
    advice: "The retention period is over; these records cannot be had again.",
  },
  "case-same-officer": {
    sentence: "The officer who asked for the case cannot approve it.",
    advice: "Please have a different officer decide.",
  },
  "case-records-exceeded": {
    sentence: "The case covers more records than a case may have.",
    advice: "Please narrow the venues or the window.",
  },
  "case-over": {
    sentence: "The time of this case is over.",
    advice: "Please open a new case if it is still needed.",
  },
  "nation-records-exceeded": {
    sentence: "The limit of records that the nation may release in a day has been reached.",
    advice: "Please ask again tomorrow.",
  },
  "officers-too-few": {
    sentence: "Fewer officers than required stand behind the case.",
    advice: "Please have another officer sign the case.",
  },
  "case-unlogged": {
    sentence: "The case does not stand in a log that enough other parties have cosigned.",
    advice: "Please let the log be cosigned and ask again with the new proof.",
  },
  "release-forged": {
    sentence: "The custodian's signature on this release is not good.",
    advice: "Please ask the custodian for the release again.",
  },
  "record-unlisted": {
    sentence: "A record is asked for that the release does not list.",
    advice: "Please ask only for records that the release lists.",
  },
  "release-answered": {
    sentence: "This release has already been answered.",
    advice: "Please use the answer that was given.",
  },
} as const;
