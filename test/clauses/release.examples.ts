/**
 * What custodian and issuer answer to a request with more than one fault, and under other limits, said by hand (S8, F6, C4, C7).
 * Each asks in one order and tells the first fault it finds; the limits themselves are still allowed.
 * Pure data: it imports no model and no generated code.
 */
import type { At, SaidFields, Step, Story } from "./story.ts";

const on = (day: string, time: string): At => ({ at: `2020-07-${day}T${time}+09:00` });
const now = on("10", "11:00:00.000");
const request: SaidFields = {
  officers: 2,
  ground: "investigation",
  venues: 20,
  windowStart: on("08", "18:00:00.000"),
  windowEnd: on("09", "18:00:00.000"),
  approvedAt: on("10", "10:00:00.000"),
  records: 10_000,
  recordsOfDay: 100_000,
  cosigners: 2,
};
const join: SaidFields = {
  releaseSigned: true,
  officers: 2,
  listed: true,
  answeredBefore: false,
  records: 10_000,
  recordsOfDay: 100_000,
  cosigners: 2,
  caseEndsAt: on("13", "10:00:00.000"),
};
const refused = (given: SaidFields, code: string): Step => ({
  ...now,
  with: given,
  expect: { refused: code, sends: [] },
});
const sent = (given: SaidFields, message: string): Step => ({
  ...now,
  with: given,
  expect: { sends: [message] },
});
const inverted = { windowStart: on("09", "18:00:00.001") };
const tooLong = { windowStart: on("08", "17:59:59.999") };
const over = { approvedAt: on("07", "11:00:00.000") };

export const releaseExamples: readonly Story[] = [
  {
    clause: "C7",
    also: ["S8", "C4"],
    says: "Of two faults of a request the custodian tells the one it asks first.",
    subject: "rule custodian.release",
    steps: [
      refused({ ...request, ground: "none", officers: 1 }, "case-without-ground"),
      refused({ ...request, officers: 1, venues: 0 }, "officers-too-few"),
      refused({ ...request, venues: 0, ...inverted }, "case-without-venue"),
      refused({ ...request, venues: 21, ...inverted }, "case-venues-exceeded"),
      refused({ ...request, ...tooLong, ...over }, "case-window-exceeded"),
      refused({ ...request, ...over, records: 10_001 }, "case-over"),
      refused({ ...request, records: 10_001, recordsOfDay: 100_001 }, "case-records-exceeded"),
      refused({ ...request, recordsOfDay: 100_001, cosigners: 1 }, "nation-records-exceeded"),
    ],
  },
  {
    clause: "F6",
    also: ["C7"],
    says: "One venue and a millisecond are a request; no venue or no time is none.",
    subject: "rule custodian.release",
    steps: [
      refused({ ...request, venues: 0 }, "case-without-venue"),
      sent({ ...request, venues: 1 }, "release"),
      refused({ ...request, windowStart: on("09", "18:00:00.000") }, "case-window-inverted"),
      sent({ ...request, windowStart: on("09", "17:59:59.999") }, "release"),
    ],
  },
  {
    clause: "C7",
    says: "Under limits of three venues, an hour, and a case of a day, the custodian keeps to them.",
    subject: "rule custodian.release",
    policy: { caseVenues: 3, caseWindow: 3_600_000, caseLifetime: 86_400_000 },
    steps: [
      refused({ ...request, venues: 4 }, "case-venues-exceeded"),
      refused({ ...request, venues: 3 }, "case-window-exceeded"),
      refused(
        {
          ...request,
          venues: 3,
          windowStart: on("09", "17:00:00.000"),
          approvedAt: on("09", "11:00:00.000"),
        },
        "case-over",
      ),
      sent(
        {
          ...request,
          venues: 3,
          windowStart: on("09", "17:00:00.000"),
          approvedAt: on("09", "11:00:00.001"),
        },
        "release",
      ),
    ],
  },
  {
    clause: "S8",
    also: ["C4", "C7"],
    says: "Of two faults of a release the issuer tells the one it asks first.",
    subject: "rule issuer.answer",
    steps: [
      refused({ ...join, releaseSigned: false, officers: 1 }, "release-forged"),
      refused({ ...join, officers: 1, listed: false }, "officers-too-few"),
      refused({ ...join, listed: false, records: 10_001 }, "record-unlisted"),
      refused({ ...join, records: 10_001, answeredBefore: true }, "case-records-exceeded"),
      refused({ ...join, answeredBefore: true, caseEndsAt: now }, "release-answered"),
    ],
  },
];
