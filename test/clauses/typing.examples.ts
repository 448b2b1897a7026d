/**
 * Typing a code and letting it run out, said by hand with everything that is kept afterwards (clauses C1, S5, F2, C9).
 * A right code begins a month and an account; the fifth wrong one locks; what nobody types ends by itself.
 * Pure data: it imports no model and no generated code.
 */
import type { At, Said, SaidFields, Step, Story } from "./story.ts";

const at = (time: string): At => ({ at: `2020-07-01T${time}+09:00` });
const nothing = {
  tries: 0,
  sends: 0,
  sendsEndAt: null,
  codeEndsAt: null,
  verifiedUntil: null,
  lockedUntil: null,
  accountEndsAt: null,
};
const verifiedUntil: Said = { at: "2020-07-20T12:00:00.000+09:00" };
const accountEndsAt: Said = { at: "2020-07-29T00:00:00.000+09:00" };

/** A code open since noon, the second of its window. */
const open = { sends: 2, sendsEndAt: at("12:10:00.000"), codeEndsAt: at("12:03:00.000") };

const typed = (time: string, matches: boolean, state: string, told: string, kept: SaidFields): Step => ({
  ...at(time),
  send: "code.submitted",
  with: { matches },
  expect: { told, state, fields: { ...nothing, ...kept } },
});
const looked = (step: At, state: string, meanwhile: readonly string[], kept: SaidFields): Step => ({
  ...step,
  expect: { state, meanwhile, fields: { ...nothing, ...kept } },
});
const notTaken = (state: string, code: string, fields: SaidFields): Story => ({
  clause: "C1",
  says: `While ${state}, no code is open: what is typed is refused with ${code}.`,
  subject: "verification",
  start: { state, fields },
  steps: [
    {
      ...at("12:00:00.000"),
      send: "code.submitted",
      with: { matches: true },
      expect: { refused: code, state },
    },
  ],
});

export const typingExamples: readonly Story[] = [
  ...[
    { state: "challenged", keeps: {}, lockedIn: "locked" },
    { state: "challenged", keeps: { accountEndsAt }, lockedIn: "locked" },
    { state: "renewing", keeps: { accountEndsAt, verifiedUntil }, lockedIn: "verified" },
  ].flatMap(({ state, keeps, lockedIn }): readonly Story[] => {
    const who = "accountEndsAt" in keeps ? "a known number" : "a stranger";
    return [
      {
        clause: "S5",
        also: ["F2", "C9", "C1"],
        says: `The right code of ${who} who is ${state} begins a month; the account is kept, here for 14 days from the day's start.`,
        subject: "verification",
        policy: { accountKept: 1_209_600_000 },
        start: { state, fields: { ...keeps, ...open, tries: 4 } },
        steps: [
          typed("12:02:59.999", true, "verified", "phone.verified", {
            verifiedUntil: { at: "2020-07-31T12:02:59.999+09:00" },
            accountEndsAt: { at: "2020-07-15T00:00:00.000+09:00" },
          }),
        ],
      },
      {
        clause: "C1",
        says: `Four wrong tries of ${who} who is ${state} are counted; the fifth locks for 30 minutes, and the counts begin anew.`,
        subject: "verification",
        start: { state, fields: { ...keeps, ...open } },
        steps: [
          ...[1, 2, 3, 4].map((tries) =>
            typed("12:01:00.000", false, state, "code.mismatched", { ...keeps, ...open, tries }),
          ),
          typed("12:01:00.000", false, lockedIn, "code.locked", {
            ...keeps,
            lockedUntil: at("12:31:00.000"),
          }),
        ],
      },
    ];
  }),
  notTaken("unverified", "code-not-sent", {}),
  notTaken("unanswered", "code-not-sent", { sends: 1, sendsEndAt: at("12:10:00.000") }),
  notTaken("verified", "code-not-sent", { verifiedUntil, accountEndsAt }),
  notTaken("expired", "code-not-sent", { accountEndsAt }),
  notTaken("locked", "code-locked", { lockedUntil: at("12:30:00.000") }),
  {
    clause: "C1",
    says: "A stranger's code runs out: only the count of codes sent stays, until its window is over.",
    subject: "verification",
    start: { state: "challenged", fields: { ...open, tries: 3 } },
    steps: [
      looked(at("12:02:59.999"), "challenged", [], { ...open, tries: 3 }),
      looked(at("12:03:00.000"), "unanswered", [], { sends: 2, sendsEndAt: at("12:10:00.000") }),
      looked(at("12:09:59.999"), "unanswered", [], { sends: 2, sendsEndAt: at("12:10:00.000") }),
      looked(at("12:10:00.000"), "unverified", [], {}),
    ],
  },
  {
    clause: "C1",
    also: ["C9"],
    says: "The code of a number whose month is over runs out: it stays expired, with its account.",
    subject: "verification",
    start: { state: "challenged", fields: { ...open, accountEndsAt, tries: 3 } },
    steps: [
      looked(at("12:03:00.000"), "expired", [], {
        sends: 2,
        sendsEndAt: at("12:10:00.000"),
        accountEndsAt,
      }),
      {
        ...at("12:03:00.000"),
        send: "pass.issued",
        expect: { refused: "verification-expired", state: "expired" },
      },
    ],
  },
  {
    clause: "C1",
    says: "A renewal's code runs out: what is verified stays so, and the codes sent still count.",
    subject: "verification",
    start: { state: "renewing", fields: { ...open, accountEndsAt, verifiedUntil, tries: 3 } },
    steps: [
      looked(at("12:03:00.000"), "verified", [], {
        sends: 2,
        sendsEndAt: at("12:10:00.000"),
        accountEndsAt,
        verifiedUntil,
      }),
    ],
  },
  {
    clause: "S5",
    also: ["C1"],
    says: "The month ends while a renewal's code is open: no longer verified, and the code is still there to be entered.",
    subject: "verification",
    start: {
      state: "renewing",
      fields: { ...open, accountEndsAt, verifiedUntil: at("12:01:00.000"), tries: 1 },
    },
    steps: [
      looked(at("12:01:00.000"), "challenged", ["verification.ended"], { ...open, accountEndsAt, tries: 1 }),
    ],
  },
  {
    clause: "C1",
    also: ["S5"],
    says: "Code and month end in one millisecond: the month goes first, and the number is expired.",
    subject: "verification",
    start: { state: "renewing", fields: { ...open, accountEndsAt, verifiedUntil: at("12:03:00.000") } },
    steps: [
      looked(at("12:03:00.000"), "expired", ["verification.ended"], {
        sends: 2,
        sendsEndAt: at("12:10:00.000"),
        accountEndsAt,
      }),
    ],
  },
  {
    clause: "C1",
    also: ["C9"],
    says: "A lock is over: the number of an account is expired, a stranger's is unknown again.",
    subject: "verification",
    start: { state: "locked", fields: { accountEndsAt, lockedUntil: at("12:30:00.000") } },
    steps: [
      looked(at("12:29:59.999"), "locked", [], { accountEndsAt, lockedUntil: at("12:30:00.000") }),
      looked(at("12:30:00.000"), "expired", [], { accountEndsAt }),
    ],
  },
];
