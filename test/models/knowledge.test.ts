// How knowledge follows from what is seen: each rule of the closed list alone, with the least that makes it work and the least that does not.
// Equal values link and near times link; a hash is opened by trying where little else is in it.
// The law's own messages are looked at too: the pass's challenge is one thing in the messages and on the wire.
import { describe, expect, it } from "vitest";
import { closure, guessable, knowledgeOf, type Sight } from "../../models/knowledge.ts";
import { linked, links, sharedByMany } from "../../models/linking.ts";
import {
  atom,
  binding,
  digest,
  messages,
  sealed,
  sealedHandle,
  type KnowledgeTerm,
} from "../../models/messages.ts";
import { forbiddenTo } from "../../models/properties/knowing.ts";
import { wire } from "../../models/wire.ts";

const sight = (...terms: readonly KnowledgeTerm[]): Sight => ({ terms, own: [], atTheDoor: false });
const saw = (...names: readonly string[]): Sight => sight(...names.map(atom));
const namesSomebody = (sights: readonly Sight[], by = links): boolean =>
  closure(sights, [], by).has("whoWasWhere");

describe("equal values link", () => {
  const asked = saw("phone", "number");
  const scanned = saw("number", "place", "timeOfScan");

  it("two sights of one pass", () => {
    expect(namesSomebody([asked, scanned])).toBe(true);
    expect(namesSomebody([asked, scanned], ["near times"])).toBe(false);
  });

  it("through a third that has something of both", () => {
    expect(namesSomebody([saw("phone", "session"), saw("session", "number"), scanned])).toBe(true);
    expect(namesSomebody([saw("phone", "session"), scanned, saw("session", "number")])).toBe(true);
    expect(namesSomebody([saw("phone", "session"), saw("code", "number"), scanned])).toBe(false);
  });

  it("also what nobody opens: a ciphertext and a hash are equal to themselves", () => {
    for (const closed of [sealed("dayKey", atom("alias")), digest(atom("challenge"), atom("salt"))])
      expect(
        namesSomebody([sight(atom("phone"), closed), sight(atom("place"), atom("timeOfScan"), closed)]),
      ).toBe(true);
    expect(
      namesSomebody([
        sight(atom("phone"), sealed("dayKey", atom("alias"))),
        sight(atom("place"), atom("timeOfScan"), sealed("otherKey", atom("alias"))),
      ]),
    ).toBe(false);
  });

  it.each([...sharedByMany].filter((name) => !["place", "timeOfPass", "timeOfScan"].includes(name)))(
    "but not what many have alike: %s",
    (name) => {
      expect(namesSomebody([saw("phone", name), saw("place", "timeOfScan", name)], ["equal values"])).toBe(
        false,
      );
    },
  );

  it("and any value that the law does not know yet", () => {
    expect(namesSomebody([saw("phone", "of-tomorrow"), saw("place", "timeOfScan", "of-tomorrow")])).toBe(
      true,
    );
  });
});

describe("near times link", () => {
  it("a pass asked for and a scan within its seconds", () => {
    const sights = [saw("phone", "timeOfPass"), saw("place", "timeOfScan")];
    expect(namesSomebody(sights)).toBe(true);
    expect(namesSomebody(sights, ["equal values"])).toBe(false);
    expect(namesSomebody([saw("phone", "timeOfEpoch"), saw("place", "timeOfScan")])).toBe(false);
  });

  it("what comes while somebody stands at a door, though it says no time, and only for whoever watches both", () => {
    const number = { ...saw("phone"), atTheDoor: true };
    expect(namesSomebody([number, saw("place", "timeOfScan")])).toBe(true);
    expect(namesSomebody([saw("phone"), saw("place", "timeOfScan")])).toBe(false);
  });

  it("leave apart what has none, and put together all that have", () => {
    const sets = [["a", "timeOfPass"], ["b"], ["c", "timeOfScan"]].map((names) => new Set(names));
    expect(linked(sets, ["near times"]).map((set) => [...set].sort())).toEqual([
      ["b"],
      ["a", "c", "timeOfPass", "timeOfScan"],
    ]);
    expect(linked(sets, [])).toHaveLength(3);
  });
});

describe("a hash", () => {
  it("tells what is of few values as soon as all the rest of it is known, and nothing before", () => {
    expect([...closure([sight(binding)], [])]).toEqual([]);
    expect([...closure([sight(binding)], ["challenge"])].sort()).toEqual(["challenge", "place"]);
    expect(closure([sight(digest(atom("scopeOfVenues"), atom("salt")))], ["challenge"]).size).toBe(1);
    expect([...closure([sight(digest(atom("phone")))], [])]).toEqual(["phone"]);
  });

  it("of something sealed tells nothing, whoever has the key", () => {
    expect([...closure([sight(digest(sealed("dayKey", atom("alias"))))], ["dayKey"])]).toEqual(["dayKey"]);
  });

  it("hides nothing in which all is random", () => {
    for (const secret of ["challenge", "salt", "alias", "epochSecret"])
      expect(guessable.has(secret)).toBe(false);
  });
});

describe("the law's own messages", () => {
  it("carry the challenge as the wire does: in a pass its hash with the place, beside a scan itself", () => {
    const of = (name: string) => messages.find((message) => message.name === name)?.fields ?? {};
    for (const name of ["issuedPass", "pass", "scan"]) expect(of(name)["binding"]).toEqual(binding);
    expect(Object.values(of("issuedPass"))).not.toContainEqual(atom("challenge"));
    expect(Object.values(of("pass"))).not.toContainEqual(atom("challenge"));
    expect(of("scan")["challenge"]).toEqual(atom("challenge"));
    expect(wire["people"]?.fields["challenge"]).toEqual([binding]);
    expect(wire["people"]?.fields["text"]).toContainEqual(binding);
    expect(wire["scans"]?.fields["scans[]"]).toEqual(Object.values(of("scan")));
  });

  it.each(["issuer", "venue", "custodian"] as const)("leave the %s blind", (party) => {
    const known = knowledgeOf([party]);
    expect(forbiddenTo[party].filter((what) => known.has(what))).toEqual([]);
  });

  it("would show the issuer every place, if the challenge came to it in clear", () => {
    const told = messages.map((message) =>
      message.name === "issuedPass"
        ? { ...message, fields: { ...message.fields, challenge: atom("challenge") } }
        : message,
    );
    expect(knowledgeOf(["issuer"], [], told).has("whoWasWhere")).toBe(true);
  });

  it("would keep issuer and custodian apart, if handles stayed closed, no pass were like itself and nobody watched live", () => {
    const closed = messages.map((message) => ({
      ...message,
      fields: Object.fromEntries(
        Object.entries(message.fields).map(([field, term]) => [
          field,
          term === sealedHandle ? sealed("nobody", term) : term,
        ]),
      ),
    }));
    expect(knowledgeOf(["issuer", "custodian"]).has("whoWasWhere")).toBe(true);
    expect(knowledgeOf(["issuer", "custodian"], [], messages, []).has("whoWasWhere")).toBe(true);
    for (const link of links)
      expect(knowledgeOf(["issuer", "custodian"], [], closed, [link]).has("whoWasWhere")).toBe(true);
    const apart = knowledgeOf(["issuer", "custodian"], [], closed, []);
    expect([apart.has("phone"), apart.has("place"), apart.has("whoWasWhere")]).toEqual([true, true, false]);
  });
});
