// The English words of the demonstration's page: who uses which page, what each store holds and must never hold, and the clock.
// What a party cannot read is said as the threat table says it.
import type { Member, PartyKind, Way } from "../forms.ts";

interface Spoken {
  readonly title: string;
  readonly intro: string;
  readonly starting: string;
  readonly opensIn: string;
  readonly pages: string;
  readonly names: Readonly<Record<Member["kind"], string>>;
  readonly uses: Readonly<Record<Member["kind"], string>>;
  readonly documents: string;
  readonly lostServer: string;
  readonly clock: {
    readonly title: string;
    readonly now: (instant: string) => string;
    readonly note: string;
    readonly steps: Readonly<Record<"seconds" | "hour" | "day" | "month" | "retention", string>>;
    readonly why: Readonly<Record<"seconds" | "month" | "retention", string>>;
    readonly confirm: (step: string) => string;
    readonly yes: string;
    readonly no: string;
    readonly moving: string;
    readonly moved: (instant: string) => string;
    readonly waiting: string;
  };
  readonly city: {
    readonly title: string;
    readonly note: string;
    readonly admitted: (count: string) => string;
    readonly refused: (count: string) => string;
  };
  readonly phone: {
    readonly title: string;
    readonly note: string;
    readonly number: string;
    readonly show: string;
    readonly none: (phone: string) => string;
    readonly notANumber: string;
    readonly messages: (phone: string) => string;
  };
  readonly stores: {
    readonly title: string;
    readonly note: string;
    readonly holds: string;
    readonly cannot: string;
    readonly never: string;
    readonly hold: Readonly<Record<PartyKind, string>>;
    readonly blind: Readonly<Record<PartyKind, string>>;
    readonly forbidden: Readonly<Record<PartyKind, string>>;
    readonly ways: Readonly<Record<Way, string>>;
    readonly rows: (rows: string) => string;
    readonly empty: string;
    readonly newest: (table: string) => string;
  };
  readonly search: {
    readonly title: string;
    readonly note: string;
    readonly sought: string;
    readonly look: string;
    readonly looking: string;
    readonly found: (files: string) => string;
    readonly absent: (files: string, bytes: string) => string;
    readonly summary: (found: string, all: string) => string;
  };
}

export const words: Spoken = {
  title: "entrylog: the demonstration",
  intro:
    "A whole country on this machine: each party is a process of its own, with a store and keys of its own. Open the pages beside each other, and watch here what each party comes to hold.",
  starting: "is starting …",
  opensIn: "opens in a new tab",
  pages: "The pages",
  names: {
    issuer: "Issuer",
    venue: "Venue",
    custodian: "Custodian",
    authority: "Authority",
    board: "Status board",
    desk: "Officer's desk",
  },
  uses: {
    issuer: "For a person with a phone: agree, type the code, show the QR code.",
    venue: "For the people at a door: register, scan, admit. The door's key is in the link.",
    custodian: "No page for people: it keeps the visits sealed. Its documents can be read.",
    authority: "For everybody: how many cases there were in a year, and why.",
    board: "For everybody: the daily public figures.",
    desk: "For one officer: ask for a case, approve or deny, read the answer.",
  },
  documents: "Its interface",
  lostServer: "The demonstration does not answer. If it was stopped, start it again in its folder.",
  clock: {
    title: "The clock",
    now: (instant) => `There it is ${instant}.`,
    note: "All parties share one clock, which can be set ahead and never back. Only a demonstration can do this.",
    steps: {
      seconds: "+15 seconds",
      hour: "+1 hour",
      day: "+1 day",
      month: "+30 days",
      retention: "+28 days",
    },
    why: {
      seconds: "after 15 seconds a QR code is over",
      month: "after 30 days a verification is over",
      retention: "after 28 days everything of today is destroyed",
    },
    confirm: (step) => `Set the clock of the whole country ahead: ${step}?`,
    yes: "Set ahead",
    no: "Leave it",
    moving: "The clocks are being set …",
    moved: (instant) => `Now it is ${instant} there.`,
    waiting: "The clock can be set as soon as everybody runs.",
  },
  city: {
    title: "The city",
    note: "Simulated people come and go at sixty venues of all kinds. A few show a QR code twice, or long after its time.",
    admitted: (count) => `Let in: ${count}`,
    refused: (count) => `Turned away: ${count}`,
  },
  phone: {
    title: "A phone",
    note: "Type the number that you give to an issuer. Its messages appear here, as on that phone.",
    number: "Phone number",
    show: "Show its messages",
    none: (phone) => `No message for ${phone} yet.`,
    notANumber: "That is no phone number. Type one such as 010-1234-5678.",
    messages: (phone) => `Messages for ${phone}`,
  },
  stores: {
    title: "What each party's store holds",
    note: "Read from each party's file every second, as somebody who stole it could: without the keys beside it.",
    holds: "Holds",
    cannot: "Cannot read",
    never: "Must never store",
    hold: {
      issuer: "Phone number, consent, verification; alias and key of the day in its vault.",
      custodian: "Venue, time and sealed handle of each visit; the officers' sealed shares.",
      venue: "Its own registration and device key, and scans that wait to be sent.",
      authority: "Cases, and under a case what it was given.",
      board: "Daily public figures.",
    },
    blind: {
      issuer: "Where anybody was: no place ever comes to it.",
      custodian: "Who anybody is: handles are sealed for officers and mean something to the issuer alone.",
      venue: "Who stands before it: a pass tells it admitted or not.",
      authority: "Anything outside a case, or without two officers.",
      board: "Anything about a person or a place.",
    },
    forbidden: {
      issuer: "any place, any list of passes",
      custodian: "anything that names a person",
      venue: "anything about a person; a pass once it is delivered",
      authority: "anything without a case",
      board: "anything but public figures",
    },
    ways: { clear: "clear", sealed: "sealed", hashed: "hashed" },
    rows: (rows) => `rows: ${rows}`,
    empty: "Nothing is in this store yet.",
    newest: (table) => `The newest rows of ${table}`,
  },
  search: {
    title: "Look for a number in every store",
    note: "Every byte of every file of each party is looked through, vaults included: for a phone number as it is written, for a venue's number also in binary.",
    sought: "Phone number or venue number",
    look: "Look in every store",
    looking: "Looking …",
    found: (files) => `found in: ${files}`,
    absent: (files, bytes) => `not found in ${files} files, ${bytes} bytes`,
    summary: (found, all) => `Found at ${found} of ${all} parties.`,
  },
};
