// What a page tells people in English when an answer was no success: one sentence on what happened, and one on what to do.
// Refusals of the law have their own words in models/labels; here stand the others, by the code of the problem.
// Codes that no reader can do anything about share the words of a group.
export const spoken = {
  "phone-invalid": {
    sentence: "This is no mobile number of Korea.",
    advice: "Please type one such as 010-1234-5678.",
  },
  "session-unknown": {
    sentence: "You are no longer signed in on this device.",
    advice: "Please begin again with your number.",
  },
  "sessions-exceeded": {
    sentence: "Too many people have begun from this network in a short time.",
    advice: "Please try again a little later.",
  },
  "notice-unknown": {
    sentence: "The notice has changed while you were reading it.",
    advice: "Please read the new notice and agree to that.",
  },
  "consent-record-absent": {
    sentence: "No consent of yours is on record.",
    advice: "Please agree to the notice first; a receipt comes with it.",
  },
  "guardian-same-number": {
    sentence: "The guardian’s number is your own.",
    advice: "Please type the number of your guardian’s phone.",
  },
  "children-refused": {
    sentence: "This service is not for people under 14.",
    advice: "Please use another one, or sign the paper list at the door.",
  },
  "code-wrong": {
    sentence: "This is not the code that was sent.",
    advice: "Please type it as it stands in the message.",
  },
  "sms-unavailable": {
    sentence: "Messages cannot be sent at the moment.",
    advice: "Please try again in a minute; this try does not count.",
  },
  "caller-unknown": {
    sentence: "You have to sign in for this.",
    advice: "Please sign in and try again.",
  },
  "caller-not-allowed": {
    sentence: "You may not do this.",
    advice: "Please ask somebody whose task it is.",
  },
  "host-unknown": {
    sentence: "This desk is not found under this address.",
    advice: "Please open the address that the desk printed in its terminal.",
  },
  "desk-session-ended": {
    sentence: "You are no longer signed in at this desk.",
    advice: "Please sign in again.",
  },
  "desk-code-wrong": {
    sentence: "This is not the code that the desk printed.",
    advice: "Please type it as it stands in the desk’s terminal.",
  },
  "desk-code-spent": {
    sentence: "The code of this desk can no longer be used.",
    advice: "Please sign in with your key, or start the desk again for a new code.",
  },
  "desk-key-absent": {
    sentence: "No key is enrolled at this desk yet.",
    advice: "Please enrol one with the code in the desk’s terminal.",
  },
  "desk-key-wrong": {
    sentence: "The key did not prove what was asked for, so nothing was done.",
    advice: "Please try again with a key that is enrolled at this desk.",
  },
  "desk-asked-unknown": {
    sentence: "This step was taken already, or was left open for too long.",
    advice: "Please begin it again.",
  },
  "desk-demonstration-only": {
    sentence: "This needs a key.",
    advice: "Please sign in with a key of yours.",
  },
  "officer-declined": {
    sentence: "What another party sent is not what it says it is, so nothing was signed, given or believed.",
    advice: "Please do not try again, and tell your administrator.",
  },
  "officer-unlisted": {
    sentence: "You are not on the list of officers that the authority goes by.",
    advice: "Please ask the keeper of the list whether you still stand on it.",
  },
  "input-invalid": {
    sentence: "Something that was typed is not as it has to be.",
    advice: "Please look at it again and correct it.",
  },
  "board-unknown": {
    sentence: "There is no status board here.",
    advice: "Check-in works all the same.",
  },
  "requests-exceeded": {
    sentence: "Too much has been asked from here within a minute.",
    advice: "Please wait a minute and try again.",
  },
  "door-code-unreadable": {
    sentence: "This is no code of a door.",
    advice: "Please look at it again, or scan it.",
  },
  "page-insecure": {
    sentence: "This page was opened over a connection that is not secure.",
    advice: "Please open it over HTTPS.",
  },
  unreachable: {
    sentence: "The server cannot be reached.",
    advice: "Please look at your connection and try again.",
  },
} as const;

export const groups = {
  busy: {
    sentence: "The service cannot answer at the moment.",
    advice: "Please try again shortly; it is safe to try twice.",
  },
  roster: {
    sentence: "The list of officers could not be taken as it is.",
    advice: "Please look at it again with the program for officers.",
  },
  fault: {
    sentence: "Something went wrong here, and it is not your fault.",
    advice: "Please load the page again; if it happens again, tell whoever runs it.",
  },
} as const;

/** Behind the advice, where the server said how long to wait. */
export const wait = (seconds: string): string => `Worth trying again in ${seconds} s.`;
