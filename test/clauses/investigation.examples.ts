/**
 * A case between authority, custodian and issuer, said by hand: which of two faults is told, limits that another policy sets,
 * and what each rule of the authority makes of a case (clauses S8, F6, F13, C4, C7, C13).
 * Pure data: it imports no model and no generated code.
 */
import type { At, SaidFields, Standing, Step, Story } from "./story.ts";

const on = (day: string, time: string): At => ({ at: `2020-07-${day}T${time}+09:00` });
const tenth = on("10", "09:00:00.000");
const scope: SaidFields = {
  officer: "first",
  ground: "investigation",
  venues: 1,
  windowStart: on("08", "18:00:00.000"),
  windowEnd: on("08", "22:00:00.000"),
};
const request = (changed: SaidFields, expect: Step["expect"], step: At = tenth): Step => ({
  ...step,
  send: "case.requested",
  with: { ...scope, ...changed },
  expect,
});
const turnedDown = (changed: SaidFields, code: string): Step =>
  request(changed, { refused: code, state: "absent" });
const taken: Step["expect"] = { told: "case.opened", state: "requested" };
const ofCase = (clause: string, says: string, ...steps: readonly Step[]): Story => ({
  clause,
  says,
  subject: "disclosure",
  steps,
});
const requested: Standing = {
  state: "requested",
  fields: { requestedBy: "first", ground: "investigation", lapseAt: on("13", "09:00:00.000") },
};
const running = (state: string): Standing => ({
  state,
  fields: {
    requestedBy: "first",
    approvedBy: "second",
    ground: "investigation",
    ...(state === "answered"
      ? { answerEndsAt: on("24", "09:00:00.000") }
      : { lapseAt: on("13", "09:00:00.000") }),
  },
});
const twoWeeks = on("25", "00:00:00.000");

