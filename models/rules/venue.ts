/**
 * The venue's rules: it registers, and it sends on what it scanned.
 * It decides nothing about a person; it learns admitted or not, and nothing else.
 */
import { flag, given, not } from "../language/expression.ts";
import { yesOrNo } from "../language/fields.ts";
import { refusal, type Rule } from "../language/rule.ts";

export const venueRules: readonly Rule[] = [
  {
    id: "venue.scan",
    party: "venue",
    description: "Signs a scanned pass with the device's key and sends it to the custodian.",
    clauses: ["S2", "S11"],
    trigger: { name: "pass", from: "person", fields: { registered: yesOrNo, wellFormed: yesOrNo } },
    instances: {},
    refusals: [
      refusal("venue-unregistered", not(flag(given("registered"))), "The venue is not registered.", [
        "S2",
        "F10",
      ]),
      refusal("pass-malformed", not(flag(given("wellFormed"))), "This is not a pass.", ["S7"]),
    ],
    steps: [],
    sends: ["scan"],
  },
];
