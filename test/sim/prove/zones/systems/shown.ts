// A token that is issued by a clock ahead and shown later: it is nobody's row, and lapses only when somebody looks.
// Its life is counted from `ahead` after it was really issued, at i; it can be shown until i + ahead + lasting - 1.
// Shown strictly after i + 8 it can be if ahead + lasting >= 10, and in real time if it is > 8.
import { and, field, never, now, policy, present, sum } from "../../../../../models/language/expression.ts";
import { instant } from "../../../../../models/language/fields.ts";
import { send } from "../../../../../models/language/slice.ts";
import { before } from "../../../../../models/properties/comparing.ts";
import { badThing, goes, machine, once, policyOf, sliceOf, type System } from "./system.ts";

const token = machine(
  "token",
  { lapsesAt: instant },
  {
    none: { on: { issue: [goes("live", { lapsesAt: sum(now, policy("lasting")) })] } },
    live: { on: { show: [goes("live")] }, after: { lapsesAt: [goes("lapsed", { lapsesAt: never })] } },
    lapsed: {},
  },
  "token",
);

const issuedAt = field("issuedAt");

export const shownLate: System = {
  slice: sliceOf({
    instances: { token: { machine: "token", party: "person", of: "" } },
    variables: { issuedAt: instant },
    moves: [
      {
        id: "issue",
        says: "The token is issued by a clock ahead.",
        party: "issuer",
        call: send("token", "issue"),
        at: sum(now, policy("ahead")),
        done: { issuedAt: now },
      },
      {
        id: "show",
        says: "The token is shown.",
        party: "person",
        call: send("token", "show"),
        notes: [badThing(and(present(issuedAt), before(sum(issuedAt, policy("bound")), now)))],
      },
    ],
  }),
  law: { machines: [token], rules: [] },
  promise: once,
  policyOf: (ahead, lasting) => policyOf({ ahead, lasting, bound: 8 }),
};
