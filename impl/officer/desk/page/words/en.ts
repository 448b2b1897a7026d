// What an officer's desk says in English. States of a case and refusals have their words in models/labels and page/client.
// ko.ts has the same keys, or does not compile.
export const desk = {
  title: "Officer’s desk",
  of: (officer: string): string => `Desk of officer ${officer}`,
  demonstration: "Demonstration: nobody here is a real person, and this is no real authority.",
  keyless: "You signed in without a key, which only a demonstration allows.",
  endsIn: (left: string): string => `Signed in. The session ends in ${left}.`,
  signOut: "Sign out",
  addKey: "Enrol a further key",
  keysNow: (count: string): string => `Keys enrolled at this desk: ${count}.`,
  back: "Back to all cases",
  cancel: "Cancel",
  asking: "One moment …",
};

export const signIn = {
  title: "Sign in",
  says: "Sign in with your key: a security key, or the screen lock of this device. It is asked for again before each signature.",
  withKey: "Sign in with your key",
  first:
    "No key is enrolled at this desk yet. The desk printed a code in its terminal; it is good for one key.",
  code: "Code from the terminal",
  enrol: "Enrol a key and sign in",
  withoutKey: "Sign in without a key (demonstration only)",
  unused: "The browser used no key: it was cancelled, or none fits. Please try again.",
};

export const cases = {
  title: "Cases",
  none: "There is no case yet.",
  make: "A new case",
  askedBy: (officer: string): string => `asked for by officer ${officer}`,
  askedByYou: "asked for by you",
  lapsesIn: (left: string): string => `lapses in ${left}`,
  seenIn: (left: string): string => `the answer can be seen for ${left}`,
};

export const facts = {
  ground: "Legal ground",
  grounds: {
    investigation: "Epidemiological investigation (Infectious Disease Control and Prevention Act, art. 76-2)",
    none: "No legal ground",
  },
  asked: "Asked for by",
  approved: "Approved by",
  officer: (officer: string): string => `Officer ${officer}`,
  you: (officer: string): string => `Officer ${officer} (you)`,
  unsigned: "has not signed yet",
  askedAt: "Asked for at",
  lapses: (left: string): string => `It lapses in ${left}.`,
  records: "Records released",
  places: "Places and times",
  hidden: "Places and times are shown to the officers of this case alone.",
  venue: "Venue",
  from: "From",
  until: "Until",
  seoul: "All times are of Seoul.",
};

export const states = {
  requested: "A second officer has to decide.",
  requestedByYou: "The law asks for another officer to approve it; you cannot approve your own case.",
  unsigned: "You have not signed your request yet. Before that nobody can approve it.",
  approved:
    "Two officers stand behind it. Either of you now gives shares; the custodian is asked when the first does.",
  released:
    "The custodian has released sealed records. They are opened when both officers have given their shares.",
  answered: "All issuers have answered.",
  closed: "The case is over, and what it learned is erased.",
  denied: "Nothing was joined.",
  absent: "There is no such case.",
  lapsed: "The case ran out of time. Open a new one if it is still needed.",
};

export const act = {
  sign: "Read and sign your request",
  approve: "Read and approve",
  share: "Read and give your shares",
  show: "Show what was found",
  close: "Close the case and erase what it learned",
};

export const denial = {
  open: "Deny this case",
  why: "Reason",
  choose: "Please choose a reason.",
  deny: "Read and deny",
  said: (officer: string, reason: string): string => `Denied by officer ${officer}: ${reason}`,
  reasons: {
    "scope-too-wide": "More places or longer times than the investigation needs",
    "place-or-time-doubtful": "Place or time is doubtful",
    "need-not-shown": "It is not shown that the records are needed",
    "asked-already": "The same is asked for in another case",
  },
};

