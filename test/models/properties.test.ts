// Every promise is a predicate that can be false: on each side of each of its boundaries, in literal instants, and undefined where its
// premise does not apply. The names are those on which others rely; the prose cites clauses that exist.
import { describe, expect, it } from "vitest";
import { clauses } from "../../models/clauses.ts";
import type { Observation } from "../../models/observations.ts";
import { defaultPolicy, type Policy } from "../../models/policy.ts";
import { properties, propertyOf, type PropertyId } from "../../models/properties.ts";
import { forbiddenTo } from "../../models/properties/knowing.ts";
import {
  answered,
  answerKept,
  caseApproved,
  day,
  dayErased,
  disclosureLogged,
  endOfDay,
  hour,
  midnight,
  noon,
  passIssued,
  reidentified,
  released,
  searched,
  second,
  stillHeld,
  today,
  visitReleased,
  visitStored,
  withdrawn,
} from "./goodobservations.ts";

const fixedIds = [
  "no-pass-without-consent",
  "no-pass-without-verification",
  "verification-covers-pass",
  "withdrawal-stops-issuance",
  "no-collection-when-suspended",
  "pass-bounded",
  "stored-once",
  "two-officers",
  "within-scope",
  "join-refuses-withdrawn",
  "disclosure-logged",
  "issuer-blind",
  "custodian-blind",
  "venue-blind",
  "retention-kept",
  "erased-stays-erased",
  "trace-possible",
  "everything-ends",
] as const;

const joined = {
  kind: "personJoined",
  at: noon,
  scannedAt: noon - hour,
  named: true,
  withdrawnAt: null,
} as const;
const again = {
  kind: "daySeenAgain",
  at: noon,
  party: "custodian",
  day: today,
  erasedAt: null,
  records: 1,
} as const;
const late = { ...visitStored, late: true, at: noon + 6 * hour, scannedAt: noon + 10 * second } as const;
const minute = 60 * second;

type Case = readonly [id: PropertyId, expected: boolean | undefined, observation: Observation];

