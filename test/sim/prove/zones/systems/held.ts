// A row that is swept at its end, perhaps late, and a real promise: that nothing is held longer than the lateness that is stated.
// The promise is asked while time passes, and not of a move; so this is about waiting.
// The row can be there until 3 + late, and is said to be gone after 3 + stated: the promise is broken if late > stated, in any time.
import { field, inState, literal, now, present, sum } from "../../../../../models/language/expression.ts";
import { instant } from "../../../../../models/language/fields.ts";
import { noted, send, sweep } from "../../../../../models/language/slice.ts";
import { goes, machine, policyOf, sliceOf, type System } from "./system.ts";

const row = machine(
  "row",
  { endsAt: instant },
  {
    absent: { on: { make: [goes("kept", { endsAt: sum(now, literal(3)) })] } },
    kept: { after: { endsAt: [goes("gone", { endsAt: literal(null) })] } },
    gone: {},
  },
);

const endsAt = field("endsAt", "row");

export const heldTooLong: System = {
  slice: sliceOf({
    instances: { row: { machine: "row", party: "issuer", of: "", sweptWithin: "late" } },
    moves: [
      {
        id: "make",
        says: "The row is made.",
        party: "issuer",
        when: inState("row", "absent"),
        call: send("row", "make"),
      },
      { id: "sweep", says: "The row is swept.", party: "issuer", call: sweep("row") },
    ],
    watches: [
      noted(
        "stillHeld",
        { at: now, party: literal("issuer"), what: literal("account"), endsAt },
        present(endsAt),
      ),
    ],
  }),
  law: { machines: [row], rules: [] },
  promise: "everything-ends",
  policyOf: (late, stated) => policyOf({ late, sweepLateness: stated }),
};

/** Constants under which the row can never be swept, and time with it comes to an end: there is no move that sweeps. */
export const neverSwept: System = {
  ...heldTooLong,
  slice: { ...heldTooLong.slice, moves: heldTooLong.slice.moves.filter(({ id }) => id !== "sweep") },
};
