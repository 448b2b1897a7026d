// What the page of a door says in English, to the people who work there.
// ko.ts has the same keys, or does not compile.
export const answers = {
  checked: "Admitted",
  unchecked: "Admitted, not yet checked",
  refused: "Not admitted",
  suspended: "No check-in now",
} as const;

export const uncheckedAdvice =
  "The code is checked as soon as the connection is back. Please let the person in.";
export const ready = "Hold the QR code of the phone before the camera.";
export const withoutCamera = "Until then use a hand-held scanner, or the paper list.";
export const checking = "Checking …";

/** Refusals that the page makes by itself. */
export const own = {
  "challenge-alone": {
    sentence: "A code made for a challenge cannot be checked while the venue’s machine is away.",
    advice: "Please ask for a code without a challenge, or use the paper list where this door requires one.",
  },
  "held-full": {
    sentence: "This browser can keep no more scans until the connection is back.",
    advice: "Please use the paper list until then.",
  },
} as const;

export const key = {
  heading: "Open this door",
  about: "Type the key of the door. It stands in the file door.key in the folder of the venue’s machine.",
  label: "Key of the door",
  open: "Open",
  wrong: "This key does not open this door. Please type it as it stands in the file.",
  forget: "Forget this door",
  forgetReally: "Really forget it? The key has to be typed again.",
  forgetLater: "It can be forgotten once nothing waits in this browser any more.",
} as const;

export const waitingForMachine = "Asking the venue’s machine …";
export const tryAgain = "Try again";

export const registration = {
  heading: "Register this venue",
  about: "A venue is registered once, by its number and kind; both stay as they are.",
  number: "Number of the venue",
  kind: "Kind of facility",
  choose: "Please choose",
  register: "Register",
} as const;

export const kinds = {
  "hunting-pub": "Hunting pub",
  "gamseong-bar": "Gamseong bar",
  "entertainment-pub": "Entertainment pub (clubs, room salons)",
  "danran-pub": "Danran pub",
  colatec: "Colatec",
  karaoke: "Karaoke room",
  "group-exercise": "Indoor group exercise",
  "standing-show": "Indoor standing show",
  "door-to-door-sales": "Door-to-door sales hall",
  "logistics-centre": "Logistics centre",
  "large-academy": "Large academy (300 people at once)",
  buffet: "Buffet restaurant",
  "by-choice": "Another venue, by choice",
} as const;

export const venue = (kind: string, number: string): string => `${kind}, venue ${number}`;

export const connection = {
  reached: "Connected to the venue’s machine.",
  away: "The venue’s machine cannot be reached. Scanning goes on, and is checked later.",
  "at-fault": "The venue’s machine has a fault. Scanning goes on, and is checked later.",
} as const;

export const typing = {
  summary: "Hand-held scanner or pasted code",
  about:
    "Click the field, then scan with the hand-held scanner, which types for you, or paste the text of a code.",
  label: "Code as text",
  check: "Check",
} as const;

export const challenge = {
  heading: "Challenge of this door",
  about: "Somebody who scans it gets a code that is good at this door only.",
  required: "This door takes only codes that were made for its challenge.",
  show: "Show a challenge",
  picture: "The challenge of this door as a QR code",
  left: (seconds: string): string => `Good for another ${seconds} s`,
  over: "This challenge is over.",
  away: "Without the venue’s machine no challenge can be shown.",
} as const;

export const counts = {
  heading: "Today",
  checked: "Admitted",
  unchecked: "Admitted, not yet checked then",
  refused: "Not admitted",
  reason: "Reason",
  number: "Number",
  keptHere: "Counted in this browser alone.",
} as const;

export const waiting = {
  heading: "Waiting to be delivered",
  here: "In this browser",
  atMachine: "At the venue’s machine",
  sealed:
    "What waits here are sealed codes. They say nothing about the person, and are deleted when they are delivered.",
  recorded: "Delivered later and stored",
  lost: "Delivered later and not stored",
} as const;

export const settings = {
  heading: "This device",
  mute: "Switch the sound off",
  unmute: "Switch the sound on",
  touch: "Press a button or the screen once, so that the browser lets sounds through.",
} as const;
