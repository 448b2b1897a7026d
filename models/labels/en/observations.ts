/**
 * English words for what a watcher sees: each kind of observation as a clause, its fields, its flags, and what can still be held.
 * Promises said aloud (models/properties/saying.ts) are made of them; a key is the kind's or the field's id in models/observations.ts.
 * ko/observations.ts has the same keys, or does not compile.
 */
export const observations = {
  passIssued: "a pass is issued",
  visitStored: "a visit is stored",
  passStored: "a pass is seen to be stored",
  visitReleased: "a visit is released",
  withdrawn: "a withdrawal is done",
  caseApproved: "a case is approved",
  released: "the records of a case are released",
  answered: "a release is answered",
  answerKept: "an answer is kept",
  reidentified: "a visit is looked up under a case",
  personJoined: "a visit of a known person is looked up under a case",
  personWithdrew: "a person withdraws",
  disclosureLogged: "a case is answered",
  dayOpened: "a day is opened",
  dayErased: "a day is erased",
  dayFound: "a day is found",
  daySeenAgain: "something of a day is seen",
  stillHeld: "something is still held",
} as const;

export const observedFields = {
  at: "time at which it happens",
  crisis: "state of the crisis",
  consent: "state of the consent",
  consentVersion: "version of the notice agreed to",
  consentGivenAt: "time of the last consent",
  verification: "state of the verification",
  withdrawnAt: "time of the last withdrawal",
  pass: "place of the pass among all issued",
  times: "number of times it was stored",
  eraseAtBefore: "time of erasure before the release",
  eraseAtAfter: "time of erasure after the release",
  person: "person",
  named: "naming of the person",
  release: "entry in the custodian's register",
  answer: "entry in the issuer's register",
  party: "party",
  dayStart: "start of the day",
  dayEnd: "start of the next day",
  erasedAt: "time at which the day was erased",
  what: "kind of what is held",
  "dayOpened.endsAt": "end of the day's keeping",
  "stillHeld.endsAt": "end of what is held",
} as const;

export const observedFlags = {
  named: { up: "the person is named", down: "the person is not named" },
  release: {
    up: "the case stands in the custodian's register",
    down: "the case does not stand in the custodian's register",
  },
  answer: {
    up: "the case stands in the issuer's register",
    down: "the case does not stand in the issuer's register",
  },
} as const;

export const heldWords = {
  consent: "consent",
  verification: "verification",
  day: "day",
  disclosure: "case",
  visit: "visit",
  key: "key",
  alias: "alias",
  share: "share",
  answer: "answer",
} as const;
