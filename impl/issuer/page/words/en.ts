// What the person's page says in English. What the issuer decides or holds comes in its own answers; refusals have their words in models/labels and page/client.
// ko.ts has the same keys, or does not compile.
export const front = {
  ways: "On this page",
  tab: "# COVID-19",
  checkIn: "QR check-in",
  mine: "What do you hold about me?",
  withoutScript:
    "QR check-in needs JavaScript. Please switch it on in your browser; the figures are here without it.",
  withoutFigures: "COVID-19",
  figuresAway: "The figures cannot be had at the moment. Check-in works all the same.",
};

export const ways = {
  back: "Back to the figures",
  again: "Try again",
  asking: "One moment …",
};

export const number = {
  title: "Your mobile number",
  says: "A code is sent to it by SMS, which shows that it is yours. Before that you read what for, and may decline.",
  label: "Mobile number",
  hint: "For example 010-1234-5678",
  send: "Continue",
  endedVerified:
    "You are signed out on this phone: the number was verified on another one, or the account has ended. Verifying it here signs the other phone out.",
  endedBegun: "Too much time has passed since you began. Please type your number again.",
};

export const notice = {
  again: "You are asked anew for each visit; it covers one QR code and its renewals for a few minutes.",
  outdated: "The notice has changed since you agreed to it.",
  by: "By whom",
  byIssuer: "The company that runs this page, as the issuer of QR codes",
  purpose: "What for",
  collected: "What is collected",
  recipients: "Who else receives it",
  nobody: "Nobody",
  keptFor: "How long it is kept",
  refusing: "If you decline",
  withdrawing: "Withdrawing",
  children: "Under 14",
  age: "How old are you?",
  isOlder: "14 or older",
  isUnder: "Under 14",
  ageMissing: "Please say first how old you are.",
  agree: "I agree",
  decline: "I do not agree",
  declined: "You have declined. No QR code is issued.",
  declinedEnded: "Nothing of you is kept.",
};

export const guardian = {
  title: "A guardian’s consent",
  says: "A code is sent to your guardian’s own phone. The number is kept nowhere afterwards.",
  label: "Guardian’s mobile number",
  send: "Send the code to the guardian",
  code: "The code that the guardian was sent",
  confirm: "Confirm as guardian",
  confirmed: (left: string) => `Your guardian has confirmed. Please agree within ${left}.`,
};

export const code = {
  title: "Verify your number",
  over: "A month has passed since your number was verified. Please verify it again.",
  to: (phone: string) => `For the number ${phone}.`,
  send: "Send the code",
  sent: "The code was sent by SMS.",
  codeOver: "The code that was sent can no longer be entered. Please ask for another.",
  label: "Code of 6 digits",
  hint: "It stands in the message.",
  confirm: "Confirm",
  left: (left: string) => `The code can be entered for ${left} more.`,
  tries: (count: string) => `Tries left: ${count}.`,
  resend: "Send another code",
  sends: (count: string) => `More codes that can be sent: ${count}.`,
  sendsAgain: (left: string) => `More codes can be sent in ${left}.`,
  locked: (left: string) => `Too many codes or wrong tries. You can go on in ${left}.`,
  otherNumber: "Use another number",
};

export const pass = {
  title: "Your QR code",
  says: "Please hold it before the scanner at the door.",
  picture: "QR code for the scanner at the door",
  seconds: (count: string) => `${count} s`,
  timer: "Seconds left",
  shown: (count: string) => `The QR code is shown for ${count} seconds.`,
  soon: (count: string) => `${count} seconds left.`,
  over: "The QR code is over and has been hidden.",
  renew: "Show a new QR code",
  asText: "The code as text",
  asTextSays:
    "For a door whose camera does not read it: it can be sent there and pasted. It is over with the QR code.",
  boundTo: (venue: string) => `This code is good at the venue with the number ${venue} alone.`,
};

export const challenge = {
  open: "Does the door show a code of its own?",
  says: "Then your QR code is made for that door alone. The issuer is not told which door it is.",
  scan: "Scan it with the camera",
  type: "Or type it",
  label: "The code at the door, 32 characters",
  use: "Make a QR code for this door",
};

export const verified = {
  until: (instant: string) => `Your number is verified until ${instant}.`,
  renew: "Verify it for another month",
};

export const mine = {
  title: "What do you hold about me?",
  nobody: "You are not signed in on this phone, so nothing can be shown here.",
  data: "The same as data",
  dataCaption: "Every field that is kept",
  field: "Field",
  value: "Value",
  nothing: "none",
  yes: "yes",
  no: "no",
  disclosed: "Was I ever disclosed?",
  cases: "Cases under which you were disclosed",
  caseId: "Case",
  answeredAt: "When",
  records: "Records",
  keptUntil: "Shown here until",
  receipt: "The receipt of your consent",
  receiptSays: "It says what you agreed to and when, signed by the issuer.",
  save: "Save the receipt",
  withdraw: "Withdraw",
  withdrawSays:
    "Issuing stops at once. Your number, your consent and whatever ties earlier QR codes to you are destroyed, so an investigation can no longer find you by them.",
  withdrawStart: "Withdraw my consent …",
  withdrawSure: "Do you really want to withdraw? It cannot be undone.",
  withdrawYes: "Yes, withdraw and destroy",
  withdrawNo: "No, keep it",
  withdrawn: "You have withdrawn. What tied QR codes to you is destroyed.",
  saveLast: "Save the last receipt",
  end: "Sign out on this phone",
  endSays:
    "Only this phone forgets who you are. What was verified stays for tracing until it ends by itself.",
  endNow: "Sign out",
  ended: "You are signed out on this phone.",
  here: "What this browser keeps",
  hereSays:
    "The token of your session, whether the number was verified on it, and the language you chose. No number, no code, no place.",
};

/** By the names of the fields in the answer. */
export const fields: Readonly<Record<string, string>> = {
  phone: "Number",
  accountKept: "Account kept",
  "consent.state": "Consent",
  "consent.givenAt": "Consent given",
  "consent.endsAt": "Consent ends",
  noticeVersion: "Version of the notice",
  noticeHash: "Hash of the notice",
  noticeTitle: "Notice",
  purposes: "Purposes",
  givenAt: "Agreed",
  endedAt: "Replaced by a newer notice",
  byGuardian: "By a guardian",
  "verification.state": "Verification",
  "verification.verifiedUntil": "Verified until",
  "verification.accountEndsAt": "Account kept until",
  "verification.lockedUntil": "Locked until",
  "verification.codeEndsAt": "Code valid until",
  "verification.wrongTries": "Wrong tries",
  "verification.codesSent": "Codes sent",
  passesInTheLastMinute: "QR codes in the last minute",
  disclosures: "Disclosures",
};
