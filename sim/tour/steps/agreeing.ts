// Before the first pass: the crisis level, the notice and the consent, and asking for a pass with a phone that nobody has verified.
// Each refusal here comes from the issuer's gate; nothing is stored by it.
import { Effect } from "effect";
import { instants } from "../instants.ts";
import { countOf } from "../looking/holdings.ts";
import { isAccepted } from "../scene.ts";
import type { Step } from "../step.ts";

const announced = "serious";

export const level: Step = {
  id: "level",
  at: () => instants.level,
  clauses: ["F7", "S2", "F9", "F10"],
  play: Effect.fnUntraced(function* ({ house, person, door, policy, look }, notes) {
    const early = yield* person.agree(policy.noticeVersion);
    yield* notes.refused("collection-suspended", early.refusal);
    const heardByIssuer = yield* isAccepted(house.issuer.announceLevel(announced));
    const heardByCustodian = yield* isAccepted(house.custodian.announceLevel(announced));
    yield* notes.claim((claims) => claims.levelAllows, heardByIssuer && heardByCustodian);
    const registered = yield* isAccepted(door.register);
    const holdings = yield* look;
    yield* notes.claim(
      (claims) => claims.registered,
      registered &&
        countOf(holdings, "venue", "registrations") === 1 &&
        countOf(holdings, "custodian", "registrations") === 1,
    );
  }),
};

export const notice: Step = {
  id: "notice",
  at: () => instants.notice,
  clauses: ["S4", "F1", "F13"],
  play: Effect.fnUntraced(function* ({ person, policy, look, words }, notes) {
    yield* notes.text(words.notice(policy));
    const bare = yield* person.askPass;
    yield* notes.refused("consent-required", bare.refusal);
    const agreed = yield* person.agree(policy.noticeVersion);
    const holdings = yield* look;
    yield* notes.claim(
      (claims) => claims.consentRecorded(policy.noticeVersion),
      agreed.told === "consent.recorded" && countOf(holdings, "issuer", "consents") === 1,
    );
    yield* notes.claim(
      (claims) => claims.numberAtIssuerOnly,
      holdings.phoneAt.join() === "issuer" && !holdings.phoneInClear,
    );
  }),
};

export const unverified: Step = {
  id: "unverified",
  at: () => instants.unverified,
  clauses: ["S5"],
  play: Effect.fnUntraced(function* ({ person, look }, notes) {
    const asked = yield* person.askPass;
    yield* notes.refused("verification-required", asked.refusal);
    const holdings = yield* look;
    yield* notes.claim(
      (claims) => claims.nothingIssued,
      asked.pass === undefined && countOf(holdings, "issuer", "dayKeys") === 0,
    );
  }),
};
