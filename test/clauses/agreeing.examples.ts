/**
 * Agreeing, withdrawing and a newer notice from every state of a consent, said by hand with everything that is kept (S4, F1, F13, C5, C12).
 * Asked at every pass a consent ends by itself, here after eleven minutes; asked once it does not.
 * Pure data: it imports no model and no generated code.
 */
import type { At, SaidFields, Standing, Step, Story } from "./story.ts";

const at = (time: string): At => ({ at: `2020-10-05T${time}+09:00` });
const nothing = { noticeVersion: 0, givenAt: null, endsAt: null };

/** A consent to the first notice, given at noon. */
const given: SaidFields = { noticeVersion: 1, givenAt: at("12:00:00.000"), endsAt: at("12:10:00.000") };
const standings: readonly (readonly [state: string, start: Standing])[] = [
  ["absent", { state: "absent" }],
  ["given", { state: "given", fields: given }],
  ["outdated", { state: "outdated", fields: given }],
];

const agreed = (kept: SaidFields): Step => ({
  ...at("12:05:00.000"),
  send: "consent.given",
  with: { noticeVersion: 2 },
  expect: {
    told: "consent.recorded",
    state: "given",
    fields: { noticeVersion: 2, givenAt: at("12:05:00.000"), ...kept },
  },
});
const withdrawn: Step = {
  ...at("12:05:00.000"),
  send: "consent.withdrawn",
  expect: { told: "consent.ended", state: "withdrawn", fields: nothing },
};

export const agreeingExamples: readonly Story[] = [
  ...standings.flatMap(([state, start]): readonly Story[] => [
    {
      clause: "C12",
      also: ["F1", "S4"],
      says: `Asked at every pass, a consent that is ${state} is given to the notice in force for its session, here of eleven minutes.`,
      subject: "consent",
      policy: { consentSession: 660_000, noticeVersion: 2 },
      start,
      steps: [
        agreed({ endsAt: at("12:16:00.000") }),
        { ...at("12:15:59.999"), expect: { state: "given", meanwhile: [] } },
        { ...at("12:16:00.000"), expect: { state: "absent", meanwhile: [], fields: nothing } },
      ],
    },
    {
      clause: "F1",
      also: ["S4"],
      says: `Asked once, a consent that is ${state} is given to the notice in force with no end.`,
      subject: "consent",
      preset: "2020-10",
      policy: { noticeVersion: 2 },
      start,
      steps: [
        agreed({ endsAt: null }),
        { ...at("23:59:59.999"), expect: { state: "given", fields: { noticeVersion: 2, endsAt: null } } },
      ],
    },
    ...(["2020-07", "2020-10"] as const).map((preset): Story => ({
      clause: "F13",
      also: ["S4"],
      says: `A consent that is ${state} is not given to an older notice, under ${preset} either.`,
      subject: "consent",
      preset,
      policy: { noticeVersion: 2 },
      start,
      steps: [
        {
          ...at("12:05:00.000"),
          send: "consent.given",
          with: { noticeVersion: 1 },
          expect: { refused: "notice-outdated", state },
        },
      ],
    })),
  ]),
  ...standings.slice(1).flatMap(([state, start]): readonly Story[] => [
    {
      clause: "C5",
      says: `Withdrawing ends a consent that is ${state}, and nothing of it is kept.`,
      subject: "consent",
      start,
      steps: [withdrawn],
    },
    {
      clause: "F1",
      also: ["C12"],
      says: `A consent that is ${state} is gone when its session is over, and nothing of it is kept.`,
      subject: "consent",
      start,
      steps: [
        { ...at("12:09:59.999"), expect: { state, fields: given } },
        { ...at("12:10:00.000"), expect: { state: "absent", meanwhile: [], fields: nothing } },
      ],
    },
  ]),
  ...["absent", "outdated"].map((state): Story => ({
    clause: "F13",
    says: `A notice published means nothing to a consent that is ${state}.`,
    subject: "consent",
    start: state === "absent" ? { state } : { state, fields: given },
    steps: [
      {
        ...at("12:05:00.000"),
        send: "notice.published",
        with: { noticeVersion: 2 },
        expect: { unheard: true, state },
      },
    ],
  })),
  {
    clause: "C5",
    says: "A consent that was never given cannot be withdrawn.",
    subject: "consent",
    steps: [
      {
        ...at("12:05:00.000"),
        send: "consent.withdrawn",
        expect: { refused: "consent-absent", state: "absent" },
      },
    ],
  },
];
