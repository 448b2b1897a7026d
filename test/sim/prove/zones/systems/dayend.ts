// A record that is kept for so long from the start of the Seoul day of its scan, and that should be there for so long from when it was made.
// Made late, it belongs to a day that may be over: it is gone kept - hour - late after it was made, and the latest hour is day - 1 ms.
// In real time the latest hour comes as near to a whole day as one likes, and the latest delivery to its bound.
import {
  and,
  field,
  inState,
  not,
  now,
  policy,
  present,
  reached,
  startOfDay,
  sum,
  type Term,
} from "../../../../../models/language/expression.ts";
import { instant } from "../../../../../models/language/fields.ts";
import { send, type Move } from "../../../../../models/language/slice.ts";
import type { Policy } from "../../../../../models/policy.ts";
import { bad, badId, goes, machine, once, policyOf, sliceOf, type System } from "./system.ts";

const record = (belongsTo: Term) =>
  machine(
    "record",
    { scannedAt: instant, eraseAt: instant },
    {
      none: {
        on: {
          scan: [goes("scanned", { scannedAt: now })],
          make: [goes("kept", { eraseAt: sum(startOfDay(now), policy("kept")) })],
        },
      },
      scanned: { on: { deliver: [goes("kept", { eraseAt: sum(startOfDay(belongsTo), policy("kept")) })] } },
      kept: { after: { eraseAt: [goes("erased")] } },
      erased: {},
    },
  );

const scannedAt = field("scannedAt", "record");

const making = (event: string, parts: Partial<Move>): Move => ({
  id: event,
  says: "A record is made.",
  party: "custodian",
  call: send("record", event),
  ...parts,
});

/** `ticksADay` is for the plain reading, which tells the hours of the day apart by it. */
const recorded = (
  ticksADay: number,
  moves: readonly Move[],
  constants: (first: number, second: number) => Policy["constants"],
): System => ({
  slice: sliceOf({
    ticksADay,
    instances: { record: { machine: "record", party: "custodian", of: "" } },
    variables: { madeAt: instant },
    moves: [
      ...moves,
      bad(and(inState("record", "erased"), not(reached(sum(field("madeAt"), policy("joinable")))))),
    ],
  }),
  law: { machines: [record(field("scannedAt"))], rules: [] },
  promise: once,
  policyOf: (first, second) => policyOf(constants(first, second)),
});

/**
 * Made at once, it is missing too early if joinable > kept - (day - 1); in real time if joinable > kept - day.
 * The numbers that are varied are `kept` and `joinable`.
 */
export const missingTooEarly = (ticksADay: number): System =>
  recorded(ticksADay, [making("make", { done: { madeAt: now } })], (kept, joinable) => ({ kept, joinable }));

/**
 * Delivered less than `late` after its scan, it is missing too early if joinable > kept - (day - 1) - (late - 1);
 * in real time if joinable > kept - day - late. The numbers that are varied are `late` and `joinable`.
 */
export const missingTooEarlyLate = (ticksADay: number, kept: number): System =>
  recorded(
    ticksADay,
    [
      making("scan", {}),
      making("deliver", {
        when: and(present(scannedAt), not(reached(sum(scannedAt, policy("late"))))),
        done: { madeAt: now },
      }),
    ],
    (late, joinable) => ({ kept, late, joinable }),
  );

/**
 * A second question for a day, of the present instant, whose answer follows only from the day of the record: is the day that now runs
 * so late that its start lies less than `margin` before the record's end, or at it? It is while the record is still kept if day + margin >= kept,
 * for records that are kept for more than one day and no more than two. The numbers that are varied are `kept` and `margin`.
 */
export const lastDay = (ticksADay: number): System => {
  const { slice, ...rest } = recorded(ticksADay, [making("make", {})], (kept, margin) => ({ kept, margin }));
  const isLast = reached(field("eraseAt", "record"), sum(startOfDay(now), policy("margin")));
  const moves = slice.moves.map((move) =>
    move.id === badId ? bad(and(inState("record", "kept"), isLast)) : move,
  );
  return { ...rest, slice: { ...slice, variables: {}, moves } };
};
