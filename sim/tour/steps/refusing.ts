// What the door does not take: a pass shown too late, one that somebody altered, and a QR code that is no pass.
// Between them the pass is renewed without a new consent, because the first one still covers it (clauses F3, C12).
import { Effect } from "effect";
import { encodePassText } from "../../../impl/protocol/pass.ts";
import { instants, second, shownAfterMs } from "../instants.ts";
import { countOf } from "../looking/holdings.ts";
import type { Step } from "../step.ts";

const tooLateByMs = 3 * second;
const renewsAfterMs = 5 * second;

export const expired: Step = {
  id: "expired",
  at: () => instants.expired,
  clauses: ["F3", "C3", "C12"],
  play: Effect.fnUntraced(function* ({ person, door, policy, memory, goTo, look }, notes) {
    const first = (yield* person.askPass).pass ?? new Uint8Array(0);
    memory.firstDay.push(first);
    const lateMs = policy.passLifetime + policy.clockSkew + tooLateByMs;
    yield* goTo(instants.expired + lateMs);
    yield* notes.refused("pass-expired", yield* door.show(encodePassText(first)));
    yield* goTo(instants.expired + lateMs + renewsAfterMs);
    const renewed = (yield* person.askPass).pass ?? new Uint8Array(0);
    yield* notes.claim((claims) => claims.renewed, renewed.length > 0);
    yield* goTo(instants.expired + lateMs + renewsAfterMs + shownAfterMs(policy));
    const refusal = yield* door.show(encodePassText(renewed));
    memory.pass = renewed;
    memory.firstDay.push(renewed);
    const visits = countOf(yield* look, "custodian", "visits");
    yield* notes.claim((claims) => claims.admittedAgain(visits), refusal === undefined && visits === 2);
  }),
};

const sealedAt = 40;
const shopCode = "https://example.com/menu?table=7";

export const forged: Step = {
  id: "forged",
  at: () => instants.forged,
  clauses: ["S7"],
  play: Effect.fnUntraced(function* ({ door, memory, look }, notes) {
    const altered = memory.pass.slice();
    altered[sealedAt] = (altered[sealedAt] ?? 0) ^ 1;
    yield* notes.refused("pass-forged", yield* door.show(encodePassText(altered)));
    yield* notes.refused("pass-malformed", yield* door.show(shopCode));
    const visits = countOf(yield* look, "custodian", "visits");
    yield* notes.claim((claims) => claims.visitsStill(visits), visits === 2);
  }),
};
