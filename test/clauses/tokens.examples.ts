/**
 * Passes, records and days in states where an event means nothing, and what each of them keeps, said by hand (S7, F3, C2, F5).
 * A pass is issued once and only once; a record is stored once; a day belongs to one retention.
 * Pure data: it imports no model and no generated code.
 */
import type { At, SaidFields, Story } from "./story.ts";

const at = (time: string): At => ({ at: `2020-07-01T${time}+09:00` });
const issued: SaidFields = {
  issuedAt: at("12:00:00.000"),
  shownUntil: at("12:00:15.000"),
  expiresAt: at("12:00:17.000"),
};
const fortnight = 1_209_600_000;
const kept: SaidFields = { eraseAt: { at: "2020-07-29T00:00:00.000+09:00" }, late: true };

export const tokenExamples: readonly Story[] = [
  {
    clause: "F3",
    also: ["C3"],
    says: "A pass carries its instant, the 15 s it is shown and the 17 s in which it is taken.",
    subject: "pass",
    steps: [
      {
        ...at("12:00:00.000"),
        send: "pass.issued",
        expect: { told: "pass.shown", state: "issued", fields: issued },
      },
    ],
  },
  ...["issued", "accepted", "expired"].map((state): Story => ({
    clause: "S4",
    says: `A pass that is ${state} is not issued again.`,
    subject: "pass",
    start: state === "issued" ? { state, fields: issued } : { state },
    steps: [{ ...at("12:00:05.000"), send: "pass.issued", expect: { unheard: true, state } }],
  })),
  ...(
    [
      ["unissued", "pass-unknown", "pass-unknown"],
      ["accepted", "pass-expired", "pass-replayed"],
      ["expired", "pass-expired", "pass-expired"],
    ] as const
  ).map(([state, presented, scanned]): Story => ({
    clause: "S7",
    also: ["F3"],
    says: `A pass that is ${state} opens nothing: presented it is answered ${presented}, scanned ${scanned}.`,
    subject: "pass",
    start: { state },
    steps: [
      { ...at("12:00:05.000"), send: "pass.presented", expect: { refused: presented, state } },
      { ...at("12:00:05.000"), send: "pass.scanned", expect: { refused: scanned, state } },
    ],
  })),
  ...["recorded", "disclosed"].map((state): Story => ({
    clause: "S7",
    says: `A record that is ${state} is not recorded again.`,
    subject: "visit",
    start: { state, fields: kept },
    steps: [
      {
        ...at("12:00:05.000"),
        send: "visit.recorded",
        with: { passIssuedAt: at("12:00:00.000"), late: false },
        expect: { unheard: true, state, fields: kept },
      },
    ],
  })),
  {
    clause: "F5",
    also: ["C2"],
    says: "Under a retention of 14 days a record is kept for 14, whatever an account is.",
    subject: "visit",
    policy: { retention: fortnight },
    steps: [
      {
        ...at("12:00:05.000"),
        send: "visit.recorded",
        with: { passIssuedAt: at("12:00:00.000"), late: false },
        expect: { state: "recorded", fields: { eraseAt: { at: "2020-07-15T00:00:00.000+09:00" } } },
      },
    ],
  },
  {
    clause: "F5",
    also: ["C2", "C10"],
    says: "Under a retention of 14 days a day is kept for 14, whatever an account is.",
    subject: "day",
    policy: { retention: fortnight },
    steps: [
      {
        ...at("12:00:00.000"),
        send: "day.opened",
        expect: { state: "kept", fields: { endsAt: { at: "2020-07-15T00:00:00.000+09:00" } } },
      },
      { ...at("12:00:00.000"), send: "day.opened", expect: { told: [], state: "kept" } },
    ],
  },
  {
    clause: "F7",
    says: "A level that changes nothing is noted, collecting or not.",
    subject: "crisis",
    steps: [
      {
        ...at("12:00:00.000"),
        send: "level.announced",
        with: { level: "caution" },
        expect: { told: "level.noted", state: "suspended", fields: { level: "caution" } },
      },
      {
        ...at("12:00:00.000"),
        send: "level.announced",
        with: { level: "serious" },
        expect: { told: "collection.resumed", state: "active", fields: { level: "serious" } },
      },
      {
        ...at("12:00:00.000"),
        send: "level.announced",
        with: { level: "alert" },
        expect: { told: "level.noted", state: "active", fields: { level: "alert" } },
      },
    ],
  },
];