export const asking = {
  title: "A new case",
  says: (venues: string, hours: string): string =>
    `You ask for the records of places in windows of time. The law allows at most ${venues} places, and at most ${hours} for each.`,
  row: (number: string): string => `Place ${number}`,
  venue: "Venue number",
  day: "Day",
  from: "From",
  until: "Until",
  nextDay: (day: string): string => `The window ends on the following day, ${day}.`,
  add: "Add a place",
  remove: "Remove",
  removed: "A place was removed.",
  next: "Show the text to be signed",
  incomplete: (number: string): string => `Place ${number}: please fill in venue, day and both times.`,
};

export const signing = {
  titles: {
    request: "Sign your request",
    approve: "Approve",
    share: "Give your shares",
    deny: "Deny",
    close: "Close",
  },
  says: {
    request: "Please read it. You sign exactly this text, and your key proves it for this text alone.",
    approve: "Please read it. You sign exactly this text, and your key proves it for this text alone.",
    share:
      "Your shares are opened on this machine and sealed to the issuers for this case. Nobody else can open anything with them.",
    deny: "The case ends with your denial, and nothing is joined. Your key proves exactly this text.",
    close:
      "What was found is erased for both officers, and cannot be brought back. Your key proves exactly this text.",
  },
  text: "The text, as it is signed",
  sign: "Sign with your key",
  signKeyless: "Sign (demonstration, without a key)",
  another: "The desk asks for a signature over another text than the one it shows. Nothing was signed.",
  done: (state: string): string => `Done. The case is now: ${state}.`,
};

export const answer = {
  title: "What was found",
  ends: (left: string): string =>
    `It can be seen for ${left}. Then it is erased everywhere, and gone from this page.`,
  copying:
    "Nothing stops you from copying what you see. A copy or a print-out is beyond our erasure: you answer for it.",
  print: "Print",
  hide: "Put away",
  gone: "What was found is no longer shown.",
  hidden: "What was found was put away, because this page was out of sight.",
  number: "Number",
  venue: "Venue",
  time: "Time",
  issuer: "Issuer",
  marks: "Marks",
  late: "delivered late",
  disputed: "disputed by another venue",
  nobody: "nobody stands behind it any more",
  nobodyCount: (count: string): string => `Records behind which nobody stands any more: ${count}.`,
  none: "No record was found at these places and times.",
  twice: (number: string, issuers: string): string => `${number} appears at several issuers: ${issuers}.`,
  waiting: (issuers: string): string =>
    `Issuers that have not answered yet: ${issuers}. Nothing is read before all have.`,
  refused: (count: string): string =>
    `Further claims of these windows that were refused, because another venue’s scan stands: ${count}.`,
  mark: (officer: string, caseId: string, at: string): string =>
    `BEYOND OUR ERASURE. Printed by officer ${officer}, ${caseId}, ${at}. Destroy when the investigation no longer needs it.`,
};

export const steps = {
  title: "What stands in the public logs",
  again: "Read the logs again",
  reading: "Reading the logs …",
  none: "No log speaks of this case. Asking and denying stand at the authority alone; approval, release and answers stand in logs.",
  kinds: {
    approved: "Approved: the authority committed to the text under two officers",
    released: "Released: the custodian gave out sealed records",
    answered: "Answered: an issuer answered this case",
  },
  place: (party: string, place: string, entries: string): string =>
    `Log of ${party}, entry ${place} of ${entries}`,
  verified: (cosigners: string): string => `Verified. Signed by the log, cosigned by ${cosigners}.`,
  missing:
    "The authority says that the case has come further than the logs show. That may take a few seconds; if it stays so, tell the administrator.",
  silent: (issuers: string): string =>
    `Records were released to these issuers, and their logs show no answer: ${issuers}.`,
  doubtful: (codes: string): string => `Not verified: ${codes}.`,
  otherDoubt: (party: string, codes: string): string =>
    `Something is wrong with the log of ${party}: ${codes}.`,
  proves:
    "Verified means: the whole log was read, its tree grown anew on this machine, and its root found in a checkpoint with the log’s own signature and those of other parties, by the cards pinned here. So this entry cannot be taken back unseen. It does not show what the case was about, which no log holds.",
};
