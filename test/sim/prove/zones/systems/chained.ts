// An errand of two stages, each with its own deadline, the second counted from the instant at which the first one fired.
// Somebody takes a lease of 5 ms strictly after the errand has begun, at s: does it end while the errand still goes on?
// It ends at s + 1 + 5 at the earliest, and the errand at s + first + second: it can if first + second >= 7; in real time, if it is > 5.
import { and, field, inState, literal, now, policy, sum } from "../../../../../models/language/expression.ts";
import { instant } from "../../../../../models/language/fields.ts";
import { send, sweep, type Move, type SliceInstance } from "../../../../../models/language/slice.ts";
import { before } from "../../../../../models/properties/comparing.ts";
import { leaseOnce, takenAt, taking } from "./lease.ts";
import { bad, goes, machine, once, policyOf, sliceOf, type System } from "./system.ts";

const errand = machine(
  "errand",
  { begunAt: instant, firstEndsAt: instant, secondEndsAt: instant },
  {
    idle: { on: { begin: [goes("first", { begunAt: now, firstEndsAt: sum(now, policy("first")) })] } },
    first: { after: { firstEndsAt: [goes("second", { secondEndsAt: sum(now, policy("second")) })] } },
    second: { after: { secondEndsAt: [goes("done")] } },
    done: {},
  },
);

const begunAt = field("begunAt", "errand");
const beginning: Move = {
  id: "begin",
  says: "The errand begins.",
  party: "custodian",
  call: send("errand", "begin"),
};

const instances: Readonly<Record<"lease" | "errand", SliceInstance>> = {
  lease: { machine: "lease", party: "person", of: "" },
  errand: { machine: "errand", party: "custodian", of: "" },
};
const law = { machines: [leaseOnce, errand], rules: [] };

/** The lease, taken strictly after the beginning, is over before the errand is. */
export const chained: System = {
  slice: sliceOf({
    instances,
    moves: [
      taking,
      beginning,
      bad(and(inState("lease", "over"), inState("errand", "first", "second"), before(begunAt, takenAt))),
    ],
  }),
  law,
  promise: once,
  policyOf: (first, second) => policyOf({ first, second, lasting: 5 }),
};

/**
 * The errand goes on only when it is swept, which may be 2 ms late; each deadline still fires at its own instant.
 * Is it there strictly after 8 ms? It can be until first + second + 2, so it can if first + second >= 7; in real time, if it is > 6.
 * Had the second deadline counted from the sweep, it could if first + second >= 5.
 */
export const chainedLate: System = {
  slice: sliceOf({
    instances: { errand: { ...instances.errand, sweptWithin: "late" } },
    moves: [
      beginning,
      { id: "sweep", says: "The errand is swept.", party: "custodian", call: sweep("errand") },
      bad(and(inState("errand", "first", "second"), before(sum(begunAt, literal(8)), now))),
    ],
  }),
  law,
  promise: once,
  policyOf: (first, second) => policyOf({ first, second, late: 2 }),
};
