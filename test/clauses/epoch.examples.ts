/**
 * The deposit of an epoch at the custodian, said by hand: it opens its Seoul day, and never one that is over or has not come.
 * A copy that arrives four weeks late must not bring an erased day back.
 * Pure data: it imports no model and no generated code.
 */
import type { Story } from "./story.ts";

const subject = "rule custodian.openDay";
const unopened = { day: { state: "unopened" } };
const noon = { at: "2020-07-01T12:00:00.000+09:00" };

export const epochExamples: readonly Story[] = [
  {
    clause: "C10",
    also: ["C2"],
    says: "The deposit of noon on 1 July opens that day, which ends as 29 July begins.",
    subject,
    instances: unopened,
    steps: [
      {
        at: "2020-07-01T12:00:00.500+09:00",
        with: { startedAt: noon },
        expect: {
          told: "day.opened",
          states: { day: "kept" },
          fields: { "day.endsAt": { at: "2020-07-29T00:00:00.000+09:00" } },
        },
      },
    ],
  },
  {
    clause: "S9",
    also: ["C10", "C2"],
    says: "In the last millisecond of its 28 days a day is still opened by a late deposit.",
    subject,
    instances: unopened,
    steps: [
      {
        at: "2020-07-28T23:59:59.999+09:00",
        with: { startedAt: noon },
        expect: { told: "day.opened", states: { day: "kept" } },
      },
    ],
  },
  {
    clause: "S9",
    also: ["C10", "C2"],
    says: "Once the 28 days are over a late copy of the deposit opens nothing: what was erased stays erased.",
    subject,
    instances: unopened,
    steps: [
      {
        at: "2020-07-29T00:00:00.000+09:00",
        with: { startedAt: noon },
        expect: { refused: "epoch-over", states: { day: "unopened" } },
      },
    ],
  },
  {
    clause: "C3",
    says: "An epoch two seconds ahead of the custodian's clock is within the skew of clocks.",
    subject,
    instances: unopened,
    steps: [
      {
        at: "2020-07-01T11:59:58.000+09:00",
        with: { startedAt: noon },
        expect: { told: "day.opened", states: { day: "kept" } },
      },
    ],
  },
  {
    clause: "C3",
    says: "One millisecond more, and it claims a time that has not come.",
    subject,
    instances: unopened,
    steps: [
      {
        at: "2020-07-01T11:59:57.999+09:00",
        with: { startedAt: noon },
        expect: { refused: "epoch-ahead", states: { day: "unopened" } },
      },
    ],
  },
];