const cases: readonly Case[] = [
  ["no-pass-without-consent", true, passIssued],
  ["no-pass-without-consent", false, { ...passIssued, consent: "outdated" }],
  ["no-pass-without-consent", false, { ...passIssued, consentVersion: 0 }],
  ["no-pass-without-verification", true, passIssued],
  ["no-pass-without-verification", true, { ...passIssued, verification: "renewing" }],
  ["no-pass-without-verification", false, { ...passIssued, verification: "expired" }],
  ["verification-covers-pass", true, passIssued],
  ["verification-covers-pass", false, { ...passIssued, verifiedUntil: noon }],
  ["verification-covers-pass", false, { ...passIssued, verifiedUntil: null }],
  ["withdrawal-stops-issuance", undefined, passIssued],
  ["withdrawal-stops-issuance", true, { ...passIssued, withdrawnAt: noon - minute }],
  ["withdrawal-stops-issuance", false, { ...passIssued, withdrawnAt: noon - minute + 1 }],
  ["withdrawal-stops-issuance", true, withdrawn],
  ["withdrawal-stops-issuance", false, { ...withdrawn, consent: "given" }],
  ["withdrawal-stops-issuance", false, { ...withdrawn, verification: "renewing" }],
  ["no-collection-when-suspended", true, passIssued],
  ["no-collection-when-suspended", false, { ...passIssued, crisis: "suspended" }],
  ["no-collection-when-suspended", false, { ...visitStored, crisis: "suspended" }],
  ["pass-bounded", true, { ...visitStored, at: noon + minute - 1 }],
  ["pass-bounded", false, { ...visitStored, at: noon + minute }],
  ["pass-bounded", true, { ...late, at: noon + 10 * second + 6 * hour - 1 }],
  ["pass-bounded", false, { ...late, at: noon + 10 * second + 6 * hour }],
  ["pass-bounded", false, { ...late, scannedAt: noon + minute }],
  ["stored-once", true, { kind: "passStored", at: noon, pass: 3, times: 1 }],
  ["stored-once", false, { kind: "passStored", at: noon, pass: 3, times: 2 }],
  ["two-officers", true, caseApproved],
  ["two-officers", false, { ...caseApproved, approvedBy: "1" }],
  ["two-officers", true, released],
  ["two-officers", false, { ...released, officers: 1 }],
  ["two-officers", false, { ...answered, officers: 1 }],
  ["two-officers", false, { ...reidentified, approvedBy: "1" }],
  ["within-scope", true, released],
  ["within-scope", false, { ...released, ground: "none" }],
  ["within-scope", false, { ...released, venues: 0 }],
  ["within-scope", false, { ...released, venues: 21 }],
  ["within-scope", false, { ...released, windowStart: released.windowStart - 1 }],
  ["within-scope", false, { ...released, windowStart: released.windowEnd }],
  ["within-scope", false, { ...released, approvedAt: noon - 72 * hour }],
  ["within-scope", false, { ...released, records: 10_001 }],
  ["within-scope", false, { ...released, recordsOfDay: 100_001 }],
  ["within-scope", true, answered],
  ["within-scope", false, { ...answered, caseEndsAt: noon }],
  ["within-scope", false, { ...answered, records: 10_001 }],
  ["within-scope", true, reidentified],
  ["within-scope", false, { ...reidentified, venue: 6 }],
  ["within-scope", false, { ...reidentified, scannedAt: noon - 2 * hour }],
  ["within-scope", false, { ...reidentified, scannedAt: noon - 3 * hour - 1 }],
  ["within-scope", false, { ...reidentified, approvedAt: noon - 72 * hour }],
  ["join-refuses-withdrawn", undefined, joined],
  ["join-refuses-withdrawn", false, { ...joined, withdrawnAt: noon }],
  ["join-refuses-withdrawn", true, { ...joined, withdrawnAt: noon, named: false }],
  ["disclosure-logged", true, disclosureLogged],
  ["disclosure-logged", false, { ...disclosureLogged, answer: false }],
  ["disclosure-logged", false, { ...disclosureLogged, release: false }],
  ["issuer-blind", true, searched("issuer", "phone", "alias")],
  ["issuer-blind", undefined, searched("custodian", "phone")],
  ["issuer-blind", false, searched("issuer", "place")],
  ["custodian-blind", true, searched("custodian", "place")],
  ["custodian-blind", false, searched("custodian", "phone")],
  ["custodian-blind", false, searched("custodian", "dayKey")],
  // Two officers' shares open the epoch, the day's key opens the handle, and the book of aliases names the person.
  ["custodian-blind", false, searched("custodian", "share.first", "share.second")],
  ["custodian-blind", undefined, searched("venue")],
  ["venue-blind", true, searched("venue")],
  ["venue-blind", false, searched("venue", "phone")],
  ["retention-kept", true, visitStored],
  ["retention-kept", false, { ...visitStored, eraseAt: endOfDay + 1 }],
  ["retention-kept", false, { ...visitStored, eraseAt: null }],
  ["retention-kept", true, { ...visitStored, passIssuedAt: midnight }],
  ["retention-kept", false, { ...visitStored, passIssuedAt: midnight - 1 }],
  ["retention-kept", true, visitReleased],
  ["retention-kept", false, { ...visitReleased, eraseAtAfter: endOfDay + day }],
  ["retention-kept", true, { kind: "dayOpened", at: noon, party: "issuer", day: today, endsAt: endOfDay }],
  [
    "retention-kept",
    false,
    { kind: "dayOpened", at: noon, party: "issuer", day: today, endsAt: endOfDay + 1 },
  ],
  ["retention-kept", true, { ...dayErased, at: endOfDay + 10 * minute }],
  ["retention-kept", false, { ...dayErased, at: endOfDay + 10 * minute + 1 }],
  ["retention-kept", true, answerKept],
  ["retention-kept", false, { ...answerKept, answerEndsAt: noon + 14 * day + 1 }],
  ["retention-kept", false, { ...answerKept, recordsEndAt: noon + 14 * day - 1 }],
  ["retention-kept", true, stillHeld],
  ["retention-kept", false, { ...stillHeld, at: stillHeld.at + 1 }],
  ["retention-kept", undefined, { ...stillHeld, what: "consent" }],
  ["erased-stays-erased", true, again],
  ["erased-stays-erased", false, { ...again, erasedAt: noon - 1 }],
  ["erased-stays-erased", true, { ...again, erasedAt: noon - 1, records: 0 }],
  ["trace-possible", true, visitStored],
  ["trace-possible", true, { ...visitStored, eraseAt: visitStored.scannedAt + 14 * day }],
  ["trace-possible", false, { ...visitStored, eraseAt: visitStored.scannedAt + 14 * day - 1 }],
  ["trace-possible", true, { ...dayErased, at: midnight + 15 * day }],
  ["trace-possible", false, { ...dayErased, at: midnight + 15 * day - 1 }],
  ["trace-possible", true, joined],
  ["trace-possible", false, { ...joined, named: false }],
  ["trace-possible", undefined, { ...joined, named: false, withdrawnAt: noon - 1 }],
  ["trace-possible", undefined, { ...joined, named: false, scannedAt: noon - 14 * day }],
  ["everything-ends", true, stillHeld],
  ["everything-ends", false, { ...stillHeld, what: "consent", at: stillHeld.at + 1 }],
];

