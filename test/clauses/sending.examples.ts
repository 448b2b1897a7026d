/**
 * Asking for a code from every state of an account, said by hand with everything that is kept afterwards (clauses C1, S5, F2).
 * All of it happens on 1 July 2020: a window of ten minutes, three codes in it, 180 s for each, 30 minutes of lock.
 * Pure data: it imports no model and no generated code.
 */
import type { At, Said, SaidFields, Standing, Step, Story } from "./story.ts";

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

const asked = (time: string, state: string, told: string, kept: SaidFields): Step => ({
  ...at(time),
  send: "code.requested",
  expect: { told, state, fields: { ...nothing, ...kept } },
});
const refused = (time: string, state: string, code: string, kept: SaidFields): Step => ({
  ...at(time),
  send: "code.requested",
  expect: { refused: code, state, fields: { ...nothing, ...kept } },
});
const story = (says: string, start: Standing | undefined, ...steps: readonly Step[]): Story => ({
  clause: "C1",
  also: ["S5", "F2"],
  says,
  subject: "verification",
  ...(start === undefined ? {} : { start }),
  steps,
});

/** Two accounts, with and without a live verification, in which the same rules hold. */
const known = [
  { state: "challenged", open: "challenged", lockedIn: "locked", keeps: { accountEndsAt } },
  { state: "renewing", open: "renewing", lockedIn: "verified", keeps: { accountEndsAt, verifiedUntil } },
  { state: "expired", open: "challenged", lockedIn: "locked", keeps: { accountEndsAt } },
  { state: "verified", open: "renewing", lockedIn: "verified", keeps: { accountEndsAt, verifiedUntil } },
] as const;
const isOpen = (state: string): boolean => state === "challenged" || state === "renewing";

export const sendingExamples: readonly Story[] = [
  {
    ...story(
      "The first code of a stranger opens a window, here of eleven minutes, and tells nothing else.",
      undefined,
      asked("12:00:00.000", "challenged", "code.sent", {
        sends: 1,
        sendsEndAt: at("12:11:00.000"),
        codeEndsAt: at("12:03:00.000"),
      }),
    ),
    policy: { codeSendWindow: 660_000 },
  },
  ...known.flatMap(({ state, open, lockedIn, keeps }): readonly Story[] => {
    const code = isOpen(state) ? { tries: 2, codeEndsAt: at("12:03:00.000") } : {};
    const sent = (sends: number, window: string): Standing => ({
      state,
      fields: { ...keeps, ...code, sends, sendsEndAt: at(window) },
    });
    return [
      story(
        `One code was sent to an account that is ${state}: the second and third replace it within the same window.`,
        sent(1, "12:10:00.000"),
        asked("12:01:00.000", open, "code.sent", {
          ...keeps,
          sends: 2,
          sendsEndAt: at("12:10:00.000"),
          codeEndsAt: at("12:04:00.000"),
        }),
        asked("12:02:00.000", open, "code.sent", {
          ...keeps,
          sends: 3,
          sendsEndAt: at("12:10:00.000"),
          codeEndsAt: at("12:05:00.000"),
        }),
      ),
      story(
        `Three codes were sent to an account that is ${state}: one millisecond before the window ends a fourth locks.`,
        sent(3, "12:02:00.000"),
        asked("12:01:59.999", lockedIn, "code.locked", { ...keeps, lockedUntil: at("12:31:59.999") }),
      ),
      story(
        `Two codes were sent to an account that is ${state}: the third is still sent.`,
        sent(2, "12:10:00.000"),
        asked("12:01:00.000", open, "code.sent", {
          ...keeps,
          sends: 3,
          sendsEndAt: at("12:10:00.000"),
          codeEndsAt: at("12:04:00.000"),
        }),
      ),
      ...[1, 3].map((codes) => ({
        ...story(
          `As the window of ${String(codes)} codes to an account that is ${state} ends, a new one begins.`,
          sent(codes, "12:02:00.000"),
          asked("12:02:00.000", open, "code.sent", {
            ...keeps,
            sends: 1,
            sendsEndAt: at("12:13:00.000"),
            codeEndsAt: at("12:05:00.000"),
          }),
        ),
        policy: { codeSendWindow: 660_000 },
      })),
    ];
  }),
  ...known
    .filter(({ state }) => !isOpen(state))
    .flatMap(({ state, open, keeps }): readonly Story[] => [
      story(
        `An account that is ${state} and has no window open begins one with its first code.`,
        { state, fields: keeps },
        asked("12:00:00.000", open, "code.sent", {
          ...keeps,
          sends: 1,
          sendsEndAt: at("12:10:00.000"),
          codeEndsAt: at("12:03:00.000"),
        }),
      ),
      story(
        `An account that is ${state} and locked is sent nothing until the lock's last millisecond is over.`,
        { state, fields: { ...keeps, lockedUntil: at("12:30:00.000") } },
        refused("12:29:59.999", state, "code-locked", { ...keeps, lockedUntil: at("12:30:00.000") }),
        asked("12:30:00.000", open, "code.sent", {
          ...keeps,
          sends: 1,
          sendsEndAt: at("12:40:00.000"),
          codeEndsAt: at("12:33:00.000"),
        }),
      ),
    ]),
  ...[1, 2].map((sends) =>
    story(
      `Code ${String(sends + 1)} of a window in which the one before was not entered counts with it.`,
      { state: "unanswered", fields: { sends, sendsEndAt: at("12:10:00.000") } },
      asked("12:09:59.999", "challenged", "code.sent", {
        sends: sends + 1,
        sendsEndAt: at("12:10:00.000"),
        codeEndsAt: at("12:12:59.999"),
      }),
    ),
  ),
  story(
    "Three codes that nobody entered lock the fourth, and the lock keeps nothing but its own end.",
    { state: "unanswered", fields: { sends: 3, sendsEndAt: at("12:10:00.000") } },
    asked("12:09:59.999", "locked", "code.locked", { lockedUntil: at("12:39:59.999") }),
    refused("12:39:59.998", "locked", "code-locked", { lockedUntil: at("12:39:59.999") }),
    { ...at("12:39:59.999"), expect: { state: "unverified", meanwhile: [], fields: nothing } },
  ),
];
