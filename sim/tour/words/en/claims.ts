// The claims of the tour in English. Each is told only after its check in steps/ has held.
// Numbers come in as arguments, from the policy in force or from what was found.
import { sayDuration } from "../../../../models/labels/duration.ts";

const say = (durationMs: number): string => sayDuration(durationMs, "en");

export const claims = {
  levelAllows: "The level is announced as serious: issuer and custodian may collect.",
  registered: "The karaoke room has registered with the custodian, with the key of its scanner.",
  consentRecorded: (version: number) =>
    `The issuer has recorded the consent, to version ${version} of the notice.`,
  numberAtIssuerOnly:
    "Jiwoo's phone number can be read at the issuer alone, and only with the keys of its vault: its store holds it sealed.",
  nothingIssued: "No pass was made, and no key of the day either.",
  codeSent: (digits: number) => `A code of ${digits} digits has come by SMS.`,
  wrongCode: "The wrong code is not taken; it counts as a try.",
  verified: "The right code is taken: the phone is verified for a month.",
  passIssued: (bytes: number, characters: number, lifetimeMs: number) =>
    `The pass has ${bytes} bytes, shown as ${characters} characters; it is good for ${say(lifetimeMs)}.`,
  svgWritten: (file: string) => `The same QR code is drawn in ${file}.`,
  secretSplit: (officers: number) =>
    `The shares of the minute's secret lie with the custodian, sealed; it takes ${officers} officers to use them.`,
  passNotStored: "The pass itself is in nobody's files.",
  admitted: "Jiwoo may enter, and the custodian has stored one visit.",
  venueKeepsNothing: "The venue has learnt “may enter” and kept nothing about anybody.",
  custodianCannotName: "The custodian has place and time, and no phone number.",
  issuerKnowsNoPlace: "The issuer has the phone number, sealed, and no place.",
  visitsStill: (visits: number) =>
    `Nothing is stored by it: ${visits} ${visits === 1 ? "visit" : "visits"} as before.`,
  renewed: "A new QR code comes without asking for consent again.",
  admittedAgain: (visits: number) => `Shown at once, it is taken: visit number ${visits} of this evening.`,
  consentOver: "The consent of that evening has ended by itself: the next pass will ask again.",
  caseOpened: (caseId: string) =>
    `With the legal ground named, ${caseId} is opened and signed by Officer Kim.`,
  caseApproved: "Officer Seo reads the same text and signs it too: the case is approved.",
  released: (records: number) => `The custodian releases ${records} sealed records, and signs that it did.`,
  officerReads: (isFirst: boolean, phone: string, visits: number) =>
    `With both shares, ${isFirst ? "Officer Kim" : "Officer Seo"} reads ${phone}, ${visits} visits.`,
  answerSealed: "The answer is sealed to the two: in the authority's files the number cannot be found.",
  issuerLearnt: "The issuer has learnt that a case touched Jiwoo, and when the passes were made; not where.",
  visitedAgain: "A third visit is stored.",
  tiesGone: "At once account, consent, verification and every alias are gone.",
  numberNowhere: "Jiwoo's phone number can be read in nobody's files, with no key.",
  sealedVisitsStay: (visits: number) =>
    `The ${visits} sealed visits stay until their days end, with nobody behind them.`,
  earlierAnswerStays: "What the two officers were answered before stays sealed to them, until its own end.",
  countOnly: (records: number, people: number) =>
    `The case learns a count only: ${records} visit, of which ${people} lead to a person.`,
  readsNobody: "Where the number would stand, the officers read: nobody.",
  verifiedAnew: "A new code verifies the phone again.",
  admittedAnew: "A new QR code is taken at the door.",
  beginsAnew: "The new account has one alias, for today; nothing ties it to the days before.",
  answerStillReadable: "One millisecond before, the officers can still read it.",
  answerGone: "At the instant they cannot: the answer and its key are gone.",
  caseStays: "That there were two cases, and what they asked for, stays on record.",
  dayStillThere: "One millisecond before midnight the visits of 1 July are there, and the sealed key shares.",
  noVisits: "At midnight no visit of 1 July is stored.",
  noKeys: "No key of that day is in any vault.",
  noAliases: "No alias of that day is left.",
  noShares: "The ids of that day's minutes are in no file of any party: the sealed key shares are gone.",
  lastMoment: "In the last millisecond of the month a QR code still comes.",
  verificationRenewed: "A new code renews it, and a QR code comes again.",
  lastVisit: (visits: number) => `Jiwoo enters. Visits that the custodian still holds: ${visits}.`,
  accountStays: "The account is still there, with its phone number.",
  accountStillThere: "One millisecond before, the account is there.",
  accountGone: "At the instant it is gone.",
  nothingOfPeople: "No account, visit, day key, alias, key share, answer or copy is left at any party.",
  whatStays:
    "What stays: that a room is registered, how many visits each day had, what the two cases asked for, who the officers are, and the public logs, which name nobody.",
};