const withConstants = (set: Readonly<Record<string, number>>): Policy => ({
  ...defaultPolicy,
  constants: { ...defaultPolicy.constants, ...set },
});

describe("the promises", () => {
  it("have the names on which others rely, each once", () => {
    expect(properties.map(({ id }) => id)).toEqual(fixedIds);
    expect(propertyOf("stored-once")?.id).toBe("stored-once");
  });

  it("cite clauses that exist, say what they mean, and observe something", () => {
    for (const { clauses: cited, prose, observes } of properties) {
      expect(cited.length).toBeGreaterThan(0);
      expect(cited.filter((id) => !(id in clauses))).toEqual([]);
      expect(prose).toMatch(/^[A-Z].*\.$/);
      expect(observes.length).toBeGreaterThan(0);
    }
  });

  it.each(cases.map((each) => [each[0], String(each[1]), each] as const))(
    "%s is %s",
    (_id, _said, [id, expected, seen]) => {
      expect(propertyOf(id)?.holds(seen, defaultPolicy)).toBe(expected);
    },
  );

  it("each was true once and false once above, for every kind that it observes or another of them", () => {
    for (const { id, observes } of properties) {
      const own = cases.filter(([of]) => of === id);
      expect(new Set(own.map(([, expected]) => expected)).size, id).toBeGreaterThanOrEqual(2);
      expect(own.some(([, expected]) => expected === false)).toBe(true);
      const broken = new Set(own.flatMap(([, expected, { kind }]) => (expected === undefined ? [] : [kind])));
      expect(
        [...observes].filter((kind) => !broken.has(kind)),
        id,
      ).toEqual([]);
    }
  });

  it("say nothing about what they do not observe", () => {
    for (const property of properties)
      for (const [, , seen] of cases)
        if (!property.observes.includes(seen.kind))
          expect(property.holds(seen, defaultPolicy)).toBeUndefined();
  });
});

describe("the policy in force decides, not a number in a property", () => {
  const under = (id: PropertyId, seen: Observation, set: Readonly<Record<string, number>>) =>
    propertyOf(id)?.holds(seen, withConstants(set));

  it("retention, lifetimes and limits follow it", () => {
    expect(under("trace-possible", visitStored, { joinableAtLeast: 28 * day })).toBe(false);
    expect(under("retention-kept", visitStored, { retention: 14 * day })).toBe(false);
    expect(under("pass-bounded", visitStored, { passUseless: 10 * second })).toBe(false);
    expect(under("two-officers", released, { officersRequired: 3 })).toBe(false);
    expect(under("no-pass-without-consent", passIssued, { noticeVersion: 2 })).toBe(false);
    expect(under("verification-covers-pass", passIssued, { verificationValidity: 17 * second })).toBe(false);
  });

  it("and a policy without a number is a mistake that says so", () => {
    expect(() => under("pass-bounded", visitStored, { passUseless: NaN })).not.toThrow();
    const without = { ...defaultPolicy, constants: {} };
    expect(() => propertyOf("pass-bounded")?.holds(visitStored, without)).toThrow("passUseless");
  });
});

describe("blindness is derived", () => {
  it("each party is forbidden what would make it see", () => {
    for (const forbidden of Object.values(forbiddenTo)) expect(forbidden).toContain("whoWasWhere");
    expect(forbiddenTo.issuer).toContain("place");
    expect(forbiddenTo.custodian).toContain("phone");
  });
});
