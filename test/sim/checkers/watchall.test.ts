// Each promise as a run would show it: held by a right stream, broken by a hand-made wrong one with the breach told, and
// never exercised by silence. Those that remember are shown to remember.
import { describe, expect, it } from "vitest";
import type { Observation } from "../../../models/observations.ts";
import { defaultPolicy } from "../../../models/policy.ts";
import { properties, type PropertyId } from "../../../models/properties.ts";
import type { Finding } from "../../../sim/checkers/checker.ts";
import { watchAll } from "../../../sim/checkers/watchall.ts";
import { covering } from "../../covering.ts";
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
  visitReleased,
  visitStored,
  withdrawn,
} from "../../models/goodobservations.ts";

const cover = covering(import.meta.url);

const findingsOf = (seen: readonly Observation[]): readonly Finding[] => {
  const watching = watchAll(defaultPolicy);
  for (const each of seen) watching.see(each);
  const findings = watching.findings();
  for (const { id, checked } of findings) if (checked > 0) cover.promise(id);
  return findings;
};
const findingOf = (id: PropertyId, seen: readonly Observation[]) =>
  findingsOf(seen).find((one) => one.id === id);

const left = { kind: "personWithdrew", at: noon - hour, person: "Lee" } as const;
const found = {
  kind: "dayFound",
  at: endOfDay + 1,
  party: "custodian",
  dayStart: midnight,
  records: 0,
} as const;

/** A run in which every promise is put to the test and kept. */
const right: readonly Observation[] = [
  { kind: "dayOpened", at: noon, party: "issuer", dayStart: midnight, endsAt: endOfDay },
  passIssued,
  visitStored,
  { ...visitStored, pass: 4 },
  withdrawn,
  left,
  caseApproved,
  released,
  visitReleased,
  answered,
  answerKept,
  reidentified,
  { ...reidentified, person: "Lee", named: false },
  disclosureLogged,
  searched("issuer", "phone"),
  searched("custodian", "place"),
  searched("venue"),
  dayErased,
  found,
  stillHeld,
];

const wrong: Readonly<Record<PropertyId, readonly Observation[]>> = {
  "no-pass-without-consent": [{ ...passIssued, consent: "absent" }],
  "no-pass-without-verification": [{ ...passIssued, verification: "locked" }],
  "verification-covers-pass": [{ ...passIssued, verifiedUntil: noon }],
  "withdrawal-stops-issuance": [{ ...withdrawn, consent: "given" }],
  "no-collection-when-suspended": [{ ...visitStored, crisis: "suspended" }],
  "pass-bounded": [{ ...visitStored, at: noon + 60 * second }],
  "stored-once": [{ ...visitStored, pass: 100_000 }, visitStored, { ...visitStored, pass: 100_000 }],
  "two-officers": [{ ...reidentified, approvedBy: reidentified.requestedBy }],
  "within-scope": [{ ...reidentified, windowStart: null, windowEnd: null }],
  "join-refuses-withdrawn": [left, { ...reidentified, person: "Lee" }],
  "disclosure-logged": [{ ...disclosureLogged, release: false }],
  "issuer-blind": [searched("issuer", "place")],
  "custodian-blind": [searched("custodian", "phone")],
  "venue-blind": [searched("venue", "phone")],
  "retention-kept": [{ ...visitReleased, eraseAtAfter: endOfDay + day }],
  "erased-stays-erased": [dayErased, { ...found, records: 1 }],
  "trace-possible": [{ ...reidentified, named: false }],
  "everything-ends": [{ ...stillHeld, what: "verification", at: endOfDay + day }],
};

describe("every checker", () => {
  it("is there for every property, in its order", () => {
    expect(findingsOf([]).map(({ id, clauses }) => ({ id, clauses }))).toEqual(
      properties.map(({ id, clauses }) => ({ id, clauses })),
    );
  });

  it("says never exercised when nothing is seen", () => {
    for (const finding of findingsOf([]))
      expect(finding).toMatchObject({ verdict: "never exercised", checked: 0 });
  });

  it("says held after a right run, and has checked something", () => {
    for (const { id, verdict, checked, firstBreach } of findingsOf(right)) {
      expect({ id, verdict, firstBreach }).toEqual({ id, verdict: "held", firstBreach: undefined });
      expect(checked).toBeGreaterThan(0);
    }
  });

  it.each(properties.map(({ id }) => id))("%s is broken by a wrong run, and says where", (id) => {
    const finding = findingOf(id, [...right, ...wrong[id], ...right]);
    expect(finding?.verdict).toBe("broken");
    expect(finding?.firstBreach?.sentence).toMatch(
      /Broken at 2020-0[67]-\d\d \d\d:\d\d:\d\d\.\d{3} in Seoul, \w+: /,
    );
    expect(findingOf(id, wrong[id])?.verdict).toBe("broken");
  });

  it("tells the first breach, not a later one", () => {
    const broken = findingOf("stored-once", [visitStored, visitStored, visitStored]);
    expect(broken?.firstBreach?.observation).toEqual({
      kind: "passStored",
      at: visitStored.at,
      pass: 3,
      times: 2,
    });
    expect(broken?.checked).toBe(3);
  });
});

describe("checkers that remember", () => {
  it("judge what comes back only once a day was erased, and each party by its own days", () => {
    expect(findingOf("erased-stays-erased", [visitStored])?.checked).toBe(0);
    const issuers = { ...dayErased, party: "issuer" } as const;
    expect(findingOf("erased-stays-erased", [issuers, visitStored])?.checked).toBe(0);
    expect(findingOf("erased-stays-erased", [dayErased, visitStored])?.verdict).toBe("broken");
    const opened = {
      kind: "dayOpened",
      at: noon,
      party: "custodian",
      dayStart: midnight,
      endsAt: endOfDay,
    } as const;
    expect(findingOf("erased-stays-erased", [dayErased, opened])?.verdict).toBe("broken");
    expect(
      findingOf("erased-stays-erased", [dayErased, { ...opened, dayStart: midnight + day }])?.verdict,
    ).toBe("held");
    expect(findingOf("erased-stays-erased", [dayErased, { ...dayErased, records: 0 }])?.verdict).toBe("held");
    expect(findingOf("erased-stays-erased", [dayErased, dayErased])?.verdict).toBe("broken");
  });

  it("hold a withdrawal against visits before it only, and only until the answer", () => {
    const named = { ...reidentified, person: "Lee" };
    const at = (instant: number) =>
      findingOf("join-refuses-withdrawn", [{ ...left, at: instant }, named])?.verdict;
    expect(at(reidentified.scannedAt - 1)).toBe("never exercised");
    expect(at(reidentified.scannedAt)).toBe("broken");
    expect(at(reidentified.at)).toBe("broken");
    expect(at(reidentified.at + 1)).toBe("never exercised");
  });

  it("do not judge a person whom nobody knows", () => {
    const unknown = { ...reidentified, person: null, named: false };
    expect(findingOf("trace-possible", [unknown])?.verdict).toBe("never exercised");
    expect(findingOf("join-refuses-withdrawn", [left, unknown])?.verdict).toBe("never exercised");
  });
});
