// A token with two deadlines from one instant: of those that have been reached the earlier one fires, whenever it is that somebody looks.
// Of two at one instant the one fires that its state names first.
// So it can be found ended by the second one only if that comes first: if second < first, in any time.
import { now, policy, sum } from "../../../../../models/language/expression.ts";
import { instant } from "../../../../../models/language/fields.ts";
import { send } from "../../../../../models/language/slice.ts";
import { badThing, goes, machine, once, policyOf, sliceOf, type System } from "./system.ts";

const token = machine(
  "token",
  { firstAt: instant, secondAt: instant },
  {
    none: {
      on: {
        issue: [goes("live", { firstAt: sum(now, policy("first")), secondAt: sum(now, policy("second")) })],
      },
    },
    live: { after: { firstAt: [goes("endedByFirst")], secondAt: [goes("endedBySecond")] } },
    endedByFirst: {},
    endedBySecond: { on: { look: [goes("endedBySecond")] } },
  },
  "token",
);

export const endedBySecond: System = {
  slice: sliceOf({
    instances: { token: { machine: "token", party: "person", of: "" } },
    moves: [
      { id: "issue", says: "The token is issued.", party: "issuer", call: send("token", "issue") },
      {
        id: "look",
        says: "Somebody looks at the token, which only answers if its second deadline ended it.",
        party: "person",
        call: send("token", "look"),
        notes: [badThing()],
      },
    ],
  }),
  law: { machines: [token], rules: [] },
  promise: once,
  policyOf: (first, second) => policyOf({ first, second }),
};
