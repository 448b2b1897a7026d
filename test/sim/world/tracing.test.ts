// What retention buys, worked out by hand: four contacts of one reported person, and the cases that ask for them.
// A record counts from the start of its Seoul day; a case names it if it is approved, asks for the place and the time, and comes in time.
import { describe, expect, it } from "vitest";
import type { CaseIntent } from "../../../sim/world/request.ts";
import { tracingOf, type Contact, type Traced } from "../../../sim/world/tracing.ts";

const dayMs = 86_400_000;
const at = (text: string): number => Date.parse(`2020-07-${text.replace(" ", "T")}:00+09:00`);

const contact = (other: number, came: string, more: Partial<Contact> = {}): Contact => ({
  person: 1,
  other,
  venue: 7,
  otherCameMs: at(came),
  isRecorded: true,
  ...more,
});

const caseAbout = (
  about: number,
  day: string,
  decided: string,
  more: Partial<CaseIntent> = {},
): CaseIntent => ({
  number: 0,
  kind: "regular",
  atMs: at(decided) - 3_600_000,
  requestedBy: 0,
  ground: "investigation",
  venues: [7],
  windowStartMs: at(`${day} 18:00`),
  windowEndMs: at(`${day} 23:00`),
  decision: "approve",
  decidedBy: 1,
  decideAtMs: at(decided),
  about,
  ...more,
});

const traced: Traced = {
  contacts: [
    // Named by the case of 10 July on the first day 8 days after its own began, by that of 13 July twelve days after.
    contact(2, "02 20:00"),
    contact(3, "01 19:00"),
    // The same pair of people again counts once.
    contact(2, "02 21:00"),
    contact(4, "02 20:00", { isRecorded: false }),
    contact(5, "02 17:00"),
  ],
  cases: [caseAbout(1, "02", "10 12:00"), caseAbout(1, "01", "13 12:00")],
  reported: new Set([1]),
  withdrewAtMs: new Map(),
  records: 100,
  retentionMs: 28 * dayMs,
};

const foundBy = (changes: Partial<Traced>): number => tracingOf({ ...traced, ...changes }).found;

describe("the contacts of a reported person", () => {
  it("are found while their records last: none after 7 days, one with 10, two with 14 and more", () => {
    const { contacts, found, curve } = tracingOf(traced);
    expect({ contacts, found }).toEqual({ contacts: 4, found: 2 });
    expect(curve.map((point) => [point.retentionDays, point.found]).slice(0, 4)).toEqual([
      [7, 0],
      [10, 1],
      [14, 2],
      [16, 2],
    ]);
    expect(curve.at(-1)).toEqual({ retentionDays: 60, found: 2, contacts: 4, personDaysExposed: 6_000 });
  });

  it("are gone at the very start of the day on which their records are erased", () => {
    const decidedAt = (decided: string) =>
      foundBy({ cases: [caseAbout(1, "02", decided)], retentionMs: 8 * dayMs });
    expect(decidedAt("09 23:59")).toBe(1);
    expect(decidedAt("10 00:00")).toBe(0);
  });

  it("are not found by a case that is denied, is about somebody else, asks for another place or another time", () => {
    const only = (more: Partial<CaseIntent>, about = 1) =>
      foundBy({ cases: [caseAbout(about, "02", "10 12:00", more)] });
    expect(only({})).toBe(1);
    expect(only({ decision: "deny", kind: "denied" })).toBe(0);
    expect(only({}, 9)).toBe(0);
    expect(only({ venues: [8] })).toBe(0);
    expect(only({ windowStartMs: at("02 20:30") })).toBe(1);
    expect(only({ windowStartMs: at("02 21:30") })).toBe(0);
  });

  it("are not found once they have withdrawn their consent, unless they had done so before the visit", () => {
    expect(foundBy({ withdrewAtMs: new Map([[2, at("05 12:00")]]) })).toBe(1);
    expect(foundBy({ withdrewAtMs: new Map([[2, at("12 12:00")]]) })).toBe(2);
    expect(foundBy({ withdrewAtMs: new Map([[2, at("01 12:00")]]) })).toBe(2);
  });

  it("count only for people who were reported within the run", () => {
    expect(tracingOf({ ...traced, reported: new Set() })).toMatchObject({ contacts: 0, found: 0 });
  });
});
