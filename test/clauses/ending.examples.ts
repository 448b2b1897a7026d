/**
 * How an account ends, said by hand from every state: by withdrawal, or by its own time (clauses C5, C9, C14).
 * A lock, an open code and a window of codes live out their minutes; everything else is gone in the same millisecond.
 * Pure data: it imports no model and no generated code.
 */
import type { At, Said, SaidFields, Step, Story } from "./story.ts";

const at = (time: string): At => ({ at: `2020-07-29T${time}+09:00` });
const nothing = {
  tries: 0,
  sends: 0,
  sendsEndAt: null,
  codeEndsAt: null,
  verifiedUntil: null,
  lockedUntil: null,
  accountEndsAt: null,
};
const later: Said = { at: "2020-08-10T00:00:00.000+09:00" };
const midnight = at("00:00:00.000");
const sent = { sends: 2, sendsEndAt: at("00:05:00.000") };
const before: At = { at: "2020-07-28T23:59:00.000+09:00" };
const atLast = at("00:00:00.001");
const open = { ...sent, codeEndsAt: at("00:02:00.000"), tries: 1 };
const locked = { lockedUntil: at("00:20:00.000") };

const withdrawn = (time: At, state: string, kept: SaidFields): Step => ({
  ...time,
  send: "account.withdrawn",
  expect: { told: "account.ended", state, fields: { ...nothing, ...kept } },
});
const ended = (time: At, state: string, kept: SaidFields): Step => ({
  ...time,
  expect: { meanwhile: ["account.ended"], state, fields: { ...nothing, ...kept } },
});
const story = (says: string, state: string, fields: SaidFields, ...steps: readonly Step[]): Story => ({
  clause: "C14",
  also: ["C9", "C5"],
  says,
  subject: "verification",
  start: { state, fields },
  steps,
});

/** The three ways in which an account ends, by what is still to live out its minutes. */
const outlived = [
  { what: "neither lock nor window", keeps: {}, ends: "erased", left: {} },
  { what: "an open window", keeps: sent, ends: "unanswered", left: sent },
  { what: "a lock", keeps: locked, ends: "locked", left: locked },
  {
    what: "the last millisecond of a window",
    keeps: { ...sent, sendsEndAt: atLast },
    ends: "unanswered",
    left: { ...sent, sendsEndAt: atLast },
  },
  {
    what: "the last millisecond of a lock",
    keeps: { lockedUntil: atLast },
    ends: "locked",
    left: { lockedUntil: atLast },
  },
] as const;
/** The same a moment too late: nothing of it is left to live out. */
const over = [
  { what: "a window that ends now", keeps: { sends: 2, sendsEndAt: midnight } },
  { what: "a lock that ends now", keeps: { lockedUntil: midnight } },
] as const;

