// Coming back after a withdrawal, and a month later: the verification expires to the millisecond, and is renewed by a new code.
// Nothing ties the new account to the old one, because nothing of the old one is left.
import { Effect } from "effect";
import { encodePassText } from "../../../impl/protocol/pass.ts";
import {
  instants,
  lastVisitAtMs,
  minute,
  monthEndsAtMs,
  renewalEndsAtMs,
  renewedAtMs,
  shownAfterMs,
} from "../instants.ts";
import { countOf } from "../looking/holdings.ts";
import type { Step } from "../step.ts";
import { verifyAt } from "./verifying.ts";
import { visitAt } from "./withdrawing.ts";

const agreesBeforeMs = 5 * minute;

export const back: Step = {
  id: "back",
  at: () => instants.secondVerified - minute,
  clauses: ["S4", "S5"],
  play: Effect.fnUntraced(function* (scene, notes) {
    const { person, door, policy, goTo, look } = scene;
    yield* person.agree(policy.noticeVersion);
    const verified = yield* verifyAt(scene, instants.secondVerified);
    yield* notes.claim((claims) => claims.verifiedAnew, verified);
    const { pass } = yield* person.askPass;
    yield* goTo(instants.secondVerified + shownAfterMs(policy));
    const refusal = pass === undefined ? "pass-unknown" : yield* door.show(encodePassText(pass));
    const holdings = yield* look;
    yield* notes.claim((claims) => claims.admittedAnew, refusal === undefined);
    yield* notes.claim(
      (claims) => claims.beginsAnew,
      countOf(holdings, "issuer", "accounts") === 1 && countOf(holdings, "issuer", "aliases") === 1,
    );
  }),
};

export const month: Step = {
  id: "month",
  at: (policy) => monthEndsAtMs(policy) - agreesBeforeMs,
  clauses: ["S5", "F2", "C2"],
  play: Effect.fnUntraced(function* (scene, notes) {
    const { person, policy, goTo } = scene;
    const endsAtMs = monthEndsAtMs(policy);
    yield* person.agree(policy.noticeVersion);
    yield* goTo(endsAtMs - 1);
    const last = yield* person.askPass;
    yield* notes.claim((claims) => claims.lastMoment, last.pass !== undefined);
    yield* goTo(endsAtMs);
    yield* notes.refused("verification-expired", (yield* person.askPass).refusal);
    const verified = yield* verifyAt(scene, renewedAtMs(policy));
    const again = yield* person.askPass;
    yield* notes.claim((claims) => claims.verificationRenewed, verified && again.pass !== undefined);
  }),
};

export const lastVisit: Step = {
  id: "lastVisit",
  at: lastVisitAtMs,
  clauses: ["S4", "S7"],
  play: Effect.fnUntraced(function* (scene, notes) {
    const entered = yield* visitAt(scene, lastVisitAtMs(scene.policy));
    const visits = countOf(yield* scene.look, "custodian", "visits");
    yield* notes.claim((claims) => claims.lastVisit(visits), entered && visits > 0);
  }),
};

export const monthAgain: Step = {
  id: "monthAgain",
  at: (policy) => renewalEndsAtMs(policy),
  clauses: ["S5", "C9"],
  play: Effect.fnUntraced(function* ({ person, policy, look }, notes) {
    yield* person.agree(policy.noticeVersion);
    yield* notes.refused("verification-expired", (yield* person.askPass).refusal);
    const holdings = yield* look;
    yield* notes.claim(
      (claims) => claims.accountStays,
      countOf(holdings, "issuer", "accounts") === 1 && holdings.phoneAt.join() === "issuer",
    );
  }),
};
