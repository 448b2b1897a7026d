/**
 * The gate: people agree to the notice, verify their phones, ask for passes and withdraw, at one issuer.
 * Everything by which a pass can be refused is followed; what becomes of a pass afterwards is the door's.
 */
import { instant } from "../language/fields.ts";
import type { Slice } from "../language/slice.ts";
import { crisisOf, level } from "./moves/level.ts";
import {
  agreeing,
  asking,
  askingTooOften,
  heldOf,
  publishing,
  stranger,
  verifying,
  withdrawing,
  withdrawnAt,
  type PersonNumber,
} from "./moves/person.ts";

export const gateOf = (people: readonly PersonNumber[]): Slice => ({
  id: "gate",
  description: "People agree, verify, ask for passes and withdraw, while notice and crisis level change.",
  leavesOut: "The pass is forgotten when it has been issued: whatever happens to it, the gate is not asked.",
  beginsWith:
    "Everybody has just agreed to a notice that is no longer in force; no phone is verified, and collection is suspended.",
  ticksADay: 1,
  horizon: 1,
  small: {
    consentSession: 1,
    verificationValidity: 3,
    codeLifetime: 1,
    codeTries: 2,
    codeSends: 2,
    codeSendWindow: 2,
    codeLock: 1,
    accountKept: 3,
    passLifetime: 1,
    clockSkew: 1,
    sweepLateness: 1,
  },
  instances: {
    crisis: crisisOf("issuer", "suspended"),
    ...Object.fromEntries(people.flatMap((n) => Object.entries(stranger(n)))),
    pass: { machine: "pass", party: "person", of: "pass" },
  },
  variables: Object.fromEntries(people.map((n) => [withdrawnAt(n), instant])),
  moves: [
    ...level("issuer", "crisis"),
    ...people.flatMap((n) => [
      ...agreeing(n),
      publishing(n),
      ...verifying(n, true),
      ...asking(n, "pass", { forgets: ["pass"] }),
      askingTooOften(n, "pass"),
      withdrawing(n),
    ]),
  ],
  watches: people.flatMap(heldOf),
  swaps:
    people.length < 2
      ? []
      : [
          {
            says: "the two people",
            instances: [
              ["consent1", "consent2"],
              ["verification1", "verification2"],
            ],
            variables: [[withdrawnAt("1"), withdrawnAt("2")]],
            ids: [],
          },
        ],
  atLast: [],
});

export const gate = gateOf(["1", "2"]);
