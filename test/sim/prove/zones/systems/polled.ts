// A lease, and somebody who looks at it and, a period later, once more: can both looks fall into one lease?
// Looks at p and p + period both lie within a lease from t to t + lasting if t < p and p + period < t + lasting.
// In whole milliseconds that takes lasting >= period + 2; where a look at the instant of taking counts too, lasting >= period + 1.
import {
  and,
  field,
  inState,
  never,
  now,
  policy,
  reached,
  sum,
} from "../../../../../models/language/expression.ts";
import { instant } from "../../../../../models/language/fields.ts";
import { send } from "../../../../../models/language/slice.ts";
import { before } from "../../../../../models/properties/comparing.ts";
import { lease, takenAt, taking } from "./lease.ts";
import { bad, goes, machine, once, policyOf, sliceOf, type System } from "./system.ts";

const watcher = machine(
  "watcher",
  { lookedAt: instant, againAt: instant },
  {
    resting: { on: { look: [goes("between", { lookedAt: now, againAt: sum(now, policy("period")) })] } },
    between: { after: { againAt: [goes("satisfied")] } },
    satisfied: { on: { rest: [goes("resting", { lookedAt: never, againAt: never })] } },
  },
);

const lookedAt = field("lookedAt", "watcher");

const lookedTwice = (isStrict: boolean): System => ({
  slice: sliceOf({
    instances: {
      lease: { machine: "lease", party: "person", of: "" },
      watcher: { machine: "watcher", party: "custodian", of: "" },
    },
    moves: [
      taking,
      ...["look", "rest"].map((event) => ({
        id: event,
        says: "The watcher goes on.",
        party: "custodian" as const,
        call: send("watcher", event),
      })),
      bad(
        and(
          inState("lease", "held"),
          inState("watcher", "satisfied"),
          isStrict ? before(takenAt, lookedAt) : reached(takenAt, lookedAt),
        ),
      ),
    ],
  }),
  law: { machines: [lease, watcher], rules: [] },
  promise: once,
  policyOf: (lasting, period) => policyOf({ lasting, period }),
});

/** Both looks lie strictly after the taking. */
export const lookedTwiceAfter = lookedTwice(true);
/** The first look may be at the instant of the taking. */
export const lookedTwiceFrom = lookedTwice(false);
