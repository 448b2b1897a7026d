// What crosses between parties, held to what was written by hand: who sends what, what the receiver reads, what stays closed to it.
// The law's messages and rules are not asked here, so that a mistake in how they are put together is seen.
import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../../../../models/policy.ts";
import { crossings } from "../../../../viz/atlas/system/crossings.ts";
import { partyList } from "../../../../viz/atlas/system/parties.ts";
import { ruleList } from "../../../../viz/atlas/system/rules.ts";

const all = crossings();
const crossing = (id: string) => all.find((one) => one.id === id);
const english = (of: readonly { readonly en: string }[] = []) => of.map(({ en }) => en);

describe("what crosses", () => {
  it("is each between two parties, under an id of its own", () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.filter(({ from, to }) => from === to)).toEqual([]);
  });

  it.each([
    ["message:issuer.consent.given", "person", "issuer"],
    ["message:issuer.pass.requested", "person", "issuer"],
    ["message:issuedPass", "issuer", "person"],
    ["message:pass", "person", "venue"],
    ["message:scan", "venue", "custodian"],
    ["message:custodian.lateScan", "venue", "custodian"],
    ["message:issuer.level", "authority", "issuer"],
    ["message:custodian.level", "authority", "custodian"],
    ["message:answer", "issuer", "authority"],
  ])("%s goes from the %s to the %s", (id, from, to) => {
    expect(crossing(id)).toMatchObject({ from, to });
  });

  it("shows a message once, and not again as what it starts", () => {
    expect(crossing("message:release")?.answeredBy).toEqual(["authority.receiveRelease"]);
    expect(crossing("message:answer")?.answeredBy).toEqual(["authority.receiveAnswer"]);
    expect(all.filter(({ from, to }) => from === "custodian" && to === "authority")).toHaveLength(1);
  });

  it("tells the custodian place and time of a scan, and keeps the person closed to it", () => {
    expect(english(crossing("message:scan")?.opens)).toEqual(
      expect.arrayContaining(["place", "time of a scan"]),
    );
    expect(english(crossing("message:scan")?.closed)).toEqual(["alias of the account for the day"]);
  });

  it("keeps an answer closed to the authority's machines", () => {
    expect(english(crossing("message:answer")?.closed)).toEqual(["phone number"]);
  });
});

describe("the parties", () => {
  it("must each not know what their role forbids", () => {
    const forbidden = partyList().map(({ id, mustNotKnow }) => [
      id,
      mustNotKnow.map(({ promise }) => promise),
    ]);
    expect(Object.fromEntries(forbidden)).toEqual({
      person: [],
      issuer: ["issuer-blind"],
      venue: ["venue-blind"],
      custodian: ["custodian-blind"],
      authority: [],
      board: [],
    });
  });

  it("could know no more than that, whatever they kept", () => {
    for (const { mustNotKnow, canKnow } of partyList())
      for (const never of mustNotKnow.flatMap(({ of }) => of)) expect(canKnow).not.toContainEqual(never);
  });
});

it("a rule says what it refuses, does and sends", () => {
  const rule = ruleList(defaultPolicy).find(({ id }) => id === "venue.scan");
  expect(rule?.refusals.map(({ code }) => code)).toEqual(["venue-unregistered", "pass-malformed"]);
  expect(rule?.refusals[0]?.condition.en).toBe("this venue is not registered");
  expect(rule).toMatchObject({ broughtBy: "message:pass", sends: ["message:scan"], steps: [] });
});