export const investigationExamples: readonly Story[] = [
  ofCase(
    "C7",
    "Of two faults of a case the one that is asked first is told.",
    turnedDown({ ground: "none", venues: 0 }, "case-without-ground"),
    turnedDown({ venues: 0, windowStart: on("09", "00:00:00.000") }, "case-without-venue"),
    turnedDown({ venues: 21, windowStart: on("09", "00:00:00.000") }, "case-venues-exceeded"),
    turnedDown({ windowEnd: on("11", "00:00:00.000") }, "case-window-exceeded"),
    turnedDown(
      { windowStart: on("10", "09:00:00.001"), windowEnd: on("10", "09:00:00.001") },
      "case-window-inverted",
    ),
  ),
  ofCase(
    "F6",
    "A window of no length is inverted, and one of a millisecond is a window.",
    turnedDown({ windowStart: on("08", "22:00:00.000") }, "case-window-inverted"),
    turnedDown({ windowStart: on("08", "22:00:00.001") }, "case-window-inverted"),
    request({ windowStart: on("08", "21:59:59.999") }, taken),
  ),
  {
    ...ofCase(
      "C7",
      "Under limits of three venues and an hour, four venues or a longer window are refused, and the limits themselves taken.",
      turnedDown({ venues: 4 }, "case-venues-exceeded"),
      turnedDown({ venues: 3 }, "case-window-exceeded"),
      request({ venues: 3, windowStart: on("08", "21:00:00.000") }, taken),
    ),
    policy: { caseVenues: 3, caseWindow: 3_600_000 },
  },
  {
    ...ofCase(
      "S9",
      "Under a retention of 14 days a window of the day that was erased is refused, one that reaches into the next is not.",
      turnedDown(
        {
          windowStart: { at: "2020-06-26T10:00:00.000+09:00" },
          windowEnd: { at: "2020-06-26T23:59:59.999+09:00" },
        },
        "case-window-erased",
      ),
      request(
        {
          windowStart: { at: "2020-06-26T10:00:00.000+09:00" },
          windowEnd: { at: "2020-06-27T00:00:00.000+09:00" },
        },
        taken,
      ),
    ),
    policy: { retention: 1_209_600_000 },
  },
  {
    clause: "C13",
    also: ["C4"],
    says: "Under 48 h for a decision and 24 h for a case, each counts its own.",
    subject: "disclosure",
    policy: { caseDecision: 172_800_000, caseLifetime: 86_400_000 },
    steps: [
      request(
        {},
        {
          ...taken,
          fields: {
            requestedBy: "first",
            approvedBy: null,
            ground: "investigation",
            lapseAt: on("12", "09:00:00.000"),
            answerEndsAt: null,
          },
        },
      ),
      {
        ...on("10", "10:00:00.000"),
        send: "case.approved",
        with: { officer: "second" },
        expect: {
          told: "case.approved",
          fields: { requestedBy: "first", approvedBy: "second", lapseAt: on("11", "10:00:00.000") },
        },
      },
    ],
  },
  {
    clause: "C4",
    says: "Where the policy requires one officer only, who asks may approve.",
    subject: "disclosure",
    policy: { officersRequired: 1 },
    start: requested,
    steps: [
      {
        ...tenth,
        send: "case.approved",
        with: { officer: "first" },
        expect: { told: "case.approved", state: "approved" },
      },
    ],
  },
  {
    clause: "C4",
    says: "Under seven days for an answer it is kept for seven, or as long as its records.",
    subject: "disclosure",
    policy: { caseAnswerKept: 604_800_000 },
    start: running("released"),
    steps: [
      {
        ...tenth,
        send: "case.answered",
        with: { recordsEndAt: twoWeeks },
        expect: {
          told: "case.answered",
          state: "answered",
          fields: { lapseAt: null, answerEndsAt: on("17", "09:00:00.000") },
        },
      },
    ],
  },
  ...["requested", "approved", "released"].map((state): Story => ({
    clause: "C13",
    also: ["C4"],
    says: `A case that is ${state} lapses when its time is over, and says so.`,
    subject: "disclosure",
    start: state === "requested" ? requested : running(state),
    steps: [
      { ...on("13", "08:59:59.999"), expect: { state, meanwhile: [] } },
      {
        ...on("13", "09:00:00.000"),
        expect: { state: "lapsed", meanwhile: ["case.lapsed"], fields: { lapseAt: null } },
      },
    ],
  })),
  ...(
    [
      [
        "absent",
        { state: "absent" },
        ["case.approved", "case.denied", "case.released", "case.answered", "case.closed"],
      ],
      ["requested", requested, ["case.requested", "case.released", "case.answered", "case.closed"]],
      [
        "approved",
        running("approved"),
        ["case.requested", "case.approved", "case.denied", "case.answered", "case.closed"],
      ],
      [
        "released",
        running("released"),
        ["case.requested", "case.approved", "case.denied", "case.released", "case.closed"],
      ],
      [
        "answered",
        running("answered"),
        ["case.requested", "case.approved", "case.denied", "case.released", "case.answered"],
      ],
    ] as const
  ).map(([state, start, events]): Story => ({
    clause: "C4",
    also: ["S8"],
    says: `A case that is ${state} hears nothing of ${events.join(", ")}.`,
    subject: "disclosure",
    start,
    steps: events.map((send) => ({
      ...tenth,
      send,
      with: { ...scope, records: 1, recordsEndAt: twoWeeks },
      expect: { unheard: true, state },
    })),
  })),
  ...(
    [
      ["request", { state: "absent" }, scope, "case.opened", "requested", []],
      ["deny", requested, { officer: "second" }, "case.denied", "denied", []],
      ["receiveRelease", running("approved"), { records: 12 }, "case.released", "released", ["joinRequest"]],
      ["receiveAnswer", running("released"), { recordsEndAt: twoWeeks }, "case.answered", "answered", []],
      ["close", running("answered"), {}, "case.erased", "closed", []],
    ] as const
  ).map(([name, disclosure, given, told, state, sends]): Story => ({
    clause: "S8",
    also: ["F6", "C4"],
    says: `By the authority's rule to ${name} a case that is ${disclosure.state} becomes ${state}.`,
    subject: `rule authority.${name}`,
    instances: { disclosure },
    steps: [{ ...tenth, with: given, expect: { told: [told], sends, states: { disclosure: state } } }],
  })),
];