export const endingExamples: readonly Story[] = [
  ...outlived.flatMap(({ what, keeps, ends, left }) => [
    ...["verified", "expired"].map((state) =>
      story(
        `Withdrawn while ${state}, with ${what}: ${ends} at once, and no verification or account is left.`,
        state,
        { ...keeps, accountEndsAt: later, ...(state === "verified" ? { verifiedUntil: later } : {}) },
        withdrawn(midnight, ends, left),
      ),
    ),
    story(
      `The time of an expired account is over, with ${what}: ${ends} in that millisecond.`,
      "expired",
      { ...keeps, accountEndsAt: midnight },
      ended(midnight, ends, left),
    ),
  ]),
  ...over.flatMap(({ what, keeps }) => [
    ...["verified", "expired"].map((state) =>
      story(
        `Withdrawn while ${state}, with ${what}: erased.`,
        state,
        { ...keeps, accountEndsAt: later, ...(state === "verified" ? { verifiedUntil: later } : {}) },
        withdrawn(midnight, "erased", {}),
      ),
    ),
    story(
      `The time of an expired account is over, with ${what}: erased.`,
      "expired",
      { ...keeps, accountEndsAt: midnight },
      ended(midnight, "erased", {}),
    ),
  ]),
  story(
    "Lock and window both open when the account ends: the lock stays, the window is no longer needed.",
    "expired",
    { ...sent, ...locked, accountEndsAt: midnight },
    ended(midnight, "locked", locked),
  ),
  ...["verified", "expired"].map((state) =>
    story(
      `Withdrawn while ${state} with lock and window both open: the lock stays.`,
      state,
      { ...sent, ...locked, accountEndsAt: later, ...(state === "verified" ? { verifiedUntil: later } : {}) },
      withdrawn(midnight, "locked", locked),
    ),
  ),
  story(
    "Withdrawn with a code on its way: the code stays open, nothing is verified any more.",
    "renewing",
    { ...open, accountEndsAt: later, verifiedUntil: later },
    withdrawn(midnight, "challenged", open),
    {
      ...at("00:02:00.000"),
      expect: { state: "unanswered", meanwhile: [], fields: { ...nothing, ...sent } },
    },
  ),
  story(
    "Withdrawn while a code waits to be entered: the code stays open, the account is gone.",
    "challenged",
    { ...open, accountEndsAt: later },
    withdrawn(midnight, "challenged", open),
    { ...at("00:02:00.000"), expect: { state: "unanswered", meanwhile: [] } },
  ),
  story(
    "Withdrawn while locked: the lock lives out its minutes, and then nothing is known.",
    "locked",
    { ...locked, accountEndsAt: later },
    withdrawn(midnight, "locked", locked),
    { ...at("00:20:00.000"), expect: { state: "unverified", meanwhile: [], fields: nothing } },
  ),
  story(
    "The account ends while a code waits to be entered: the code stays, the account is gone.",
    "challenged",
    { ...open, accountEndsAt: midnight },
    ended(midnight, "challenged", open),
    { ...at("00:02:00.000"), expect: { state: "unanswered", meanwhile: [] } },
  ),
  story(
    "The account ends while locked: only the lock stays.",
    "locked",
    { ...locked, accountEndsAt: midnight },
    ended(midnight, "locked", locked),
    { ...at("00:20:00.000"), expect: { state: "unverified", meanwhile: [] } },
  ),
  story(
    "Code and account end in one millisecond: the code goes first, and then the account of the expired number.",
    "challenged",
    { ...open, codeEndsAt: midnight, accountEndsAt: midnight },
    ended(midnight, "unanswered", sent),
  ),
  story(
    "Code and account end in one millisecond after the window of codes: the code goes first, and the account is erased.",
    "challenged",
    { ...open, sendsEndAt: before, codeEndsAt: midnight, accountEndsAt: midnight },
    ended(midnight, "erased", {}),
  ),
  story(
    "Code and month end in one millisecond, after account and window: the month goes first, and nothing is left to erase.",
    "renewing",
    { ...open, sendsEndAt: before, codeEndsAt: midnight, verifiedUntil: midnight, accountEndsAt: before },
    {
      ...midnight,
      expect: { state: "unverified", meanwhile: ["verification.ended", "account.ended"], fields: nothing },
    },
  ),
  story(
    "Lock and account end in one millisecond: nothing is left to live out, and the account is erased.",
    "locked",
    { lockedUntil: midnight, accountEndsAt: midnight },
    ended(midnight, "erased", {}),
  ),
  ...[
    { state: "unverified", fields: {} },
    { state: "unanswered", fields: sent },
  ].map(({ state, fields }) =>
    story(`Withdrawing while ${state} ends no account, for there is none.`, state, fields, {
      ...midnight,
      send: "account.withdrawn",
      expect: { told: [], state, fields: { ...nothing, ...fields } },
    }),
  ),
  ...["verified", "renewing"].map((state): Story => ({
    clause: "C9",
    says: `A pass issued while ${state} keeps the account, here for 14 days from the start of that day, and tells nothing.`,
    subject: "verification",
    policy: { accountKept: 1_209_600_000 },
    start: {
      state,
      fields: { ...(state === "renewing" ? open : {}), verifiedUntil: later, accountEndsAt: later },
    },
    steps: [
      {
        ...at("00:01:00.000"),
        send: "pass.issued",
        expect: { told: [], state, fields: { accountEndsAt: { at: "2020-08-12T00:00:00.000+09:00" } } },
      },
    ],
  })),
  ...[
    { state: "unverified", fields: {} },
    { state: "challenged", fields: open },
    { state: "unanswered", fields: sent },
    { state: "locked", fields: locked },
  ].map(({ state, fields }): Story => ({
    clause: "S5",
    says: `While ${state} no pass is issued.`,
    subject: "verification",
    start: { state, fields },
    steps: [{ ...midnight, send: "pass.issued", expect: { refused: "verification-required", state } }],
  })),
];
