// The phone is verified by a code that comes by SMS: a wrong one counts as a try, the right one verifies for a month.
// The tour reads the SMS as the phone would. Two later steps of the story verify in the same way.
import { Effect } from "effect";
import { instants, second } from "../instants.ts";
import { countOf } from "../looking/holdings.ts";
import { wrongCode } from "../person.ts";
import type { Scene } from "../scene.ts";
import type { Step } from "../step.ts";

/** Asks for a code now and types it at an instant; whether the phone is verified. */
export const verifyAt = Effect.fnUntraced(function* ({ person, goTo }: Scene, typedAtMs: number) {
  const asked = yield* person.askCode;
  const code = yield* person.readSms;
  yield* goTo(typedAtMs);
  const typed = yield* person.typeCode(code);
  return asked.told === "code.sent" && typed.told === "phone.verified";
});

const looksAtItMs = 20 * second;
const typesAgainMs = 30 * second;

export const code: Step = {
  id: "code",
  at: () => instants.code,
  clauses: ["S5", "F2", "C1"],
  play: Effect.fnUntraced(function* ({ person, policy, goTo, look }, notes) {
    const asked = yield* person.askCode;
    const sms = yield* person.readSms;
    yield* notes.claim(
      (claims) => claims.codeSent(policy.codeDigits),
      asked.told === "code.sent" && sms.length === policy.codeDigits && /^\d+$/.test(sms),
    );
    yield* goTo(instants.code + looksAtItMs);
    const wrong = yield* person.typeCode(wrongCode(sms));
    yield* notes.claim((claims) => claims.wrongCode, wrong.told === "code.mismatched");
    yield* goTo(instants.code + typesAgainMs);
    const right = yield* person.typeCode(sms);
    const holdings = yield* look;
    yield* notes.claim(
      (claims) => claims.verified,
      right.told === "phone.verified" && countOf(holdings, "issuer", "verifications") === 1,
    );
  }),
};
