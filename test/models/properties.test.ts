// Every promise is a predicate that can be false: on each side of each of its boundaries, in literal instants, and undefined where its
// premise does not apply. The names are those on which others rely; the prose cites clauses that exist.
import { describe, expect, it } from "vitest";
import { clauses } from "../../models/clauses.ts";
import { consent } from "../../models/consent.ts";
import { crisis } from "../../models/crisis.ts";
import { observed, type Observation } from "../../models/observations.ts";
import { defaultPolicy, type Policy } from "../../models/policy.ts";
import { properties, propertyOf, type PropertyId } from "../../models/properties.ts";
import { forbiddenTo } from "../../models/properties/knowing.ts";
import { verification } from "../../models/verification.ts";
import { day, passIssued, released, second, visitStored } from "./goodobservations.ts";
import { verdicts } from "./verdicts.ts";

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

  it.each(verdicts.map((each) => [each[0], String(each[1]), each] as const))(
    "%s is %s",
    (_id, _said, [id, expected, seen]) => {
      expect(propertyOf(id)?.holds(seen, defaultPolicy)).toBe(expected);
    },
  );

  it("each was true once and false once above, for every kind that it observes or another of them", () => {
    for (const { id, observes } of properties) {
      const own = verdicts.filter(([of]) => of === id);
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
      for (const [, , seen] of verdicts)
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
    expect(under("verification-covers-pass", passIssued, { verificationValidity: 17 * second + 1 })).toBe(
      true,
    );
  });

  it("and a policy without a number is a mistake that says so", () => {
    expect(() => under("pass-bounded", visitStored, { passUseless: NaN })).not.toThrow();
    const without = { ...defaultPolicy, constants: {} };
    expect(() => propertyOf("pass-bounded")?.holds(visitStored, without)).toThrow("passUseless");
  });
});

describe("a promise is data", () => {
  it("with a judge for each kind that it observes, or with what somebody must not know", () => {
    for (const { id, judges, knows, observes } of properties) {
      expect(observes, id).toEqual(knows === undefined ? Object.keys(judges) : ["storeSearched"]);
      if (knows !== undefined) expect(judges).toEqual({});
    }
  });

  it("that survives being written to a file and read again", () => {
    for (const { judges, knows } of properties) {
      expect(JSON.parse(JSON.stringify(judges))).toEqual(judges);
      expect(JSON.parse(JSON.stringify(knows ?? null))).toEqual(knows ?? null);
    }
  });

  it("and its fields take their words from the machines", () => {
    expect(observed.passIssued.verification.words).toEqual(Object.keys(verification.states));
    expect(observed.withdrawn.consent.words).toEqual(Object.keys(consent.states));
    expect(observed.visitStored.crisis.words).toEqual(Object.keys(crisis.states));
  });
});

describe("blindness is derived", () => {
  it("each party is forbidden what would make it see", () => {
    for (const forbidden of Object.values(forbiddenTo)) expect(forbidden).toContain("whoWasWhere");
    expect(forbiddenTo.issuer).toContain("place");
    expect(forbiddenTo.custodian).toContain("phone");
  });
});
