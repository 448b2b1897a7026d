// The steps of the story in English: what each is called, and one or two sentences that a reader without any training understands.
// Whatever could be false stands in claims.ts instead, where it is checked before it is told.
export const steps = {
  level: {
    title: "The crisis level",
    says: [
      "Jiwoo wants to go singing at the karaoke room Starlight. The entry log may collect only while the national crisis level is alert or serious; until that is announced it takes nothing from anybody.",
    ],
  },
  notice: {
    title: "The notice",
    says: ["Jiwoo opens the QR check-in. It shows this notice, and without agreeing there is no QR code."],
  },
  unverified: {
    title: "A phone that nobody has verified",
    says: ["Consent alone is not enough: at first use the phone number has to be verified."],
  },
  code: {
    title: "A code by SMS",
    says: ["Jiwoo mistypes it once, and then gets it right."],
  },
  pass: {
    title: "The QR code",
    says: [
      "The issuer makes a pass: a sealed and signed block that looks like noise to everybody. Jiwoo's phone shows it as this QR code.",
    ],
  },
  admitted: {
    title: "At the door",
    says: ["The scanner signs what it has read, with place and time, and sends it to the custodian."],
  },
  replayed: {
    title: "The same QR code again",
    says: ["Seconds later somebody holds up a photograph of it."],
  },
  expired: {
    title: "Too late, and renewed",
    says: [
      "Jiwoo steps out for a phone call and takes a new QR code for coming back, but shows it too late. A tap renews it.",
    ],
  },
  forged: {
    title: "Codes that are no passes",
    says: ["Somebody changes one single bit of a pass. Somebody else tries the QR code of a menu."],
  },
  case: {
    title: "An investigation",
    says: [
      "Two days later a guest of that evening is found to be infected. Officer Kim of the quarantine authority asks for the records of this one room and evening.",
    ],
  },
  join: {
    title: "The join",
    says: [
      "The custodian hands out the sealed records of that room and evening. The key is in pieces: only two officers' shares together let the issuer open them.",
    ],
  },
  withdrawn: {
    title: "Jiwoo withdraws",
    says: ["On 5 July Jiwoo goes singing once more, and withdraws later that evening."],
  },
  nobody: {
    title: "A case that finds nobody",
    says: ["The next day the officers ask, in a second case, about the evening of 5 July."],
  },
  back: {
    title: "Jiwoo comes back",
    says: ["Jiwoo wants to sing again, and begins anew: notice, code, QR code."],
  },
  answersErased: {
    title: "The answer is erased",
    says: [
      "What the first case learnt has an end of its own. The tour looks one millisecond before it, and at it.",
    ],
  },
  fourWeeks: {
    title: "Four weeks are over",
    says: [
      "At midnight everything of 1 July ends: records, keys, aliases, key shares. Nobody presses a button.",
    ],
  },
  month: {
    title: "A month later",
    says: ["The second verification comes to its end while Jiwoo is looking at the phone."],
  },
  lastVisit: {
    title: "One last visit",
    says: ["Later that summer Jiwoo goes singing for the last time in this story."],
  },
  monthAgain: {
    title: "The verification expires again",
    says: [
      "This time Jiwoo does not renew it. The records of the last visit are still kept, and so is the account.",
    ],
  },
  accountGone: {
    title: "The account ends",
    says: [
      "The verification has expired, and now the records of the last pass have come to their end as well.",
    ],
  },
  nothingLeft: {
    title: "Nothing left",
    says: ["A minute later the tour looks through the files of every party once more."],
  },
};
